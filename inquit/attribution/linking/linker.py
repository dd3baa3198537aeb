"""The linker: reports in; quotes, mentions, sources and attributions out, window by window."""

from __future__ import annotations

from collections.abc import Sequence

from inquit.attribution.linking.hearers import with_hearers_apart
from inquit.attribution.linking.levels import levelled
from inquit.attribution.linking.reader import Reader
from inquit.attribution.linking.turns import Dialogue, resolved_by_turns
from inquit.attribution.linking.values import attribution_of, quote_of
from inquit.attribution.linking.whole import with_whole_sources
from inquit.attribution.passage import Passage
from inquit.attribution.report import Report
from inquit.attribution.rules.dialogue import reads_as_dialogue
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import Attribution, Quote


class Linker:
    """Turns the reports of one article into the model's values.

    Its memory grows with those whom the article names and credits, not with its words.
    """

    def __init__(self, article: Article) -> None:
        """Start at the head of an article."""
        self._article = article
        in_dialogue = reads_as_dialogue(article)
        self._reader = Reader(article, by_given=in_dialogue)
        self._dialogue = Dialogue(article.text) if in_dialogue else None

    def skip_to(self, paragraph: int) -> None:
        """Leave paragraphs out; so many lie before the passages that come next."""
        self._reader.skip_to(paragraph)

    def link(self, passages: Sequence[Passage], reports: Sequence[Report]) -> AnalysisBatch:
        """Return the batch for the next passages and what was reported in them.

        Args:
            passages: following on those of the call before.
            reports: in reading order, spans within these passages.
        """
        text = self._article.text
        reports = with_hearers_apart(with_whole_sources(reports, text), text)
        self._reader.read(passages, reports)
        quotes, attributions = self._values(passages, self._take_turns(passages, reports))
        return AnalysisBatch(
            done=passages[-1].span.end if passages else 0,
            total=len(text),
            quotes=tuple(quotes),
            mentions=self._reader.take_fresh(),
            sources=tuple(self._reader.entities.news()),
            attributions=tuple(attributions),
        )

    def _take_turns(
        self, passages: Sequence[Passage], reports: tuple[Report, ...]
    ) -> tuple[Report, ...]:
        """Return reports with a source where the turns of a dialogue tell whose words they are."""
        traces = self._reader.trail.take_fresh()
        if self._dialogue is None:
            return reports
        known = {span: found.entity for span, (_, found) in self._reader.resolved.items()}
        reports, met = self._dialogue.settled(passages, reports, traces, known)
        for span, one in met.items():
            if one.entity is not None and known.get(span) is not one.entity:
                self._reader.entities.credit(one.entity)
                self._reader.keep(span, resolved_by_turns(one, span.of(self._article.text)))
        return reports

    def _values(
        self, passages: Sequence[Passage], reports: tuple[Report, ...]
    ) -> tuple[list[Quote], list[Attribution]]:
        """Return the quotes of reports, and who is credited with each."""
        quotes: list[Quote] = []
        attributions: list[Attribution] = []
        runs = [run for passage in passages for run in passage.runs]
        for report, within in levelled(reports):
            quote = quote_of(report, within, runs, self._article)
            met = self._reader.resolved.get(report.source) if report.source else None
            quotes.append(quote)
            attributions.append(attribution_of(quote, report, met))
        return quotes, attributions
