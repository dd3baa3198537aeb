"""Text as somebody types it, and the way back from it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.accent_folding import fold_accents, fold_with_places


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("José Núñez, the mayor of Zürich", "Jose Nunez, the mayor of Zurich"),
        ("Łukasz Wójcik at the café", "Lukasz Wojcik at the cafe"),
        ("Søren Ångström, naïve ﬁnal", "Soren Angstrom, naive final"),
        ("Straße, STRAẞE, œuvre, Ærø", "Strasse, STRASSE, oeuvre, Aero"),
        ("İstanbul, kadın, Şişli", "Istanbul, kadin, Sisli"),
        ("“it’s” «so» ‘no’—ever…", '"it\'s" "so" \'no\'-ever...'),
        ("soft\u00adhyphen, zero\u200bwidth, joined\u034f", "softhyphen, zerowidth, joined"),
        ("ＦＵＬＬ １２", "FULL 12"),
        ("Ελλάδα, Чёрный", "Ελλαδα, Черныи"),
        ("plain\nlines\tstay", "plain\nlines\tstay"),
    ],
)
def test_text_is_folded_as_it_is_typed_composed_or_not(text: str, typed: str) -> None:
    assert fold_accents(text) == typed
    assert fold_accents(unicodedata.normalize("NFD", text)) == typed


@given(st.text(alphabet=st.sampled_from("ab é\u0301\u0301ﬃßŒ\u00ad\u200b’…\n½한İ"), max_size=30))
def test_every_stretch_leads_back_to_what_makes_it(text: str) -> None:
    made = fold_with_places(text)
    assert made.text == fold_accents(text)
    for start in range(len(made.text)):
        for end in range(start + 1, len(made.text) + 1):
            span = made.span(start, end)
            assert made.text[start:end] in fold_accents(span.of(text))
            letters = [letter for letter in span.of(text) if fold_accents(letter)]
            assert len("".join(map(fold_accents, letters[1:-1]))) <= end - start


def test_a_long_text_leads_back_from_every_part() -> None:
    text = "ß" + "a" * 19_998 + "e\u0301 ﬁnal" * 3_000 + "Núñez"
    found = fold_with_places(text)
    at = found.text.index("Nunez")
    assert found.span(at, at + 5).of(text) == "Núñez"
    first = found.text.index("e final")
    assert found.span(first, first + 7).of(text) == "e\u0301 ﬁnal"
