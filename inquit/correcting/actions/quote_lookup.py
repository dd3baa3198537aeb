"""Finding the quote, and the source, that a correction of one quote means."""

from __future__ import annotations

from dataclasses import replace

from inquit.correcting.actions.pending_correction import PendingCorrection
from inquit.correcting.quote_matching import find_parts, parse_spans
from inquit.correcting.selection import content_from_selection
from inquit.correcting.working_analysis import WorkingAnalysis
from inquit.model.article import digest_of
from inquit.model.correction import Value
from inquit.model.folding import fold_text
from inquit.model.passage import with_marks
from inquit.model.quotation import READER, Quote, QuoteType, Source, SourceId, SourceKind, quote_id
from inquit.model.span import Span


def find_or_restore_quote(analysis: WorkingAnalysis, correction: PendingCorrection) -> Quote | None:
    """Return the quote that a correction is about; restore one that the engine finds no more."""
    span, kind = correction.span, correction.quote_type
    if not span:
        return None
    found = analysis.quote_at(span)
    if found is not None or kind is None:
        return found
    spans = parts_at(analysis, correction, span)
    remark = f"kept as a quote, {correction.signature}"
    restored = Quote(
        id=quote_id(analysis.digest, spans[0]), type=kind, content_spans=spans, corrected=remark
    )
    analysis.put_quote(restored)
    given = analysis.given[restored.id]
    analysis.given[restored.id] = replace(given, method=READER, reason=remark)
    return restored


def parts_at(
    analysis: WorkingAnalysis,
    correction: PendingCorrection,
    span: Span,
    value: Value = Value.PARTS,
) -> tuple[Span, ...]:
    """Return the parts of a quote in a passage, found by their words where the passage changed.

    Where the words are gone, the quotation marks decide what is quoted; without marks the whole
    passage is one part.
    """
    written = correction.values.get(value, "")
    parts = parse_spans(written, span.start)
    if parts and Span(parts[0].start, parts[-1].end) == span:
        return parts
    exact = correction.correction.target.quote.exact
    if found := find_parts(parse_spans(written, 0), exact, analysis.text, span):
        return found
    content = content_from_selection(analysis.text, with_marks(analysis.text, span))
    if content and correction.quote_type is content[1] is QuoteType.DIRECT:
        return content[0]
    return (span,)


def find_or_make_source(analysis: WorkingAnalysis, correction: PendingCorrection) -> Source:
    """Return the source that a correction credits; make one where none has its name yet."""
    name = correction.values.get(Value.NAME, "")
    found = analysis.find_source(name, correction.offset(Value.INTO_OFFSET))
    if found is not None:
        return found
    return Source(
        id=SourceId(f"{analysis.digest[:12]}:r-{digest_of(fold_text(name))[:12]}"),
        name=name,
        kind=correction.source_kind(SourceKind.PERSON),
        corrected=correction.signed("added"),
    )
