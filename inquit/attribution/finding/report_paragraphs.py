"""Paragraphs in which somebody may be quoted; the encoder reads no others.

On 500 articles of the training split these hold .86 of the words and .995 of the reported speech.
"""

from __future__ import annotations

from collections.abc import Sequence

from inquit.attribution.passage import Passage
from inquit.attribution.rules.verbs import FORMS, NOUNS, WEAK
from inquit.attribution.wordlist import words

_SIGNS = frozenset({":", "according"})
_OTHERS = words("blame blamed blames blaming cite cited cites citing fear fears worried worries")
_NOUNS = frozenset(form for noun in NOUNS for form in (noun, noun + "s"))
_VERBS = frozenset(form for form, verb in FORMS.items() if verb not in WEAK)
"""Those that report only beside a quotation, `opened`, need one."""
_CUES = _SIGNS | _OTHERS | _NOUNS | _VERBS


def worth_reading(passages: Sequence[Passage]) -> list[Passage]:
    """Return the paragraphs in which somebody may be quoted.

    Args:
        passages: following on each other; what a colon before it leads to is read, too.
    """
    led = [False, *(passage.text.rstrip().endswith(":") for passage in passages)]
    return [
        passage
        for passage, after_colon in zip(passages, led, strict=False)
        if after_colon or passage.set_apart or can_hold_report(passage)
    ]


def can_hold_report(passage: Passage) -> bool:
    """Tell whether a paragraph has a quotation, a reporting word, or a colon."""
    return bool(passage.runs) or any(token.lower_ in _CUES for token in passage.doc)
