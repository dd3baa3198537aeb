"""Reports that the page's form tells: `NAME: words`, `"..." - Name`."""

from __future__ import annotations

import re

from inquit.attribution.extraction import Extraction, Method
from inquit.attribution.letters import of_any_script
from inquit.attribution.passage import Passage
from inquit.attribution.rules.speakers import is_speaker
from inquit.attribution.wordlist import words
from inquit.model.span import Span

NAME = of_any_script(r"[A-Z][\w.’'\-]*(?:\s+(?:of|de|van|von|al|bin|the|[A-Z][\w.’'\-]*)){0,6}")
_SHOUTED = of_any_script(r"[A-Z][A-Z.’'\-]+(?:\s+[A-Z][A-Z.’'\-]*){0,4}")
TRANSCRIPT = re.compile(
    rf"^(?P<name>{_SHOUTED}|{NAME}(?:\s*\([^)]{{1,60}}\))?)"
    r"\s*:\s+(?P<words>\S.*)$",
    re.DOTALL,
)
MARKED = re.compile(
    rf"^[\"“](?P<name>{_SHOUTED})\s*:\s+(?P<words>\S.*)$",
    re.DOTALL,
)
"""A turn of a transcript that is quoted with the names in it: `"ROE: It will hold.`."""
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
    match = TRANSCRIPT.match(text) or ASKS.match(text) or MARKED.match(text)
    if match is None or len(match["name"]) > 60 or is_label(match["name"]):
        return None
    offset = passage.span.start
    words = Span(match.start("words") + offset, match.end("words") + offset)
    for run in passage.runs:
        if run.outer.start in (words.start, offset) and run.outer.end >= words.end - 1:
            words = Span(max(words.start, run.inner.start), run.inner.end)
    name = match["name"].split("(")[0].rstrip()
    colon = passage.text.find(":", match.end("name"), match.start("words"))
    return Extraction(
        content_spans=(words,),
        cue=Span(colon + offset, colon + 1 + offset) if colon >= 0 else None,
        cue_lemma=":" if colon >= 0 else "",
        source=Span(offset + match.start("name"), offset + match.start("name") + len(name)),
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
