"""Whether a text is English, told by the words that every English sentence is made with.

A detector of languages was weighed: the smallest well-kept one (py3langid) adds a model of a
megabyte and a third of a second, to tell ninety languages apart; here one question is asked, and
function words answer it for running text of any length (compare Grefenstette, "Comparing two
language identification schemes", 1995, whose short-word method this is).
"""

from __future__ import annotations

import re
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
DECLARED = 5.0
"""By how many the input speaks against it that says it is in another language."""
READ = 100_000
"""Code points looked at."""
FEWEST = 4
"""Words in small letters of a line of prose; with fewer it is a name, a head or furniture."""
FEWEST_LETTERS, MOSTLY = 20, 0.5
"""Letters from which a script counts, and the share of all letters."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
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
    known = others = 0
    for line in text.replace("’", "'").split("\n"):
        found = [word for word in _WORD.findall(line) if word[0].islower()]
        if len(found) >= FEWEST:
            hits = sum(word in FUNCTION_WORDS for word in found)
            known, others = known + hits, others + len(found) - hits
    against = known * log(ELSEWHERE / USUAL) + others * log((1 - ELSEWHERE) / (1 - USUAL))
    declared = (article.language or "").strip().casefold()
    foreign = bool(declared) and not declared.startswith(("en", "und", "mul"))
    return against + DECLARED * foreign <= SURE
