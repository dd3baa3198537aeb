"""Lines of a form, a message's head or a fact box, `Contact: Tom Holt`, whose labels say nothing.

Such lines stand together, each has another label, and what follows the label is no sentence. In a
transcript labels come again, are names that the text has elsewhere, or let somebody speak whole
sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inquit.attribution.passage import Passage
from inquit.attribution.rules.speakers import is_speaker
from inquit.attribution.wordlist import words

_LINE = re.compile(r"^(?P<label>[^\W\d_][^:\n“”\"?!]{0,38}?)\s?:(?:\s+(?P<value>[^\n]{0,160}))?$")
_SENTENCE = re.compile(r"[.!?…]['\"”’)\]]{0,2}$|^[\"“‘']")
_DATUM = re.compile(r"^[+(€$£]?\d[^.!?]{0,30}$|^\S+@\S+$|^(?:https?://|www\.)\S+$")
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|[ap]\.?m|co|corp|dr|etc|inc|jr|ltd|mr|mrs|no|sr|st)\.$", re.I
)
_ALWAYS = words("""
    address attn bcc cc contact contacts e-mail email fax from message-id phone re ref reply-to sent
    subject tel telephone to url website
    """)
"""Labels of messages and of ways to reach somebody, whatever follows them."""
_FIELDS = _ALWAYS | words("""
    admission age attachment attachments born cast cell cost date directed director distribution
    doors employer genre height hobbies hometown hours importance job language length location
    mobile name nationality occupation opening position price priority produced profession publisher
    rating reference release runtime starring tickets time title town venue web weight when where
    written
    """)
_FEWEST = 2


def fields_in(passages: Sequence[Passage]) -> frozenset[int]:
    """Return where the paragraphs start that are lines of a form and let nobody speak.

    Args:
        passages: following on each other.
    """
    found: set[int] = set()
    run: list[tuple[Passage, str, str]] = []
    elsewhere = " ".join(one.text for one in passages if _parts(one) is None)
    for passage in passages:
        parts = _parts(passage)
        if parts is not None:
            run.append((passage, *parts))
            continue
        found |= _of_form(run, elsewhere)
        run = []
    return frozenset(found | _of_form(run, elsewhere))


def _parts(passage: Passage) -> tuple[str, str] | None:
    """Return label and value of a line, None where it is none of a form."""
    match = None if passage.goes_on else _LINE.match(passage.text)
    return None if match is None else (match["label"], match["value"] or "")


def _of_form(run: Sequence[tuple[Passage, str, str]], elsewhere: str) -> set[int]:
    """Return which lines that stand together are of a form.

    Args:
        run: the lines, each with its label and value.
        elsewhere: the text beside such lines.
    """
    known = [
        is_field(label, value)
        or (_DATUM.match(value) is not None and not _speaks(label, elsewhere))
        for _, label, value in run
    ]
    labels = [label.casefold() for _, label, _ in run]
    whole = (
        len(run) >= _FEWEST
        and len(set(labels)) == len(labels)
        and not any(is_said(value) for _, _, value in run)
        and not any(_speaks(label, elsewhere) for _, label, _ in run)
    )
    mostly = 2 * sum(known) > len(run)
    return {
        passage.span.start
        for (passage, _, value), is_known in zip(run, known, strict=True)
        if is_known or whole or (mostly and not is_said(value))
    }


def is_field(label: str, value: str) -> bool:
    """Tell whether a label is one of forms: `Reply-To`, `Directed by`, `Media contact`.

    A name may end in such a word, and only what is written small there is none: `Tom Price`.
    """
    parts = label.split()
    first, last = parts[0].casefold(), parts[-1].casefold()
    if last in ("by", "to") and len(parts) == 2:
        return first in _FIELDS
    if last in _ALWAYS and len(parts) <= 3:
        return True
    alone = len(parts) == 1 or parts[-1].islower()
    return alone and len(parts) <= 3 and last in _FIELDS and not is_said(value)


def is_said(value: str) -> bool:
    """Tell whether what follows a label is a sentence or in quotation marks."""
    return _SENTENCE.search(value) is not None and _ABBREVIATED.search(value) is None


def _speaks(label: str, elsewhere: str) -> bool:
    """Tell whether a label names somebody: as the text does elsewhere, or by what they are."""
    last = label.split()[-1]
    named = re.search(rf"\b{re.escape(last)}\b", elsewhere) is not None
    return label.isupper() or named or is_speaker(last.casefold())
