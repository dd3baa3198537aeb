"""Reports of the networks that are no quotes to a reader, though annotators may mark them.

The annotators of PolNeAR mark whatever is attributed, topics ("asked about the dam") and names
("known as the Boxer") too; a reader of news looks for what somebody said.
"""

from __future__ import annotations

import re

from inquit.attribution.finding.cue_claims import Claim
from inquit.attribution.finding.token_table import Ints, TokenTable
from inquit.attribution.rules.verbs import FORMS
from inquit.attribution.wordlist import words
from inquit.model.span import Span

TOPIC_FLOOR = 0.7
"""Least probability of a cue whose unquoted content says nothing of its subject."""
GUESS = 0.35
"""Least probability of a cue times that of its content; below it all is a guess."""
SPOKEN_FLOOR = 0.6
"""Least probability that a cue whose content is a noun with what belongs to it is one of speech."""
BRIEF = 2
"""A topic of fewer tokens is none."""
JUDGING = frozenset({"blame", "blamed", "blames", "blaming", "praise", "praised", "praises",
                     "praising", "thank", "thanked", "thanks", "thanking", "hailed"})  # fmt: skip
"""With these a noun and its article are no words of anybody's either: `blamed the frost`."""
FEWEST_WORDS = 4
"""A shorter run that stands for the whole content is a term or a name, if the rules are silent."""
ANONYMITY = re.compile(
    r"\b(?:(?:not )?to be (?:named|identified|quoted)|anonym|not to be"
    r"|(?:their|his|her) (?:sur|last |full |first |real )?names?\b)",
    re.IGNORECASE,
)
"""What a source asks for itself is not what it says."""
NO_ANSWER = re.compile(
    r"\b(?:(?:requests?|questions?|calls?|e-?mails?|messages?|inquiries)"
    r" (?:for|seeking) (?:a )?(?:comment|clarification|response|interview))",
    re.IGNORECASE,
)
"""Who does not answer has said nothing."""
CHARGED = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\b.*\b"
    r"(?:accused|acquitted|charged|cleared|convicted|indicted|suspected)\b"
)
"""Who this is told of did not say it: `She was accused of trespass`."""
DECLINING = frozenset({"declined", "declines", "refused", "refuses"})
COMMENTING = frozenset({"to comment", "comment", "to comment further", "to elaborate"})
"""Who declines these has said nothing either."""
ASKING = frozenset({"asked", "pressed", "questioned", "quizzed"})
"""Where these have no source, somebody's answer follows: `Asked whether it would hold, he said`."""
NAMING = frozenset({"called", "known", "dubbed", "named", "titled", "labeled", "labelled"})
"""Where these have no source, they tell a name: `the tool is called "ladle"`."""
HEARD = 3
"""So few words after a "to" are a hearer: `wrote a note to the council`."""
UTTERANCES = frozenset({"report", "statement", "letter", "speech", "book", "article", "question",
                        "questions", "paper", "column", "list", "memo", "tweet"})  # fmt: skip
"""Such a noun alone is the thing that was said or written, not its words."""

_ALOUD = words("bark bawl bellow blurt chant cry holler mumble murmur mutter scream shout shriek")
ALOUD = frozenset(form for form, verb in FORMS.items() if verb in _ALOUD | {"whisper", "yell"})
"""After these a few quoted words, `chanted "Bread and Peace"`, are no title and no term."""
CLAUSAL = frozenset({"that", "whether", "if", "how", "why", "what", "who", "when", "where", "to"})
"""What begins a clause, whatever the parse makes of it."""
PAGE_CUES = frozenset({":", "to", "To"})
"""After a colon or "according to" a noun may stand for a whole sentence."""

_VERBAL = ("VB", "MD", "TO")
_ARTICLES = ("DT",)


def reads_as_title(words: list[str]) -> bool:
    """Tell whether words are capitalised as in the title of a work."""
    longer = [word for word in words if len(word) > 3]
    capitals = [word for word in longer if word[:1].isupper()]
    plain = words[-1][-1:] not in ",.!?"
    return plain and 2 <= len(capitals) == len(longer) and len(words) <= 10


def keeps_silent(content: str) -> bool:
    """Tell whether an unquoted content tells only that somebody would not speak or be named."""
    return bool(ANONYMITY.search(content) or NO_ANSWER.search(content))


def says_nothing(claim: Claim, table: TokenTable, text: str) -> bool:
    """Tell whether a claim is surely not what somebody said, whatever the rules make of it.

    Args:
        claim: what the networks found.
        table: the tokens.
        text: the article's text.
    """
    if not claim.runs and keeps_silent(" ".join(_words(list(claim.content), table, text))):
        return True
    cue = _words(claim.cue.tolist(), table, text)
    if not cue:
        return False
    content = " ".join(_words(sorted(claim.content), table, text))
    if not claim.runs and says_no_comment(cue[0], content):
        return True
    if len(claim.source):
        # "Asked whether it would hold, Roe said": of Roe is only what follows.
        asked = not claim.runs and len(cue) == 1 and int(claim.source[0]) > int(claim.cue[-1])
        return asked and asks_in_passing(Span(*_ends(claim.cue, table)), text)
    if claim.runs:
        return cue[-1].casefold() in NAMING
    return len(cue) == 1 and asks_in_passing(Span(*_ends(claim.cue, table)), text)


def is_charged(claim: Claim, table: TokenTable, text: str) -> bool:
    """Tell whether who a claim credits is who others charge with what it says.

    Args:
        claim: what the networks found.
        table: the tokens.
        text: the article's text.
    """
    if not len(claim.source) or not len(claim.cue) or claim.source[0] > claim.cue[-1]:
        return False
    return CHARGED.search(" ".join(_words(claim.cue.tolist(), table, text)).casefold()) is not None


def says_no_comment(cue: str, content: str) -> bool:
    """Tell whether a cue and its content only tell that somebody would not say anything."""
    return cue.casefold() in DECLINING and content.casefold() in COMMENTING


def asks_in_passing(cue: Span, text: str) -> bool:
    """Tell whether a cue without a source only leads to an answer: `Asked about it, he said`."""
    word = cue.of(text)
    passing = word[:1].isupper() or text[max(0, cue.start - 2) : cue.start].rstrip()[-1:] in set(
        ",–—("
    )
    return passing and word.casefold() in ASKING


def is_topic(claim: Claim, table: TokenTable, text: str) -> bool:
    """Tell whether a claim is only what was talked about: `announced his retirement`.

    Args:
        claim: what the encoder found.
        table: the tokens.
        text: the article's text.
    """
    if claim.runs or not claim.content or not len(claim.cue) or not len(claim.source):
        return False
    first, last_cue = min(claim.content), int(claim.cue[-1])
    words = _words([first], table, text) + _words([last_cue], table, text)
    if first < last_cue or words[0].casefold() in CLAUSAL or words[1] in PAGE_CUES:
        return False
    spoken = claim.chance * claim.speech >= TOPIC_FLOOR
    cue = {word.casefold() for word in _words(claim.cue.tolist(), table, text)}
    told = not cue & (JUDGING | {"about"}) and len(claim.content) >= BRIEF
    return spoken and told and _is_nominal(sorted(claim.content), table)


def is_doubtful(claim: Claim, table: TokenTable, text: str) -> bool:
    """Tell whether a claim that the rules do not support reports nothing that was said.

    Args:
        claim: what the networks found.
        table: the tokens.
        text: the article's text.
    """
    bare = [row for row in claim.content if int(table.run[row]) not in claim.runs]
    verbal = any(table.tags[row].startswith(_VERBAL) for row in bare)
    source = _words(claim.source.tolist(), table, text)
    if claim.chance * claim.likeness() < GUESS:
        return True
    if not claim.runs and len(claim.cue) and min(bare, default=0) < int(claim.cue[0]):
        return False  # What stands before its inquit is a clause, whatever the parse makes of it.
    if not claim.runs:
        nominal = _is_nominal(bare, table)
        if nominal and claim.chance * claim.speech < SPOKEN_FLOOR:
            return True
        cue = [word.casefold() for word in _words(claim.cue.tolist(), table, text)]
        first = min(bare, default=0)
        before = _words([first - 1], table, text) if first else []
        heard = "to" in (*cue[-1:], *(word.casefold() for word in before))
        if nominal and (cue[-1:] == ["about"] or (heard and len(bare) < HEARD)):
            return True
        size = _weight(bare, table) if JUDGING & set(cue) else len(bare)
        brief = size < BRIEF or _words(bare, table, text)[-1].casefold() in UTTERANCES
        return not verbal and (claim.chance < TOPIC_FLOOR or not source or brief)
    inner = [table.runs[run].inner.of(text).split() for run in claim.runs]
    aloud = {word.casefold() for word in _words(claim.cue.tolist(), table, text)} & ALOUD
    if source and (aloud or (not bare and all(_is_spoken(words) for words in inner))):
        return False
    if claim.speech < SPOKEN_FLOOR and all(reads_as_title(words) for words in inner if words):
        return True
    terms = sum(len(words) for words in inner) < FEWEST_WORDS
    if terms and bare and not source and claim.speech < TOPIC_FLOOR:
        return True
    if verbal:
        return False
    if terms:
        return bool(bare) or claim.speech < TOPIC_FLOOR
    return len(inner) == 1 and reads_as_title(inner[0])


def _is_spoken(words: list[str]) -> bool:
    """Tell whether a run ends as a sentence does, or as words before an inquit."""
    return bool(words) and words[-1][-1:] in tuple("!?…,")


def _is_nominal(rows: list[int], table: TokenTable) -> bool:
    """Tell whether what governs all others of some rows is a noun, not a verb."""
    inside = set(rows)
    tops = [row for row in rows if int(table.head[row]) not in inside or table.head[row] == row]
    return not any(table.tags[row].startswith(_VERBAL) for row in tops)


def _ends(rows: Ints, table: TokenTable) -> tuple[int, int]:
    return int(table.start[rows[0]]), int(table.end[rows[-1]])


def _weight(rows: list[int], table: TokenTable) -> int:
    """Return the number of rows that are no articles."""
    return sum(not table.tags[row].startswith(_ARTICLES) for row in rows)


def _words(rows: list[int], table: TokenTable, text: str) -> list[str]:
    return [text[int(table.start[row]) : int(table.end[row])] for row in sorted(rows)]
