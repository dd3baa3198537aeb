"""Made-up news of any length in which the engine finds quotes."""

from __future__ import annotations

import random
from pathlib import Path

from bench.reader.texts import FIRST_WORDS, PART

_NAMES = ("Mara Ellison", "Tom Hargreave", "Ines Caldwell", "Peter Lindqvist", "Ruth Amadi")
_POSTS = ("the harbour master", "a member of the council", "the head of the ferry line")
_SAID = (
    "“We will not close the eastern quay before the winter is over,” said {name}, {post}.",
    "{name} told the board that the crane had been inspected in spring.",
    "“Nobody asked us what the new bridge would cost,” {name} said on Tuesday.",
    "According to {name}, {post}, the budget leaves no room for a second ferry.",
)
_BETWEEN = (
    "The harbour lies at the mouth of the river and serves four ferry lines.",
    "A vote on the plan was put off twice last year, and the paper was never published.",
    "The old crane still stands beside the customs house, where the market was held.",
    "Two of the schools on the north bank share a bus that runs every hour.",
)


def write_news(path: Path, words: int, seed: int) -> None:
    """Write an article of about so many words, the same for the same seed.

    Args:
        path: where to.
        words: how long it is.
        seed: makes it differ from others, so that no kept analysis is one of it.
    """
    dice = random.Random(seed)
    paragraphs = [f"{FIRST_WORDS} Street was debated by the council again in session {seed}."]
    written = len(paragraphs[0].split())
    while written < words:
        said = dice.choice(_SAID).format(name=dice.choice(_NAMES), post=dice.choice(_POSTS))
        between = " ".join(dice.choices(_BETWEEN, k=2))
        paragraphs.append(f"{said} {between} The paper is filed as {PART}{len(paragraphs)}.")
        written += len(paragraphs[-1].split())
    path.write_text("\n".join(paragraphs), "utf-8")
