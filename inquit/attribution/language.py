"""Whether a text is English, told by the words that every English sentence is made with.

A detector of languages was weighed: the smallest well-kept one (py3langid) adds a model of a
megabyte and a third of a second, to tell ninety languages apart; here one question is asked, and
function words answer it for running text of any length (compare Grefenstette, "Comparing two
language identification schemes", 1995, whose short-word method this is).
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from math import log

from inquit.attribution.wordlist import words
from inquit.model.article import Article

FUNCTION_WORDS = words(
    """
    about after against all also an and any are aren't around as at be because been before being
    between both but by can can't could couldn't did didn't do does doesn't doing don't down during
    each every few for from had has hasn't have haven't having he he's her here his how i'm if in
    into is isn't it it's its itself just like many more most much never no not of off on only or
    other our out over own said says she she's should so some such than that that's the their them
    then there these they they're this those through to too under until up upon very was wasn't we
    we're were what when where whether which while who whom whose why will with within without won't
    would wouldn't you your yet
    """
)
"""What English sentences are made with; few other languages have many words that look so. Without
“a”, which is a word of many."""
USUAL, ELSEWHERE = 0.45, 0.06
"""Share of these among the words in small letters of English prose, and of other prose at most."""
SURE = 10.0
"""By so many natural logarithms the words must speak against English."""
DECLARED, DECLARED_ENGLISH = 5.0, 10.0
"""By how many the input speaks that says it is in another language, or in English."""
REPEATED = 3
"""Times that a word counts which is no function word; labels may come any number of times."""
OTHERS = "function_words.toml"
"""What sentences of other languages are made with."""
OWN, STRAY, DIFFERENT = 0.35, 0.01, 3
"""Share of its own function words in prose of another language, theirs in English prose at most,
and how many different ones make a language: a name or a title has one or two."""
READ = 100_000
"""Code points looked at."""
FEWEST = 4
"""Words in small letters of a line of prose; with fewer it is a name, a head or furniture."""
FEWEST_LETTERS, MOSTLY = 20, 0.5
"""Letters from which a script counts, and the share of all letters."""
_WORD = re.compile(
    r"(?<![^\s\"'“”„«»‘(\[–—])[^\W\d_]+(?:'[^\W\d_]+)*(?=[.,;:!?…\"'“”„«»‘)\]]{0,3}(?:\s|[–—]|\Z))"
)
"""A word of prose; parts of addresses, tags and style sheets are none."""
_PARTICLES = re.compile(
    r"\b(?:al|bin|da|das|de|del|della|den|der|di|do|dos|du|el|la|le|van|von|zu)"
    r"(?:[ ](?:den|der|la|las|los))?[ ](?=[^\W\d_a-z])"
)
"""What names in English texts have of other languages."""
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")


def is_english(article: Article) -> bool:
    """Tell whether an article is in English, as far as its words tell; in doubt it is.

    Quotations in another language, lists, tables and a few words make no difference.

    Args:
        article: the article.
    """
    text = article.text[:READ]
    letters = sum(map(str.isalpha, text))
    latin = len(_LATIN.findall(text))
    if letters >= FEWEST_LETTERS and latin < MOSTLY * letters:
        return False
    prose = Counter(_words_of_prose(text))
    known = sum(times for word, times in prose.items() if word in FUNCTION_WORDS)
    others = sum(
        min(times, REPEATED) for word, times in prose.items() if word not in FUNCTION_WORDS
    )
    english = known * log(ELSEWHERE / USUAL)
    unlike = english + others * log((1 - ELSEWHERE) / (1 - USUAL))
    hits = max(_hits(prose, words) for words in _of_others())
    alike = english + hits * log(OWN / STRAY) if hits > known else 0.0
    return max(unlike, alike) <= SURE + _allowance(article.language)


def _words_of_prose(text: str) -> Iterator[str]:
    """Yield the words in small letters in lines of prose."""
    for line in _PARTICLES.sub(" ", text.replace("’", "'")).split("\n"):
        found = [word for word in _WORD.findall(line) if word[0].islower()]
        if len(found) >= FEWEST:
            yield from found


def _hits(prose: Counter[str], words: frozenset[str]) -> int:
    """Return how often words of a language come, none where they are too few of them."""
    found = {word: times for word, times in prose.items() if _stem(word) in words}
    return sum(found.values()) if len({*map(_stem, found)}) >= DIFFERENT else 0


def _stem(word: str) -> str:
    """Return a word, or what is elided before another."""
    elided, apostrophe, _ = word.partition("'")
    return elided + apostrophe


def _allowance(language: str | None) -> float:
    """Return by how much more, or less, the words must tell for what the input says of itself."""
    declared = (language or "").strip().casefold()
    if declared.startswith("en"):
        return DECLARED_ENGLISH
    return 0.0 if not declared or declared.startswith(("und", "mul")) else -DECLARED


@lru_cache(maxsize=1)
def _of_others() -> tuple[frozenset[str], ...]:
    """Return the function words of each other language, without those of English; read once."""
    source = files(__package__).joinpath(OTHERS).read_text("utf-8")
    return tuple(
        words(listed) - FUNCTION_WORDS - {"a"} for listed in tomllib.loads(source).values()
    )
