"""Edits of articles as they happen between two readings, with a passage followed through them.

Two private code points mark the passage while a text is edited, and are taken out at the end.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

OPEN, CLOSE = "\ue000", "\ue001"

Edit = Callable[[str, list[str], random.Random], str]
"""Takes a marked text, sentences of other articles, and chance; returns the edited text."""

_MARKED = re.compile(f"{OPEN}(.*?){CLOSE}", re.DOTALL)
_CURLY = {'"': "“", "'": "’"}
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def mark_passage(text: str, start: int, end: int) -> str:
    """Return text with the passage between start and end marked."""
    return text[:start] + OPEN + text[start:end] + CLOSE + text[end:]


def remove_marks(text: str) -> tuple[str, tuple[int, int] | None]:
    """Return text without marks, and where the passage is, or None where it is gone."""
    start, end = text.find(OPEN), text.find(CLOSE)
    plain = text.replace(OPEN, "").replace(CLOSE, "")
    return plain, None if start < 0 or end < 0 else (start, end - 1)


def insert_sentences(text: str, others: list[str], chance: random.Random) -> str:
    """Insert one to four sentences of other articles between sentences and paragraphs."""
    for _ in range(chance.randint(1, 4)):
        places = [match.end() for match in re.finditer(r"[.!?][\"”]? |\n", text)]
        place = chance.choice([p for p in places if not _is_inside(text, p)] or [0])
        text = text[:place] + chance.choice(others) + " " + text[place:]
    return text


def insert_beside(text: str, others: list[str], chance: random.Random) -> str:
    """Insert a sentence of another article right before or right after the passage."""
    sentence = chance.choice(others)
    if chance.random() < 0.5:
        return text.replace(OPEN, sentence + " " + OPEN)
    return text.replace(CLOSE, CLOSE + " " + sentence)


def delete_paragraphs(text: str, others: list[str], chance: random.Random) -> str:  # noqa: ARG001
    """Delete up to half of the paragraphs, but not the passage's."""
    return "\n".join(
        paragraph
        for paragraph in text.split("\n")
        if OPEN in paragraph or CLOSE in paragraph or chance.random() > 0.5
    )


def reorder(text: str, others: list[str], chance: random.Random) -> str:  # noqa: ARG001
    """Put the paragraphs in another order."""
    if "\n" in _MARKED.search(text)[1]:  # type: ignore[index]
        return text
    paragraphs = text.split("\n")
    chance.shuffle(paragraphs)
    return "\n".join(paragraphs)


def punctuate(text: str, others: list[str], chance: random.Random) -> str:  # noqa: ARG001
    """Change commas, dashes and hyphens everywhere, the passage included."""
    edited = re.sub(", ", lambda _: chance.choice([", ", ", ", " ", "; "]), text)
    edited = edited.replace(" - ", " — ").replace("--", "—")
    return re.sub(r"\. (?=[A-Z])", lambda _: chance.choice([". ", ". ", "; "]), edited)


def curl(text: str, others: list[str], chance: random.Random) -> str:  # noqa: ARG001
    """Retype straight quotation marks as curly ones, and curly ones as straight."""
    if "“" in text or "’" in text:
        return text.translate(_STRAIGHT)
    return re.sub("[\"']", lambda match: _CURLY[match[0]], text)


def change_words(text: str, others: list[str], chance: random.Random) -> str:
    """Change a word or two of the passage itself."""
    words = _MARKED.search(text)[1].split(" ")  # type: ignore[index]
    if len(words) < 8:
        return text
    for _ in range(chance.randint(1, max(1, len(words) // 12))):
        place = chance.randrange(1, len(words) - 1)
        words[place] = chance.choice(chance.choice(others).split())[:15]
    return _MARKED.sub(lambda _: OPEN + " ".join(words) + CLOSE, text)


def add_similar(text: str, others: list[str], chance: random.Random) -> str:
    """Put a quote like the passage in another paragraph, a fifth of its words changed."""
    words = _MARKED.search(text)[1].split()  # type: ignore[index]
    for place in range(len(words)):
        if chance.random() < 0.2:
            words[place] = chance.choice(chance.choice(others).split())
    paragraph = f"{chance.choice(others)} “{' '.join(words)},” a second speaker told the meeting."
    paragraphs = text.split("\n")
    places = [n for n, p in enumerate(paragraphs) if OPEN not in p and CLOSE not in p]
    paragraphs.insert(chance.choice(places or [0]), paragraph)
    return "\n".join(paragraphs)


def remove_passage(text: str, others: list[str], chance: random.Random) -> str:  # noqa: ARG001
    """Delete the passage's whole paragraph."""
    start = text.rfind("\n", 0, text.find(OPEN)) + 1
    end = text.find("\n", text.find(CLOSE))
    return text[:start] + ("" if end < 0 else text[end + 1 :])


def replace_by_similar(text: str, others: list[str], chance: random.Random) -> str:
    """Delete the passage and leave a quote like it elsewhere."""
    return remove_passage(add_similar(text, others, chance), others, chance)


EDITS: dict[str, tuple[Edit, ...]] = {
    "insertions": (insert_sentences,),
    "insertion beside": (insert_beside,),
    "deletions": (delete_paragraphs,),
    "reordering": (reorder,),
    "punctuation": (punctuate,),
    "curly marks": (curl,),
    "words changed": (change_words,),
    "similar quote": (add_similar,),
    "all but reordering": (insert_sentences, delete_paragraphs, punctuate, curl, add_similar),
    "removed": (remove_passage,),
    "similar instead": (replace_by_similar,),
}
"""What is done, by the name in the table."""


def _is_inside(text: str, place: int) -> bool:
    return text.find(OPEN) < place <= text.find(CLOSE)
