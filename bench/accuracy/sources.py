"""Whether quotes are linked to the right source: names and pronouns in news, speakers in novels.

A predicted quote stands for a gold one where the two share most of their letters and digits
(IoU of at least 0.8, the nearest pair first, one to one), as in the corpora's scorer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from inquit.attribution.wordlist import words

Json = dict[str, Any]

IOU = 0.8
PRONOUNS = words("i he she it they we him her them us")
DETERMINERS = words("the a an this that these those his her their its our my your")
WORD = re.compile(r"\w+(?:[.\-’'&]\w+)*")
HEAD_ENDS = words(
    """
    of from for with in at on who that whose which to by near close familiar during after before
    about among including like as
    """
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """So many of so many right, and the share that is asked for."""

    measure: str
    right: int
    of: int
    bar: float

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where there is nothing to count."""
        return self.right / self.of if self.of else 0.0


def news_tallies(gold: Sequence[Json], predicted: dict[str, Json]) -> tuple[Tally, ...]:
    """Return how often a source's name and a pronoun's referent are right.

    A name is right where its head word is that of the gold's canonical name; by the stricter of
    two readings only that counts, as in the corpora's scorer. The gold's name may be a role
    alone, or a role and a name, so by the other a name is right, too, where its words end the
    canonical name's, or those of a mention that the gold's coreference gives to the same entity;
    determiners and pronouns left out.
    Pronouns are counted by mention: each gold speaker that is a pronoun, and that a predicted
    quote credits, once; right where the predicted name is right by the second reading; a pronoun
    left open is wrong.

    Args:
        gold: documents with `entities`, the gold's coreference.
        predicted: documents by id.
    """
    names = [
        (_same_head(name, canonical), _is_named_so(document, quote, name))
        for document in gold
        for quote, found in pairs(document, predicted[document["id"]])
        if (canonical := (quote["speaker"] or {}).get("canonical"))
        for name in [(found["speaker"] or {}).get("canonical") or ""]
    ]
    pronouns = [right for document in gold for right in _pronouns(document, predicted)]
    return (
        Tally(measure="name, head word", right=sum(a for a, _ in names), of=len(names), bar=0.85),
        Tally(
            measure="name, by coreference",
            right=sum(a or b for a, b in names),
            of=len(names),
            bar=0.85,
        ),
        Tally(measure="pronouns", right=sum(pronouns), of=len(pronouns), bar=0.75),
    )


def web_tallies(gold: Sequence[Json], predicted: dict[str, Json]) -> tuple[Tally, ...]:
    """Return how often a source's name is exactly right, and how often its head word is.

    Args:
        gold: documents whose speakers have canonical names.
        predicted: documents by id.
    """
    names = [
        (canonical, (found["speaker"] or {}).get("canonical") or "")
        for document in gold
        for quote, found in pairs(document, predicted[document["id"]])
        if (canonical := (quote["speaker"] or {}).get("canonical"))
    ]
    exact = sum(found.casefold() == canonical.casefold() for canonical, found in names)
    heads = sum(_same_head(found, canonical) for canonical, found in names)
    return (
        Tally(measure="name, exactly", right=exact, of=len(names), bar=0.9),
        Tally(measure="name, head word", right=heads, of=len(names), bar=0.93),
    )


def novel_tallies(gold: Sequence[Json], predicted: dict[str, Json]) -> tuple[Tally, ...]:
    """Return how often the speaker of a run between quotation marks is right.

    Right by mention: the predicted source span touches the gold's. Right by name: the predicted
    source's name, or its mention, is one of the names that the gold lists for the speaker and
    for nobody else in that novel, or the predicted mention has the head word of the gold's
    where that is no pronoun. The gold has quotations inside of others beside them, so those found
    there count. Counted among the runs found, and among all, where a run not found is wrong.
    """
    strict = lenient = found = total = 0
    for document in gold:
        own = _own_names(document)
        total += sum(1 for quote in document["quotes"] if quote["speaker"].get("span"))
        given = predicted[document["id"]]
        runs = {"quotes": list(_fragments([*given["quotes"], *given["nested_quotes"]]))}
        for quote, other in pairs(document, runs):
            if not quote["speaker"].get("span"):
                continue
            speaker = other["speaker"] or {}
            touching = _touch(quote["speaker"]["span"], speaker.get("span"))
            found += 1
            strict += touching
            lenient += touching or _same_person(quote["speaker"], speaker, own)
    return (
        Tally(measure="speaker by mention, of those found", right=strict, of=found, bar=0.8),
        Tally(
            measure="speaker by mention or name, of those found", right=lenient, of=found, bar=0.8
        ),
        Tally(measure="speaker by mention or name, of all", right=lenient, of=total, bar=0.8),
    )


TALLIES: dict[str, Callable[[Sequence[Json], dict[str, Json]], tuple[Tally, ...]]] = {
    "web-dev": web_tallies,
    "gum-news": news_tallies,
    "quoteli3": novel_tallies,
}
"""By corpus."""


def pairs(gold: Json, predicted: Json) -> Iterator[tuple[Json, Json]]:
    """Yield the gold quotes of a document with the predicted ones that stand for them."""
    text = gold["text"]
    golds = [(_letters(text, quote["spans"]), quote) for quote in gold["quotes"]]
    founds = [(_letters(text, quote["spans"]), quote) for quote in predicted["quotes"]]
    by_letter: dict[int, set[int]] = {}
    for index, (letters, _) in enumerate(founds):
        for letter in letters:
            by_letter.setdefault(letter, set()).add(index)
    likely = []
    for index, (letters, _) in enumerate(golds):
        for other in set().union(*(by_letter.get(letter, set()) for letter in letters)):
            iou = len(letters & founds[other][0]) / len(letters | founds[other][0])
            if iou >= IOU:
                likely.append((-iou, index, other))
    taken: set[int] = set()
    matched: dict[int, int] = {}
    for _, index, other in sorted(likely):
        if index not in matched and other not in taken:
            matched[index] = other
            taken.add(other)
    for index in sorted(matched):
        yield golds[index][1], founds[matched[index]][1]


def head_word(phrase: str) -> str:
    """Return the last word before a preposition or relative, in small letters."""
    head = ""
    for word in WORD.findall(phrase.casefold()):
        if head and word in HEAD_ENDS:
            break
        head = word if word not in DETERMINERS or not head else head
    return re.sub(r"['’]s$", "", head)


def _letters(text: str, spans: Sequence[Sequence[int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def _fragments(quotes: Sequence[Json]) -> Iterator[Json]:
    for quote in quotes:
        for span in quote["spans"]:
            yield {**quote, "spans": [span]}


def _touch(one: Sequence[int], other: Sequence[int] | None) -> bool:
    return other is not None and one[0] < other[1] and other[0] < one[1]


def _same_head(one: str, other: str) -> bool:
    return bool(one) and head_word(one) == head_word(other)


def _is_named_so(document: Json, quote: Json, name: str) -> bool:
    """Tell whether the gold has just these words for the speaker, by the second reading."""
    entity = quote["speaker"].get("entity")
    mentions = [each for each in document["entities"] if entity and each["id"] == entity]
    texts = [document["text"][slice(*each["span"])] for each in mentions]
    if _bare(name) and f" {_bare(quote['speaker']['canonical'])}".endswith(f" {_bare(name)}"):
        return True
    return bool(_bare(name)) and any(
        f" {_bare(text)}".endswith(f" {_bare(name)}") for text in texts
    )


def _bare(phrase: str) -> str:
    words = WORD.findall(phrase.casefold())
    return " ".join(word for word in words if word not in DETERMINERS | PRONOUNS)


def _pronouns(document: Json, predicted: dict[str, Json]) -> Iterator[bool]:
    seen: set[int] = set()
    for quote in document["quotes"]:
        speaker = quote["speaker"] or {}
        if (speaker.get("text") or "").casefold() not in PRONOUNS:
            continue
        if speaker["span"][0] in seen or not speaker.get("canonical"):
            continue
        seen.add(speaker["span"][0])
        crediting = [
            other["speaker"]
            for other in predicted[document["id"]]["quotes"]
            if other["speaker"] and _touch(speaker["span"], other["speaker"]["span"])
        ]
        if crediting:
            name = crediting[0]["canonical"] or ""
            same = _same_head(name, speaker["canonical"])
            yield same or _is_named_so(document, quote, name)


def _own_names(document: Json) -> dict[str, str]:
    """Return for each name that only one character has, whose it is."""
    owners: dict[str, set[str]] = {}
    for quote in document["quotes"]:
        whose = quote["speaker"].get("canonical") or ""
        for alias in (whose.replace("_", " "), *(quote.get("aliases") or ())):
            owners.setdefault(alias.casefold(), set()).add(whose)
    return {alias: next(iter(whose)) for alias, whose in owners.items() if len(whose) == 1}


def _same_person(gold: Json, speaker: Json, own: dict[str, str]) -> bool:
    texts = [(speaker.get(key) or "").casefold() for key in ("canonical", "text")]
    if any(own.get(text, "") == gold.get("canonical") for text in texts if text):
        return True
    head = head_word(gold["text"])
    return head not in PRONOUNS and bool(texts[1]) and head_word(texts[1]) == head
