"""The spaCy pipeline component: `nlp.add_pipe("inquit")` on any English pipeline.

The component reads the Doc's text with a pipeline of its own and takes nothing from the Doc's
annotation: the engine parses quotations masked, which the Doc's own parse does not do. So the
result is that of `inquit.analyse`, whatever the pipeline around it, and costs about one more
parse of the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from inquit.attribution import DEFAULT_MODEL
from inquit.attribution.analyse import analyse
from inquit.model.engine import Engine
from inquit.model.quotation import Analysis, Attribution, Quote

NAME = "inquit"
"""Of the component, of the span group, and of the key in `doc.user_data`."""
EXTENSION = "quotes"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocQuote:
    """A quote found in a Doc; spans reach to the ends of the tokens that they touch.

    Attributes:
        contents: the quoted words, several where the inquit splits them.
        offsets: the exact code points of contents, half-open.
        type: "direct", "indirect" or "mixed".
        speaker: the words that are credited, None where there are none.
        cue: the reporting words.
        source: the name of who that is, None where it is unresolved.
        confidence: probability from 0 to 1 that quote, ends and source are right, the smallest.
        negated: the text denies that it was said.
    """

    contents: tuple[Span, ...]
    offsets: tuple[tuple[int, int], ...]
    type: str
    speaker: Span | None
    cue: Span | None
    source: str | None
    confidence: float
    negated: bool = False


class QuoteComponent:
    """Puts quotes into `doc._.quotes` and their contents into `doc.spans["inquit"]`."""

    def __init__(self, model: str, engine: Engine = Engine.STANDARD) -> None:
        """Take the names of the spaCy pipeline and the engine to read with, loaded when needed."""
        self.model = model
        self.engine = engine

    def __call__(self, doc: Doc) -> Doc:
        """Find who says what in a Doc's text."""
        found = _plain(analyse(doc.text, model=self.model, engine=self.engine))
        doc.user_data[NAME] = found
        spans = [
            _span(doc, offsets, label=str(one["type"])) for one in found for offsets in one["spans"]
        ]
        doc.spans[NAME] = SpanGroup(doc, name=NAME, spans=[span for span in spans if span])
        return doc


@Language.factory(
    NAME,
    default_config={"model": DEFAULT_MODEL, "engine": Engine.STANDARD.value},
    assigns=["doc._.quotes", "doc.spans"],
)
def make_component(
    nlp: Language,  # noqa: ARG001 - spaCy's signature
    name: str,  # noqa: ARG001 - the same
    model: str,
    engine: str,
) -> QuoteComponent:
    """Return the component, as `nlp.add_pipe("inquit", config={"model": ...})` asks for it.

    Raises:
        ValueError: where something else has taken `doc._.quotes`, or there is no such engine.
    """
    _register()
    return QuoteComponent(model, Engine(engine))


def quotes_of(doc: Doc) -> tuple[DocQuote, ...]:
    """Return the quotes that the component found in a Doc, in reading order."""
    return tuple(
        DocQuote(
            contents=tuple(span for at in one["spans"] if (span := _span(doc, at)) is not None),
            offsets=tuple((start, end) for start, end in one["spans"]),
            type=one["type"],
            speaker=_span(doc, one["speaker"]),
            cue=_span(doc, one["cue"]),
            source=one["source"],
            confidence=one["confidence"],
            negated=one["negated"],
        )
        for one in doc.user_data.get(NAME, ())
    )


def _register() -> None:
    if not Doc.has_extension(EXTENSION):
        Doc.set_extension(EXTENSION, getter=quotes_of)
    elif getattr(Doc.get_extension(EXTENSION)[2], "__module__", None) != __name__:
        raise ValueError("another library has taken the extension attribute Doc._.quotes")


def _plain(analysis: Analysis) -> list[dict[str, Any]]:
    """Return the outermost quotes as values that a Doc can be saved with."""
    names = {source.id: source.name for source in analysis.sources}
    return [
        _entry(quote, given, names.get(given.source_id) if given.source_id else None)
        for quote, given in zip(analysis.quotes, analysis.attributions, strict=True)
        if quote.within is None and not quote.topic
    ]


def _entry(quote: Quote, given: Attribution, source: str | None) -> dict[str, Any]:
    mention, cue = given.mention, given.cue
    return {
        "spans": [[span.start, span.end] for span in quote.content_spans],
        "type": str(quote.type),
        "speaker": [mention.span.start, mention.span.end] if mention else None,
        "cue": [cue.span.start, cue.span.end] if cue else None,
        "source": source,
        "confidence": given.confidence,
        "negated": quote.negated,
    }


def _span(doc: Doc, offsets: list[int] | None, *, label: str = "") -> Span | None:
    if offsets is None:
        return None
    return doc.char_span(offsets[0], offsets[1], label=label, alignment_mode="expand")
