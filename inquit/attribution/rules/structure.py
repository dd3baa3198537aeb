"""Reports that the page's form tells: `NAME: words`, `"..." - Name`."""

from __future__ import annotations

import re

from inquit.attribution.extraction import Extraction, Method
from inquit.attribution.letters import of_any_script
from inquit.attribution.lexicon import given_names
from inquit.attribution.passage import Passage
from inquit.attribution.rules.speakers import is_speaker
from inquit.attribution.wordlist import words
from inquit.model.span import Span

NAME = of_any_script(r"[A-Z][\w.’'\-]*(?:\s+(?:of|de|van|von|al|bin|the|[A-Z][\w.’'\-]*)){0,6}")
_SHOUTED = of_any_script(r"[A-Z][A-Z.’'\-]+(?:\s+[A-Z][A-Z.’'\-]*){0,4}")
_TIME = r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s+)?"
_WHO = rf"(?P<name>(?:{_SHOUTED}|{NAME})(?:\s+\d{{1,3}})?)(?P<role>,\s[^\n:.,!?]{{2,40}})?"
TRANSCRIPT = re.compile(
    rf"^{_TIME}{_WHO}(?:\s*\([^)]{{1,60}}\))?\s*:\s+(?P<words>\S.*)$",
    re.DOTALL,
)
"""`ROE: It will hold.`, also with a role, a number or a time: `[00:01:05] Ann Roe, host: ...`."""
BRACKETED = re.compile(rf"^\[(?P<name>{NAME})\]\s+(?P<words>\S.*)$", re.DOTALL)
"""A turn whose speaker stands in brackets: `[Ann Roe] It will hold.`."""
_CALLED = of_any_script(r"[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+){0,2}")
WITHIN = re.compile(rf"(?<=[.!?…\"”’)])\s+(?P<name>{_SHOUTED}|{_CALLED}|[QA])\s*:\s+(?=\S)")
"""A further turn in one paragraph: `ROE: Will it hold? POE: It will.`."""
MARKED = re.compile(
    rf"^[\"“](?P<name>{_SHOUTED})\s*:\s+(?P<words>\S.*)$",
    re.DOTALL,
)
"""A turn of a transcript that is quoted with the names in it: `"ROE: It will hold.`."""
HEADED = re.compile(
    r"^(?:(?:an? )?(?:statement|message|letter|remarks|note|words) (?:by|from|of)|from the desk of)"
    rf"\s+(?-i:(?P<name>{NAME}))(?:,[^\n]{{0,80}})?$",
    re.IGNORECASE,
)
"""A line above somebody's words: `Statement by Ann Roe, mayor`."""
_ROLE_WORDS = r"[A-Z][\w’'&-]*(?: (?:of|and|the|for|in|[A-Z][\w’'&-]*)){0,6}"
NAMED = re.compile(
    of_any_script(rf"^(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){{1,3}})(?:, {_ROLE_WORDS}){{1,3}}$")
)
"""A line with a name and what somebody is: `Ann Roe, Senior Analyst, Northgate Research`."""
LETTERED = re.compile(r"^(?P<name>[QA])(?P<mark>\.)\s+(?P<words>[^\W\d_][^\n]*)$")
"""A turn of an interview that a letter with a full stop begins: `Q. Why?`."""
ASKS = re.compile(
    of_any_script(r"^\(\((?P<name>[A-Z][\w .]{0,30})\)\)\s+(?P<words>\S.*)$"), re.DOTALL
)
"""A question as Wikinews sets it: `((WN)) How long have you kept bees?`."""
LABELS = words("""
    note editor's read watch related update source sources photo image video caption correction
    breaking exclusive more also see date time location where when what why how who summary topics
    tags advertisement warning developing opinion analysis live factbox explainer poll the in
    background image credit pictures obituary review interview profile q&a letter letters column
    comment editorial podcast gallery quiz recipe timeline release notes transcript
    """)
"""Words before a colon that name no speaker."""
TURN = Method.TRANSCRIPT
"""How a turn of a transcript or an interview is found."""
DASH = re.compile(rf"^\s*[-–—―~]\s*(?P<name>{NAME}|@\w{{1,30}})(?P<rest>[^\n]*)$")


def transcript_report(passage: Passage) -> Extraction | None:
    """Return what a paragraph of the form `NAME: words` reports, else None.

    A paragraph of a transcript or of an interview, or a headline; the words may be in
    quotation marks or not.
    """
    if passage.goes_on:
        return None
    text = passage.text
    patterns = (TRANSCRIPT, BRACKETED, ASKS, MARKED)
    match = next((found for one in patterns if (found := one.match(text)) is not None), None)
    if match is None or len(match["name"]) > 60 or is_label(match["name"]):
        return None
    offset = passage.span.start
    words = Span(match.start("words") + offset, match.end("words") + offset)
    for run in passage.runs:
        if run.outer.start in (words.start, offset) and run.outer.end >= words.end - 1:
            words = Span(max(words.start, run.inner.start), run.inner.end)
    name = match["name"].split("(")[0].rstrip()
    colon = passage.text.find(":", match.end("name"), match.start("words"))
    start = offset + match.start("name")
    return _turn(Span(start, start + len(name)), colon + offset if colon >= 0 else None, words)


def split_turns(turn: Extraction, passage: Passage) -> list[Extraction]:
    """Return a turn, and those after it in its paragraph: `ROE: Will it hold? POE: It will.`.

    Those after it need labels like its own: in capitals, single letters, or coming again.

    Args:
        turn: what the whole paragraph reports.
        passage: the paragraph.
    """
    if turn.source is None or passage.runs:
        return [turn]
    first = passage.slice(turn.source.start, turn.source.end)
    found = list(WITHIN.finditer(passage.text, turn.content_spans[0].start - passage.span.start))
    names = [first, *(match["name"] for match in found)]
    alike = first.isupper() and all(name.isupper() for name in names)
    if not found or not (alike or len(set(names)) < len(names)):
        return [turn]
    offset, turns = passage.span.start, []
    starts = [turn.content_spans[0].start, *(offset + match.end() for match in found)]
    ends = [*(offset + match.start() for match in found), turn.content_spans[-1].end]
    sources = [turn.source, *(Span(*match.span("name")).shifted(offset) for match in found)]
    for source, start, end in zip(sources, starts, ends, strict=True):
        colon = offset + passage.text.index(":", source.end - offset)
        turns.append(_turn(source, colon, Span(start, end)))
    return turns


def has_role(turn: Extraction, passage: Passage) -> bool:
    """Tell whether a role stands between the name and the colon of a turn."""
    return (
        turn.source is not None
        and turn.cue is not None
        and "," in passage.slice(turn.source.end, turn.cue.start)
    )


def _turn(name: Span, colon: int | None, words: Span) -> Extraction:
    return Extraction(
        content_spans=(words,),
        cue=Span(colon, colon + 1) if colon is not None else None,
        cue_lemma=":" if colon is not None else "",
        source=name,
        addressee=None,
        method=TURN,
        confidence=0.8,
        reason="the paragraph has the form “Name: words”",
    )


def is_label(name: str) -> bool:
    """Tell whether the words before a colon are a label of the page and no speaker.

    Args:
        name: the words, not empty.
    """
    words = name.casefold().replace("’", "'").split()
    if len(words) == 2 and name.isupper() and words[0] == "the" and is_speaker(words[1]):
        return False
    return words[0] in LABELS or words[-1] in LABELS


def lettered_report(passage: Passage, *, asked: bool) -> Extraction | None:
    """Return what a paragraph of the form `Q. words` or `A. words` reports, else None.

    Args:
        passage: the paragraph.
        asked: a question of this form came before; until then only a question is one.
    """
    match = None if passage.goes_on else LETTERED.match(passage.text)
    if match is None or not (asked or (match["name"] == "Q" and match["words"].endswith("?"))):
        return None
    start = passage.span.start
    return Extraction(
        content_spans=(Span(start + match.start("words"), start + match.end("words")),),
        cue=Span(start + match.start("mark"), start + match.end("mark")),
        cue_lemma=":",
        source=Span(start, start + match.end("name")),
        addressee=None,
        method=TURN,
        confidence=0.8,
        reason="the paragraph has the form of a question or an answer in an interview",
    )


def named_line(passage: Passage) -> Span | None:
    """Return the name in a line that does nothing but tell whose words stand beside it.

    Args:
        passage: the paragraph.
    """
    match = HEADED.match(passage.text)
    if match is None:
        match = NAMED.match(passage.text)
        if match is None or match["name"].split()[0].casefold() not in given_names():
            return None
    start = passage.span.start
    return Span(start + match.start("name"), start + match.end("name"))


def dash_name(passage: Passage, after: int) -> Span | None:
    """Return the name that follows a quoted run after a dash and ends the paragraph.

    Args:
        passage: the paragraph.
        after: offset in the article where the run, marks included, ends.
    """
    match = DASH.match(passage.text[after - passage.span.start :])
    if match is None or len(match["rest"].split()) > 12:
        return None
    return Span(after + match.start("name"), after + match.end("name"))


def title_like(words: list[str]) -> bool:
    """Tell whether words are capitalised as in the title of a work."""
    longer = [word for word in words if len(word) > 3]
    capitals = [word for word in longer if not word[:1].islower()]
    return len(words) <= 10 and len(capitals) == len(longer) and len(capitals) >= 2
