"""Measures how many of the quoted words each source has, and where it speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from inquit.model.article import Article
from inquit.model.quotation import QuoteType, Source
from widgets.attributed_quotes import AttributedQuotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one source says; source None stands for what is not attributed.

    Attributes:
        source: who.
        quotes: how many quotes.
        direct: words in quotation marks, those of partly quoted speech included.
        indirect: words reported without.
        share: of all quoted words, from 0 to 1.
        places: where the quotes begin, each a share of the article from 0 to 1.
    """

    source: Source | None
    quotes: int
    direct: int
    indirect: int
    share: float
    places: tuple[float, ...]


def measure_shares(article: Article, findings: AttributedQuotes) -> list[Share]:
    """Return each source's share, the greatest first; quotes inside others are not counted."""
    made = list(_counted(article, findings))
    total = sum(share.direct + share.indirect for share in made) or 1
    return sorted(
        (
            Share(
                source=share.source,
                quotes=share.quotes,
                direct=share.direct,
                indirect=share.indirect,
                share=(share.direct + share.indirect) / total,
                places=share.places,
            )
            for share in made
        ),
        key=lambda share: -share.share,
    )


def draw_bar(share: Share, greatest: float, cells: int) -> str:
    """Return a bar: solid for quoted words, hatched for reported ones.

    Args:
        share: what to draw.
        greatest: the share that fills all cells.
        cells: how many there are.
    """
    words = max(1, share.direct + share.indirect)
    length = max(1, round(cells * share.share / max(greatest, 1e-9)))
    solid = round(length * share.direct / words)
    return ("█" * solid + "▒" * (length - solid)).ljust(cells)


def draw_places(share: Share, cells: int) -> str:
    """Return a line of the article from left to right, with a mark where the source speaks."""
    marks = {min(cells - 1, int(place * cells)) for place in share.places}
    return "".join("▪" if cell in marks else "·" for cell in range(cells))


def _counted(article: Article, findings: AttributedQuotes) -> Iterator[Share]:
    length = max(1, len(article.text))
    for source, all_ids in findings.sources():
        quote_ids = [given for given in all_ids if findings.outer_of(given) is None]
        if not quote_ids:
            continue
        direct = indirect = 0
        where = []
        for quote_id in quote_ids:
            finding = findings[quote_id]
            spans = finding.quote.content_spans
            words = sum(len(span.of(article.text).split()) for span in spans)
            if finding.quote.type is QuoteType.INDIRECT:
                indirect += words
            else:
                direct += words
            where.append(finding.start / length)
        yield Share(
            source=source,
            quotes=len(quote_ids),
            direct=direct,
            indirect=indirect,
            share=0,
            places=tuple(where),
        )
