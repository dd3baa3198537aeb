"""All whom an article has named or described so far; the one place where that is written down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inquit.attribution.lexicon import function_words, nouns, proper_names, titles
from inquit.attribution.lexicon.gender import gender_in, gender_of_role
from inquit.attribution.lexicon.spelling import plain
from inquit.attribution.linking.confidence import EVIDENCE
from inquit.attribution.linking.description import Description
from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.matching import (
    by_chance,
    choose,
    fits,
    initials_of,
    is_named_by_office,
    is_shortened,
    one_letter_apart,
)
from inquit.attribution.linking.mention import Mention, bare_description, kind_of_new
from inquit.attribution.linking.name_parts import NameParts
from inquit.attribution.linking.resolution import Resolution, Resolved
from inquit.model.quotation import MentionKind, Source, SourceKind, source_id
from inquit.model.span import Span

FIRST = 5
"""So many of those introduced first may be of the headline."""
FEWEST_LETTERS = 5
"""A shorter name is not taken for another that is misspelt."""
LEAD = 4
"""A paragraph after this is not of an article's opening."""


class Entities:
    """Who was met, by name; reads names in the order of the text, and is read by the sieves."""

    def __init__(self, text_digest: str, *, by_given: bool = False) -> None:
        """Start empty.

        Args:
            text_digest: of the article, part of every source's id.
            by_given: people are called by their given names alone, as in fiction.
        """
        self._digest = text_digest
        self._by_given = by_given
        self._by_word: dict[str, list[Entity]] = {}
        self._ids: set[str] = set()
        self._all: list[Entity] = []
        self._relatives: dict[tuple[str, str], Entity] = {}
        self._pairs: dict[frozenset[str], Entity] = {}
        self.surnames: set[str] = set()
        self._sent: dict[str, Source] = {}

    def __iter__(self) -> Iterator[Entity]:
        """Go through all, in the order in which they were met."""
        return iter(self._all)

    # Reading.

    def named(self, word: str) -> list[Entity]:
        """Return those whose name or alias holds a word."""
        return self._by_word.get(plain(word), [])

    def relative(self, of: Entity, relation: str) -> Entity | None:
        """Return somebody's parent or spouse, None where nobody was described as such."""
        return self._relatives.get((of.id, relation))

    def pairs(self) -> list[Entity]:
        """Return those who were named together."""
        return list(self._pairs.values())

    def latest(self, most: int) -> list[Entity]:
        """Return so many of those met last, the last first."""
        return self._all[: -most - 1 : -1]

    def find(self, parts: NameParts) -> tuple[Entity | None, bool]:
        """Return whom a name refers to, and whether several share it beyond telling."""
        first, last = parts.name[0], parts.name[-1]
        if len(parts.name) == 1 and (first.isupper() or parts.kind is SourceKind.ORGANISATION):
            people = [
                one
                for one in self.named(first)
                if one.kind is SourceKind.PERSON
                and one.surname == plain(first)
                and len(one.name) > 1
            ]
            if len(people) == 1:
                return people[0], False
        by_last = self.named(last)
        by_first = [one for one in self.named(first) if len(one.name) == 1 and one not in by_last]
        candidates = [one for one in by_last + by_first if fits(parts, one)]
        if len(candidates) < 2:
            return (candidates[0] if candidates else None), False
        if len(parts.name) == 1 and plain(first) in nouns("organisation"):
            return max(candidates, key=lambda one: one.last_seen), False
        return choose(candidates, parts)

    def nearest(self, parts: NameParts, paragraph: int) -> Entity | None:
        """Return who of several that share a last name was named last in a paragraph, and spoke.

        Args:
            parts: the name that they share.
            paragraph: its number.

        Returns:
            None where the name is not shared beyond telling, or nobody so called spoke there.
        """
        if not self.find(parts)[1]:
            return None
        here = [
            one
            for one in self.named(parts.name[-1])
            if one.last_paragraph == paragraph and fits(parts, one)
        ]
        last = max(here, key=lambda one: one.last_seen, default=None)
        return last if last is not None and last.credited else None

    def misspelt(self, parts: NameParts) -> Entity | None:
        """Return the only person from whose last name a name differs by one letter."""
        if len(parts.name) != 1 or len(parts.name[0]) < FEWEST_LETTERS:
            return None
        name = plain(parts.name[0])
        known = [one for one in self.named(name) if one.first != parts.span]
        if name in nouns("organisation") | proper_names("place") or known:
            return None
        near = [
            one
            for one in self._all
            if one.kind is SourceKind.PERSON and one_letter_apart(name, one.surname)
        ]
        return near[0] if len(near) == 1 else None

    # Writing.

    def settle(self, mention: Mention, answer: Resolution) -> Resolved:
        """Write down what a sieve answered; return whom the mention means.

        Args:
            mention: what was resolved.
            answer: by the first sieve that knew.
        """
        entity = answer.entity
        if answer.describes:
            entity = self._describe(mention)
            if answer.related_to is not None:
                of, relation = answer.related_to
                self._relatives[of.id, relation] = entity
        elif answer.members:
            entity = self.join(answer.members, answer.together, mention.span, mention.paragraph)
        elif answer.name is not None:
            entity = self.note(
                answer.name, mention.paragraph, known=entity, running=mention.running
            )
            self._take_role(entity, mention, answer)
        elif entity is not None and mention.form is MentionKind.PRONOUN and mention.gender:
            entity.called[mention.gender] += 1
        evidence = EVIDENCE[answer.evidence]
        if entity is None:
            reason = evidence.reason.format(words=mention.words, last=_last(mention))
            return Resolved(entity=None, kind=answer.kind, certainty=0.0, reason=reason)
        reason = evidence.reason.format(
            words=mention.words,
            last=_last(mention),
            name=entity.display,
            paragraph=entity.introduced,
        )
        certainty = round(evidence.certainty - answer.doubt, 3)
        return Resolved(entity=entity, kind=answer.kind, certainty=certainty, reason=reason)

    def note(
        self,
        parts: NameParts,
        paragraph: int,
        *,
        alias: str = "",
        known: Entity | None = None,
        running: bool = True,
    ) -> Entity | None:
        """Note a name where it stands; return whom it refers to, None where that is open.

        Args:
            parts: the name.
            paragraph: number of its paragraph.
            alias: another name that stands in brackets after it.
            known: whom it refers to, where that was found out.
            running: it stands in running text, so that its capitals are evidence of its parts.
        """
        entity, clash = (known, False) if known is not None else self.find(parts)
        if clash:
            return None
        if entity is None:
            entity = self._add(parts.span, parts.name, paragraph)
            entity.count, entity.tentative = 0, not running
            if len(parts.name) == 1 and not parts.honorific:
                self._guess_gender(entity, gender_in("given_names", parts.name[0]))
        if running or entity.tentative:
            self._learn(entity, parts, running=running)
        entity.seen(parts.span.start, paragraph)
        if alias:
            entity.aliases.add(alias.casefold())
            self._index(alias, entity)
        return entity

    def join(
        self, members: tuple[Entity, ...], name: tuple[str, ...], first: Span, paragraph: int
    ) -> Entity:
        """Return those who are meant together, new if they were not before.

        Args:
            members: who they are.
            name: what they are called together; the fullest is kept.
            first: where the first of them is named here.
            paragraph: its number.
        """
        key = frozenset(one.id for one in members)
        entity = self._pairs.get(key)
        if entity is None:
            entity = self._pairs[key] = self._add(first, name, paragraph)
            entity.kind, entity.plural, entity.members = SourceKind.GROUP, True, members
        if len(name) > len(entity.name):
            entity.name = name
        entity.seen(first.start, paragraph)
        return entity

    def describe(self, entity: Entity, beside: Description) -> None:
        """Add what the text tells of somebody beside their name, where it told nothing before."""
        person = entity.kind is SourceKind.PERSON
        entity.role = entity.role or beside.role(person=person)
        entity.gender = entity.gender or beside.gender
        entity.age = entity.age or beside.age

    def call(self, entity: Entity, callings: Mapping[str, frozenset[str]]) -> None:
        """Note what somebody is by what they do, with the words that tell more of it."""
        for calling, words in callings.items():
            entity.callings[calling] = entity.callings.get(calling, frozenset()) | words

    def see(self, entity: Entity, at: int, paragraph: int) -> None:
        """Note a further mention at an offset."""
        entity.seen(at, paragraph)

    def act(self, entity: Entity) -> None:
        """Note that the text has somebody do something."""
        entity.acted = True

    def credit(self, entity: Entity) -> None:
        """Note that somebody is the source of something."""
        entity.credited = True

    def reveal(self, parts: NameParts, described: str) -> None:
        """Give a new name to whom the headline only described, if it is the same description.

        "Danish sailor claims ..." is Ida Holm where "Ida Holm, a Danish sailor," comes first.

        Args:
            parts: a person's name.
            described: the words in apposition to it.
        """
        words = {plain(word) for word in described.split()}
        if parts.kind is not SourceKind.PERSON or self.find(parts) != (None, False):
            return
        for entity in self._all[:FIRST]:
            name = {plain(word) for word in entity.name}
            headed = entity.introduced <= 1 and entity.unnamed and not entity.plural
            if headed and name <= words and not entity.revealed:
                self._rename(entity, parts)
                return

    def identify(self, parts: NameParts, paragraph: int) -> Entity | None:
        """Give the name of a new speaker to whom the lead credits by office, if it tells no more.

        "Norway's transport minister said ...", and in the next paragraph "..., Ida Holm said", or
        "Minister Ida Holm": news names a paragraph later whom it began with.

        Args:
            parts: the name, with no word of what its bearer is but the office.
            paragraph: its number.

        Returns:
            Whom it now names, None where nobody.
        """
        known = parts.kind is not SourceKind.PERSON or self.find(parts) != (None, False)
        if known or len(parts.name) < 2 or paragraph > LEAD:
            return None
        spoke = [
            one
            for one in self._all
            if one.credited and one.introduced == paragraph - 1 and is_named_by_office(one, parts)
        ]
        if len(spoke) != 1:
            return None
        entity = spoke[0]
        words = entity.name[1:] if plain(entity.name[0]) == "the" else entity.name
        entity.role = " ".join(words)
        self._rename(entity, parts)
        return entity

    def news(self) -> list[Source]:
        """Return the sources that are new since this was last asked, or of which more is known."""
        news = []
        for entity in self._all:
            source = entity.source() if entity.credited else None
            if source is not None and self._sent.get(entity.id) != source:
                self._sent[entity.id] = source
                news.append(source)
        return news

    def _add(self, first: Span, name: tuple[str, ...], paragraph: int) -> Entity:
        """Return a new entity, introduced by the mention at first."""
        entity = Entity(
            id=source_id(self._digest, self._free(first)),
            first=first,
            name=name,
            last_seen=first.start,
            last_paragraph=paragraph,
            introduced=paragraph,
        )
        self._all.append(entity)
        return entity

    def _free(self, first: Span) -> Span:
        """Return a span whose start no other source's id is made of."""
        while str(source_id(self._digest, first)) in self._ids:
            first = Span(first.start + 1, max(first.end, first.start + 1))
        self._ids.add(str(source_id(self._digest, first)))
        return first

    def _describe(self, mention: Mention) -> Entity:
        """Return a new entity whom the text only describes."""
        words = tuple(bare_description(mention).split())
        entity = self._add(mention.span, words, mention.paragraph)
        entity.unnamed = True
        entity.plural = mention.plural
        entity.kind = kind_of_new(mention)
        entity.gender = mention.gender
        entity.gender_sure = bool(entity.gender)
        entity.aliases.add(mention.head)
        return entity

    def _take_role(self, entity: Entity | None, mention: Mention, answer: Resolution) -> None:
        """Take over what a mention tells of who bears its name."""
        if entity is None or answer.name is None:
            return
        if answer.evidence != "apposition":
            entity.role = entity.role or answer.role
            return
        if answer.role and entity.role in ("", answer.name.role):
            entity.role = answer.role
        entity.gender = entity.gender or gender_of_role(mention.head)
        entity.kind = entity.kind or SourceKind.PERSON

    def _learn(self, entity: Entity, parts: NameParts, *, running: bool) -> None:
        """Take over what a name tells more."""
        if entity.tentative and running:
            entity.tentative = False
            if not is_shortened(parts.name, entity.name):
                entity.name, entity.courtesy = parts.name, parts.courtesy
        if len(parts.name) > len(entity.name) and parts.kind is not None and not by_chance(parts):
            entity.name = parts.name
        if plain(entity.name[0]) in function_words("epithet") and entity.name[1:] == parts.name:
            entity.name = parts.name
        if entity.kind is None or (parts.honorific and entity.kind is not SourceKind.PERSON):
            entity.kind = parts.kind
        entity.honoured = entity.honoured or parts.honorific
        if entity.count == 0 or plain(parts.courtesy) in titles("regnal"):
            entity.courtesy = entity.courtesy or parts.courtesy
        entity.role = entity.role or parts.role
        if parts.gender and not entity.gender_sure:
            entity.gender = parts.gender
            entity.gender_sure = parts.honorific
        if entity.kind is SourceKind.PERSON and len(entity.name) > 1 and running:
            self.surnames.add(entity.surname)
        for word in parts.name:
            if len(word) > 1 and plain(word) not in function_words("minor"):
                self._index(word, entity)
        initials = initials_of(parts.name)
        if entity.kind is SourceKind.ORGANISATION and len(initials) > 2:
            self._index(initials, entity)

    def _guess_gender(self, entity: Entity, gender: str) -> None:
        """Take the gender of a given name alone, which in news may be a last name."""
        if self._by_given:
            entity.gender = gender
        elif gender:
            entity.called[gender] += 1

    def _index(self, word: str, entity: Entity) -> None:
        known = self._by_word.setdefault(plain(word), [])
        if entity not in known:
            known.append(entity)

    def _rename(self, entity: Entity, parts: NameParts) -> None:
        """Give a name to who was only described."""
        entity.name, entity.unnamed, entity.revealed = parts.name, False, True
        entity.kind = SourceKind.PERSON
        entity.gender = entity.gender or parts.gender
        for word in parts.name:
            self._index(word, entity)


def _last(mention: Mention) -> str:
    return mention.words.split()[-1] if mention.words.split() else ""
