"""Whatever is pressed, pasted, clicked and resized, the reader goes on, and ends when asked to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.playground import playground
from tests.app.playing import play

_SECONDS = 5.0


@pytest.mark.parametrize("seed", [101, 102])
def test_no_keys_pastes_clicks_and_sizes_end_the_reader_and_esc_and_q_do(
    tmp_path: Path, seed: int
) -> None:
    articles, kept = tmp_path / "articles", tmp_path / "kept"
    articles.mkdir()
    with playground(articles) as ground:
        played = play(kept, seed, _SECONDS, ground)
    assert played.fault == ""
    assert played.keys > 0
