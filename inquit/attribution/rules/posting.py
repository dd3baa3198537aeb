"""Posts as pages copy them: who posts in a line of its own, the words, when it was.

Holly Tan @hollytan
Day two without my chair.
9:14 AM · May 6
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inquit.attribution.extraction import Method
from inquit.attribution.passage import Passage
from inquit.attribution.rules.draft import Draft
from inquit.model.span import Span

HEAD = re.compile(
    r"^(?P<name>[^\W_a-z][^@\n:;!?“”\"]{0,48}?)\s+\(?@\w{1,30}\)?(?P<when>\s*[·•|].{1,40})?$"
)
WHEN = re.compile(
    r"^(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s*[·•|,\-–—].{0,60}"
    r"|\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?"
    r"|\w{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \w{3,9}\.? \d{4})$",
    re.IGNORECASE,
)
"""The line that ends a post: when it was."""
LONGEST = 6
"""Most paragraphs of a post."""
METHOD = Method.POSTED
SURE = 0.9


def posts_in(passages: Sequence[Passage]) -> dict[int, Draft | None]:
    """Return the posts among some paragraphs, by the offsets where their paragraphs start.

    Args:
        passages: following on each other.

    Returns:
        For who posts the draft of the post; for its other lines None.
    """
    found: dict[int, Draft | None] = {}
    for index, passage in enumerate(passages):
        head = HEAD.match(passage.text)
        if head is None or passage.span.start in found:
            continue
        words = _words_after(passages, index, dated=bool(head["when"]))
        if not words:
            continue
        start = passage.span.start
        name = Span(start + head.start("name"), start + head.end("name"))
        found[start] = _draft(name, words)
        found.update({one.span.start: None for one in words})
        after = passages[index + 1 + len(words) :][:1]
        found.update({one.span.start: None for one in after if WHEN.match(one.text)})
    return found


def _words_after(passages: Sequence[Passage], index: int, *, dated: bool) -> Sequence[Passage]:
    """Return the paragraphs of a post: up to when it was, or one where its head tells that."""
    for end in range(index + 1, min(len(passages), index + 2 + LONGEST)):
        if WHEN.match(passages[end].text):
            return passages[index + 1 : end]
        if HEAD.match(passages[end].text):
            break
    return passages[index + 1 : index + 2] if dated else ()


def _draft(name: Span, words: Sequence[Passage]) -> Draft:
    return Draft(
        contents=[passage.span for passage in words],
        source=name,
        method=METHOD,
        confidence=SURE,
        reason="a post; the line above names who posted it",
    )
