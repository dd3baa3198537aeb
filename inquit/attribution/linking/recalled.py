"""Whom a description calls back who was just named: `the 45-year-old`, `the Norwegian`.

News tells of somebody by name first and then, so as not to repeat it, by what else they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.gender import gender_of_role
from inquit.attribution.linking.pronouns import CLEAR
from inquit.attribution.linking.resolved import Resolved
from inquit.attribution.linking.salience import Trace, fits_one, ranked
from inquit.attribution.wordlist import words
from inquit.model.quotation import MentionKind, SourceKind

DEFINITE = re.compile(r"the\s+", re.IGNORECASE)
AGED = re.compile(r"the\s+(?:then\s+)?(\d{1,3})-year-old\b", re.IGNORECASE)
NATIONALS = words(
    """
    afghan albanian algerian american angolan argentine argentinian armenian australian austrian
    bangladeshi basque belarusian belgian bolivian bosnian brazilian briton brit bulgarian
    burmese cameroonian canadian catalan chilean colombian congolese croat croatian cuban czech
    dane dutchman dutchwoman ecuadorian egyptian englishman englishwoman estonian ethiopian finn
    frenchman frenchwoman georgian german ghanaian greek hungarian icelander indian indonesian
    iranian iraqi irishman irishwoman israeli italian ivorian jamaican jordanian kenyan korean
    kosovan kuwaiti latvian lebanese libyan lithuanian macedonian malaysian malian maltese
    mexican moldovan montenegrin moroccan nepalese nigerian norwegian pakistani palestinian
    paraguayan peruvian pole portuguese romanian russian rwandan saudi scot scotsman scotswoman
    senegalese serb serbian slovak slovene slovenian somali spaniard sudanese swede swiss syrian
    texan thai tunisian turk ugandan ukrainian uruguayan venezuelan vietnamese welshman
    welshwoman zimbabwean republican democrat tory conservative liberal
    """
)
"""What one is by country or party; with "the" and nothing else, one who was named before."""
NUMBERS = words("one two three four five six seven eight nine ten")
MANY = words(
    """
    striker defender midfielder winger goalkeeper forward fullback playmaker quarterback pitcher
    catcher shortstop batsman bowler sprinter swimmer cyclist golfer boxer jockey rower wrestler
    skier gymnast rookie singer songwriter rapper guitarist pianist drummer violinist comedian
    actor actress novelist poet playwright sculptor painter filmmaker photographer broadcaster
    senator congressman congresswoman lawmaker legislator backbencher mp msp councillor
    councilman councilwoman billionaire tycoon businessman businesswoman entrepreneur
    international native pensioner nurse left-hander right-hander southpaw
    mother-of-one mother-of-two mother-of-three
    father-of-one father-of-two father-of-three mum-of-two dad-of-two
    """
)
"""Nouns for what many are, so that "the" points at one who was just named, not at an office."""
PARENT = re.compile(
    r"the\s+(?:mother|father|mum|mom|dad|grandmother|grandfather) of \w+$", re.IGNORECASE
)
RETIRED = re.compile(r"the\s+retired\s+(?:[\w\-]+\s+){0,2}[a-z\-]+$", re.IGNORECASE)
PARTS = re.compile(r"\s+(?:of|for|from|in|at|on|with|who|whose)\s.*$")
NEAR = 1
"""Paragraphs back in which they were named."""
KNOWN, LIKELY, LESS = 0.9, 0.75, 0.55
"""Certainty by the age that the text gave, with no rival, and with one as near."""


def recalled(text: str, traces: Sequence[Trace], *, before: int, paragraph: int) -> Resolved | None:
    """Return whom a description calls back, None where it is not of that sort or none is near.

    Args:
        text: the description.
        traces: the mentions before it, in the order of the text.
        before: its offset.
        paragraph: number of its paragraph.
    """
    aged = AGED.match(text)
    if aged is None and not calls_back(text):
        return None
    age = int(aged[1]) if aged is not None else 0
    gender = gender_of_role(PARTS.sub("", text))
    near = [one for one in traces if one.entity.last_paragraph >= paragraph - NEAR]
    candidates = [
        one
        for one in ranked(near, before=before, paragraph=paragraph, gender=gender)
        if _is_named(one.entity) and (not gender or fits_one(one.entity, gender))
    ]
    told = [one.entity for one in candidates if age and one.entity.age == age]
    if told:
        return _meant(text, told[0], KNOWN)
    open_ = [one for one in candidates if not (age and one.entity.age)]
    if not open_:
        return None
    likely = [one for one in open_ if one.entity.human] or open_
    lead = likely[0].salience - likely[1].salience if len(likely) > 1 else CLEAR
    sure = lead >= CLEAR and likely[0].entity.human
    return _meant(text, likely[0].entity, LIKELY if sure else LESS)


def calls_back(text: str) -> bool:
    """Tell whether a description is of the sort that stands for somebody who was just named.

    Args:
        text: the description.
    """
    start = DEFINITE.match(text)
    if start is None:
        return False
    if AGED.match(text) or RETIRED.match(text):
        return True
    if PARENT.match(text):
        return text.split()[-1].casefold() in NUMBERS
    nouns = re.findall(r"[^\W\d_][\w\-]*", PARTS.sub("", text[start.end() :]).casefold())
    if not nouns:
        return False
    return nouns[-1] in MANY or (nouns[-1] in NATIONALS and text[start.end()].isupper())


def _is_named(entity: Entity) -> bool:
    person = entity.human or len(entity.name) > 1
    return entity.kind in (None, SourceKind.PERSON) and person and not entity.unnamed


def _meant(text: str, entity: Entity, certainty: float) -> Resolved:
    return Resolved(
        entity=entity,
        kind=MentionKind.NOMINAL,
        certainty=certainty,
        reason=f"“{text}” most likely is {entity.display}, named just before",
    )
