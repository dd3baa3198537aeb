"""What costs most in a window, done apart and handed over as bytes."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from spacy.language import Language

import seeds
from inquit.attribution.choice import encoder_for
from inquit.attribution.engine import Readings, analyse_article, analyse_batches
from inquit.attribution.finding.encoder.weights import Encoder, load_encoder
from inquit.attribution.memory_zone import memory_zone
from inquit.attribution.parse import pack_parses, parse, unpack_parses
from inquit.attribution.stretches import mask_stretches
from inquit.attribution.window_reading import (
    WindowReading,
    decode_reading,
    open_window,
    read_window,
)
from inquit.attribution.windows import Window, windows_of
from inquit.errors import DocumentError
from inquit.model.article import Article, article_of

SAMPLES = article_of("\n".join(seeds.read(name).decode() for name in seeds.names()))
SPOKEN = article_of("“The lamp is dark,” said Ida Holm.\nShe added that nobody came.\n")
DIALOGUE = article_of("\n".join(["“Where is it?”", "“I left it there.”", "He went out."] * 8))


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


def test_a_parse_outlives_its_zone_as_arrays(nlp: Language) -> None:
    stretches = tuple(mask_stretches(SAMPLES))
    with memory_zone(nlp):
        arrays = pack_parses(parse(stretches, nlp))
    with memory_zone(nlp):
        expected, unpacked = parse(stretches, nlp), unpack_parses(stretches, arrays, nlp)
        for one, other in zip(expected, unpacked, strict=True):
            assert (one.starts, one.ends, one.run_at) == (other.starts, other.ends, other.run_at)
            for mine, theirs in zip(one.doc, other.doc, strict=True):
                assert (mine.text, mine.tag_, mine.dep_) == (theirs.text, theirs.tag_, theirs.dep_)
                assert mine.head.i == theirs.head.i
                assert mine.is_sent_start == theirs.is_sent_start
                assert mine.left_edge.i == theirs.left_edge.i


@pytest.mark.parametrize("article", [SAMPLES, SPOKEN, DIALOGUE, article_of("“"), article_of("a")])
def test_readings_that_went_through_bytes_give_the_same_analysis(
    article: Article, nlp: Language
) -> None:
    def elsewhere(windows: Iterator[Window]) -> Iterator[tuple[Window, WindowReading] | None]:
        for window in reversed(kept := list(windows)):
            read[window.span] = read_window(window, nlp, encoder_for(article)).encoded()
        for window in kept:
            yield None
            yield window, decode_reading(read[window.span])

    read: dict[object, bytes] = {}
    readings: Readings = elsewhere
    assert list(analyse_batches(article, nlp, readings=readings)) == list(
        analyse_batches(article, nlp)
    )


@pytest.mark.parametrize("data", [b"", b"\xff" * 100, b"PK\x03\x04", b"\x93NUMPY"])
def test_bytes_that_hold_no_reading_are_refused(data: bytes) -> None:
    with pytest.raises(DocumentError):
        decode_reading(data)


def test_a_reading_of_another_window_is_refused(nlp: Language, encoder: Encoder) -> None:
    (spoken,) = windows_of(SPOKEN)
    (other,) = windows_of(article_of("The sea was calm.\nThe boats lay still beside the wall.\n"))
    reading = read_window(other, nlp, encoder)
    with memory_zone(nlp), pytest.raises(DocumentError):
        open_window(spoken, reading, nlp)
    with memory_zone(nlp), pytest.raises(DocumentError):
        open_window(spoken, WindowReading(arrays={}), nlp)


def test_heads_outside_of_a_text_are_refused(nlp: Language) -> None:
    (window,) = windows_of(SPOKEN)
    arrays = dict(read_window(window, nlp, None).arrays)
    arrays["parse_heads"] = arrays["parse_heads"] + 1_000
    with memory_zone(nlp), pytest.raises(DocumentError):
        open_window(window, WindowReading(arrays=arrays), nlp)


def test_articles_in_a_row_are_analysed_as_each_alone(nlp: Language) -> None:
    articles = [SAMPLES, SPOKEN, article_of("Quorlax Vimbleton said the zorblings glimmered.\n")]
    alone = [analyse_article(article, nlp) for article in articles]
    for _ in range(2):
        assert [analyse_article(article, nlp) for article in reversed(articles)] == alone[::-1]


def test_words_of_an_article_do_not_stay_in_the_vocabulary(nlp: Language) -> None:
    analyse_article(SPOKEN, nlp)
    before = len(nlp.vocab.strings)
    words = " ".join(f"quorl{number}ax" for number in range(200))
    analyse_article(article_of(f"{SPOKEN.text}{words} said that {words} left.\n"), nlp)
    assert len(nlp.vocab.strings) == before
    assert "quorl7ax" not in nlp.vocab.strings


def test_a_zone_of_the_callers_own_is_left_alone(nlp: Language) -> None:
    alone = analyse_article(SPOKEN, nlp)
    with nlp.memory_zone():
        doc = nlp("Nora Quist said that the bridge would glimmerate.")
        assert analyse_article(SPOKEN, nlp) == alone
        assert doc[-2].text == "glimmerate"


def test_threads_that_share_a_pipeline_do_not_disturb_each_other(nlp: Language) -> None:
    articles = [article_of(f"{SPOKEN.text}Clerk Ana{n} Silva{n} said no.\n") for n in range(6)]
    alone = [analyse_article(article, nlp) for article in articles]
    found: dict[int, object] = {}

    def analyse(number: int) -> None:
        found[number] = analyse_article(articles[number], nlp)

    threads = [threading.Thread(target=analyse, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[number] for number in range(6)] == alone
