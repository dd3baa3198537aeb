"""What a report comes to once it is linked: the model's quote and its attribution."""

from __future__ import annotations

from collections.abc import Sequence

from inquit.attribution.linking.levels import type_of
from inquit.attribution.linking.resolution import Resolved
from inquit.attribution.marks import QuotedRun
from inquit.attribution.report import Report
from inquit.model.article import Article
from inquit.model.quotation import Attribution, Cue, Mention, Quote, quote_id
from inquit.model.span import Span


def quote_of(
    report: Report, within: Span | None, runs: Sequence[QuotedRun], article: Article
) -> Quote:
    """Return the quote that a report makes.

    Args:
        report: what was found.
        within: the first content span of the quote around it, None where it stands in none.
        runs: the quoted runs of its window.
        article: what it was found in.
    """
    digest = article.text_digest
    return Quote(
        id=quote_id(digest, report.content_spans[0]),
        type=type_of(report.content_spans, list(runs), article.text),
        content_spans=report.content_spans,
        within=quote_id(digest, within) if within is not None else None,
    )


def attribution_of(
    quote: Quote, report: Report, met: tuple[Mention, Resolved] | None
) -> Attribution:
    """Return who is credited with a quote.

    Args:
        quote: what was said.
        report: the evidence for it.
        met: whom its source span means, None where nobody is credited.
    """
    mention, found = met if met is not None else (None, None)
    certainty = found.certainty if found is not None else 1.0
    reasons = [report.reason, found.reason if found is not None else ""]
    return Attribution(
        quote_id=quote.id,
        cue=Cue(span=report.cue, lemma=report.cue_lemma) if report.cue is not None else None,
        mention=mention,
        source_id=mention.source_id if mention is not None else None,
        addressee=report.addressee,
        method=report.method,
        confidence=round(report.confidence * certainty, 4),
        reason="; ".join(reason for reason in reasons if reason),
    )
