"""Credits that the page sets beside a block quote: `— Anna Brisk, Council minutes`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inquit.attribution.extraction import Method
from inquit.attribution.lexicon import pronouns
from inquit.attribution.passage import Paragraph
from inquit.attribution.rules.draft import Draft
from inquit.attribution.rules.structure import is_label
from inquit.model.span import Span

METHOD = Method.SIGNED
SURE = 0.9
_LEAD = re.compile(r"[\s\-–—―~“\"‘'(\[]*(?:(?:[Bb]y|BY|[Ff]rom|[Ss]aid|[Ss]ays)\s+)?")
_REST = re.compile(
    r"\s*(?:[,(\[|•·;:/”\"]|\s[-–—―]+\s|(?<=[^\W\d_]{4})\.\s|\.?$"
    r"|\s(?:in|at|on|via|from|to|during|writing|speaking|said|says|who|when|after|The|A|An)\s).*$",
    re.DOTALL,
)
"""What stands after the name: a role, a work, a place, a day."""
_ARTICLE = re.compile(r"(?:[Tt]he|[Aa]n?)\s+")
_WRITER = re.compile(r"\b[Bb]y\s+(?=[^\W\d_a-z])")
"""Between a work and who wrote it."""


def name_in_credit(passage: Paragraph) -> Span | None:
    """Return where a credit names who is credited, None where it is only a label of the page.

    Args:
        passage: the credit.
    """
    text = passage.text
    lead = _LEAD.match(text)
    start = lead.end() if lead is not None else 0
    writer = _WRITER.search(text, start)
    start = writer.end() if writer is not None else start
    name = _REST.sub("", text[start:])
    if not any(map(str.isalpha, name)) or is_label(_ARTICLE.sub("", name) or name):
        return None
    return Span(passage.span.start + start, passage.span.start + start + len(name))


def credit(
    credited: Paragraph, quoted: Sequence[Paragraph], drafts: Sequence[Draft]
) -> Draft | None:
    """Credit what a block quote says to whom the line beside it names.

    A part of it that somebody else is said in the quote itself to have said stays theirs.

    Args:
        credited: the line.
        quoted: the paragraphs of the block quote, in order.
        drafts: what was found so far.

    Returns:
        The last draft that is credited, a new one where nothing was found; None where nobody is.
    """
    name = name_in_credit(credited)
    if name is None or not quoted:
        return None
    whole = Span(quoted[0].span.start, quoted[-1].span.end)
    own = [draft for draft in drafts if any(map(whole.encloses, draft.contents))]
    last = None
    for draft in own or [_words_of(quoted)]:
        if draft.cue is not None and whole.encloses(draft.cue) and _names(draft.source, quoted):
            continue
        draft.source, draft.method, draft.confidence = name, METHOD, SURE
        draft.reason = "the credit beside the quotation names who said it"
        if draft.cue is not None and not whole.encloses(draft.cue):
            draft.cue, draft.cue_lemma = None, ""
        last = draft
    return last


def _words_of(quoted: Sequence[Paragraph]) -> Draft:
    """Return the draft of all that a block quote says, without the marks around a paragraph."""
    contents = [
        passage.words_of(0)
        if len(passage.runs) == 1 and len(passage.runs[0].outer) == len(passage.span)
        else passage.span
        for passage in quoted
    ]
    return Draft(contents=contents, method=METHOD, confidence=SURE, reason="")


def _names(source: Span | None, quoted: Sequence[Paragraph]) -> bool:
    """Tell whether a source is more than a pronoun, which may well mean who is credited."""
    if source is None:
        return False
    words = "".join(one.slice(source.start, source.end) for one in quoted)
    return words.casefold() not in (pronouns() - pronouns("relative"))
