"""What holds of sources in any text: none against the text's own evidence, none merged."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inquit.model.quotation import Analysis, SourceKind

PEOPLE = ("Mr. Lund", "Mrs. Holm", "Ida Berg", "Per Berg", "Berg", "the mayor", "A stranger")
SENTENCES = st.sampled_from(
    [f"{who} {what}" for who in PEOPLE for what in ("left.", "said it was late.", "met Mr. Dahl.")]
    + [f"“It is late,” {who} said." for who in ("he", "she", "they", "Mrs. Holm", "a source")]
    + ["An official said it was late.", "The agency said it was early.", "Q: Is it late?\nA: Yes."]
)
TEXTS = st.lists(st.tuples(SENTENCES, st.sampled_from([" ", "\n"])), min_size=1, max_size=12).map(
    lambda pairs: "".join(sentence + gap for sentence, gap in pairs)
)
FEW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
AGAINST = {"he": "Mrs.", "she": "Mr."}
MANY = {"they", "them", "we"}


@FEW
@given(text=TEXTS)
def test_every_mention_refers_to_a_source_that_is_there(
    text: str, analysed: Callable[[str], Analysis]
) -> None:
    analysis = analysed(text)
    assert {m.source_id for m in analysis.mentions} - {None} <= {s.id for s in analysis.sources}


@FEW
@given(text=TEXTS)
def test_no_pronoun_stands_for_somebody_whom_the_text_gives_another_gender_or_number(
    text: str, analysed: Callable[[str], Analysis]
) -> None:
    analysis = analysed(text)
    sources = {source.id: source for source in analysis.sources}
    for mention in analysis.mentions:
        pronoun = mention.span.of(text).casefold()
        if mention.source_id is None:
            continue
        source = sources[mention.source_id]
        assert not source.name.startswith(AGAINST.get(pronoun, "\n"))
        if pronoun in AGAINST:
            assert source.kind not in (SourceKind.GROUP, SourceKind.ORGANISATION)
        if pronoun in MANY:
            assert source.kind is not SourceKind.PERSON


@FEW
@given(count=st.integers(min_value=2, max_value=6), noun=st.sampled_from(["official", "source"]))
def test_sources_whose_names_are_withheld_are_never_merged(
    count: int, noun: str, analysed: Callable[[str], Analysis]
) -> None:
    text = " ".join(f"A {noun} said the ship was number {number}." for number in range(count))
    analysis = analysed(text)
    credited = [given.source_id for given in analysis.attributions]
    assert len(credited) == count
    assert len(set(credited) - {None}) == count
