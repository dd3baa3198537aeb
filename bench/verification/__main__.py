"""Prints how rightly and how fast quotations are verified: `python -m bench.verification`.

INQUIT_CORPORA names the folder of the annotated articles that the quotations are made of.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence
from functools import cache

from bench.accuracy.scoring import corpora_folder
from bench.verification.gold import gold_analysis
from bench.verification.in_library import QUOTATIONS, measure_in_library
from bench.verification.making import Case, make_cases, read_gold
from inquit.model.article import Article
from inquit.model.quotation import Analysis
from inquit.service.analysis import Analyst
from inquit.verification.judging import verify
from inquit.verification.verdict import Status, Verdict

CORPUS = "polnear.train.jsonl"


def main() -> None:
    """Run and print precision and recall by class."""
    folder = corpora_folder()
    if folder is None or not (folder / CORPUS).is_file():
        print(f"skipped: INQUIT_CORPORA names no folder with {CORPUS} in it")
        return
    articles, quotes = read_gold(folder / CORPUS)
    cases = make_cases(quotes)

    @cache
    def gold(digest: str) -> Analysis:
        article = next(each for each in articles if each.text_digest == digest)
        return gold_analysis(article, quotes)

    def analyses(article: Article) -> Analysis:
        return gold(article.text_digest)

    begun = time.perf_counter()
    verdicts = verify([case.quotation for case in cases], articles, analyses)
    seconds = time.perf_counter() - begun
    print(f"{len(cases)} quotations against {len(articles)} articles: {seconds:.2f} s\n")
    _print_classes(cases, verdicts)
    if "--faults" in sys.argv:
        _print_faults(cases, verdicts)
    measure_in_library([case.quotation for case in cases[:QUOTATIONS]], articles)
    if "--no-engine" not in sys.argv:
        _measure_with_the_engine(cases, articles)


def _measure_with_the_engine(cases: Sequence[Case], articles: Sequence[Article]) -> None:
    """Print how the speaker class fares where the engine says who is credited in the sources.

    The draft's speaker is still the annotators', a name; articles are analysed by need.
    """
    named = [
        case
        for case in cases
        if case.expected in (Status.VERBATIM, Status.CREDITED_TO_ANOTHER) and case.named
    ]
    verdicts = verify([case.quotation for case in named], articles, Analyst().analyse)
    print(f"## With the engine's speakers: {len(named)} quotations\n")
    _print_classes(named, verdicts)


def _print_classes(cases: Sequence[Case], verdicts: Sequence[Verdict]) -> None:
    """Print precision and recall of each class as a Markdown table."""
    pairs = Counter(
        (case.expected, verdict.status) for case, verdict in zip(cases, verdicts, strict=True)
    )
    print("| verdict | precision | recall | of |\n|---|---|---|---|")
    for status in Status:
        if not any(status in pair for pair in pairs):
            continue
        right = pairs[status, status]
        given = sum(number for (_, found), number in pairs.items() if found is status)
        wanted = sum(number for (expected, _), number in pairs.items() if expected is status)
        precision, recall = right / max(1, given), right / max(1, wanted)
        print(f"| {status.value} | {precision:.3f} | {recall:.3f} | {wanted} |")
    print()


def _print_faults(cases: Sequence[Case], verdicts: Sequence[Verdict]) -> None:
    """Print the quotations that were judged wrongly; to look at, not to keep."""
    for case, verdict in zip(cases, verdicts, strict=True):
        if verdict.status is not case.expected:
            print(f"{case.expected.value} ({case.how}), judged {verdict.status.value}")
            print(f"  {case.quotation.text} [{case.quotation.speaker}]")
            for place in verdict.places:
                print(f"  {place.span.of(place.article.text)!r} {place.speaker}")
            print(f"  {verdict.remarks}")


if __name__ == "__main__":
    main()
