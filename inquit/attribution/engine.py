"""The engine: an article in, what was said by whom out, a batch of paragraphs at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.language import Language

from inquit.attribution import DEFAULT_MODEL, version_of
from inquit.attribution.choice import encoder_for, finder_for
from inquit.attribution.language import is_english
from inquit.attribution.linking.linker import Linker
from inquit.attribution.memory_zone import memory_zone
from inquit.attribution.preview import Previews, Visible
from inquit.attribution.unread import unread_batch
from inquit.attribution.window_analysis import analyse_window
from inquit.attribution.window_reading import WindowReading, open_window, read_window
from inquit.attribution.windows import Window, windows_of
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch, collect
from inquit.model.engine import Engine
from inquit.model.quotation import Analysis

Readings = Callable[[Iterator[Window]], Iterator[tuple[Window, WindowReading] | None]]
"""Takes windows in order and yields each with its reading, in order; None where that takes long."""


def analyse_batches(
    article: Article,
    nlp: Language,
    engine: Engine = Engine.STANDARD,
    *,
    visible: Visible | None = None,
    readings: Readings | None = None,
) -> Iterator[AnalysisBatch]:
    """Yield what the engine finds, in reading order, while it reads on.

    Args:
        article: the text and its paragraphs.
        nlp: a pipeline of `load_pipeline`.
        engine: which encoder reads.
        visible: asked before each window what part of the text the reader looks at; None where
            nobody looks.
        readings: reads the windows elsewhere or has them already; None to read them here.

    Yields:
        A batch for each window of paragraphs; memory is bounded by the window. Where the reader
        looks at what is far from being read, first a preview of that. Of a text that is not
        English one batch, which credits nobody.
    """
    if not is_english(article):
        yield unread_batch(article)
        return
    encoder = encoder_for(article, engine)
    finder, linker = finder_for(article), Linker(article)
    previews = Previews(article, nlp, encoder, visible) if visible is not None else None
    read = readings or (lambda windows: ((one, read_window(one, nlp, encoder)) for one in windows))
    steps = read(windows_of(article))
    done = 0
    while True:
        if previews is not None and (preview := previews.due(done)) is not None:
            yield preview
        try:
            step = next(steps)
        except StopIteration:
            return
        if step is None:
            continue
        window, reading = step
        with memory_zone(nlp):
            batch = analyse_window(open_window(window, reading, nlp), finder, linker, article)
        done = batch.done
        yield batch


def analyse_article(
    article: Article,
    nlp: Language,
    *,
    model: str = DEFAULT_MODEL,
    engine: Engine = Engine.STANDARD,
) -> Analysis:
    """Return all that the engine finds in an article.

    Args:
        article: the text and its paragraphs.
        nlp: a pipeline of `load_pipeline`.
        model: the name that it was loaded by, which the analysis carries.
        engine: which encoder reads.
    """
    return collect(
        article,
        analyse_batches(article, nlp, engine),
        engine_version=version_of(engine),
        model_name=model,
    )
