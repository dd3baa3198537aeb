"""The encoder that ships, and what is told where one is missing or damaged."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest

from inquit import analyse
from inquit.attribution import version_of
from inquit.attribution.finding.encoder.packing import packed, unpacked
from inquit.attribution.finding.encoder.weights import (
    DEEP_PACKAGE,
    VOCABULARY,
    load_encoder,
    read_arrays,
    read_encoder,
)
from inquit.errors import ModelError
from inquit.model.engine import Engine
from tests.attribution.finding.encoder.test_network import reference

MOST = 26_000_000
POSITIONS = "encoder.position.weight"
HERE = files("inquit.attribution.finding.encoder")


def random_arrays(kind: str) -> dict[str, np.ndarray]:
    return {
        name.removeprefix(f"{kind}/"): part.astype(np.float32)
        for name, part in reference().items()
        if name.startswith(f"{kind}/")
    }


def archive(arrays: dict[str, np.ndarray]) -> bytes:
    written = BytesIO()
    np.savez(written, **arrays)
    return written.getvalue()


def write_small_encoder(folder: Path, kind: str) -> None:
    folder.mkdir()
    arrays = random_arrays(kind)
    arrays[POSITIONS] = np.tile(arrays[POSITIONS], (20, 1))  # enough for whole texts
    stored = packed(arrays)
    names = sorted(stored)
    half = len(names) // 2
    for number, some in enumerate((names[:half], names[half:])):
        part = archive({name: stored[name] for name in some})
        (folder / f"{kind}.{number}.npz").write_bytes(part)
    words = ["[UNK]", "said", "the", "bridge", *(f"word{n}" for n in range(46))]
    (folder / VOCABULARY).write_text("\n".join(words), encoding="utf-8")


def test_the_weights_are_small_enough_to_ship() -> None:
    sizes = [len(one.read_bytes()) for one in HERE.iterdir() if one.name.endswith(".npz")]
    assert len(sizes) == 1
    assert 1_000_000 < sizes[0] <= MOST


def test_the_standard_encoder_has_finite_weights_for_every_piece() -> None:
    words = load_encoder().model.words
    assert np.isfinite(words.look_up(np.arange(len(words)))).all()
    assert len(words) == len((HERE / VOCABULARY).read_text("utf-8").splitlines())


@pytest.mark.parametrize("kind", ["minilm", "mpnet"])
def test_an_encoder_is_read_from_several_files(kind: str, tmp_path: Path) -> None:
    write_small_encoder(tmp_path / "small", kind)
    encoder = read_encoder(tmp_path / "small")
    numbers = np.array([n for n, _, _ in encoder.splitter.split("said the bridge")])
    encoding = encoder.model.read(numbers, np.zeros((3, 3), np.int64))
    np.testing.assert_allclose(encoding.cues.sum(axis=1), 1, rtol=1e-5)


def test_rows_that_were_cut_are_joined_in_their_order(tmp_path: Path) -> None:
    rows = np.arange(12, dtype=np.float32).reshape(6, 2)
    parts = [tmp_path / "one.npz", tmp_path / "two.npz"]
    parts[0].write_bytes(archive({"a#1": rows[4:], "b": rows}))
    parts[1].write_bytes(archive({"a#0": rows[:4]}))
    joined = read_arrays(parts)
    np.testing.assert_array_equal(joined["a"], rows)
    np.testing.assert_array_equal(joined["b"], rows)


def test_packing_moves_no_weight_by_more_than_half_a_step() -> None:
    rows = np.random.default_rng(4).normal(size=(64, 100)).astype(np.float32)
    back = unpacked(packed({"a": rows}))["a"]
    step = np.abs(rows).max(axis=1, keepdims=True) / 127
    assert (np.abs(back - rows) <= step / 2 + 1e-6).all()


@pytest.mark.parametrize("damage", ["cut", "empty", "changed", "absent"])
def test_damaged_weights_are_told_in_one_line(damage: str, tmp_path: Path) -> None:
    write_small_encoder(tmp_path / "small", "minilm")
    for file in (tmp_path / "small").glob("*.npz"):
        content = file.read_bytes()
        changed = content[:100] + bytes(400) + content[500:]
        kept = {"cut": content[:300], "empty": b"", "changed": changed}
        file.unlink()
        if damage in kept:
            file.write_bytes(kept[damage])
    with pytest.raises(ModelError, match="weights are damaged; install inquit anew") as caught:
        read_encoder(tmp_path / "small")
    assert "\n" not in str(caught.value)


@pytest.fixture
def not_yet_imported(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delitem(sys.modules, DEEP_PACKAGE, raising=False)
    load_encoder.cache_clear()
    yield
    load_encoder.cache_clear()
    sys.modules.pop(DEEP_PACKAGE, None)


@pytest.mark.usefixtures("not_yet_imported")
def test_the_deep_engine_says_where_it_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, DEEP_PACKAGE, None)  # type: ignore[arg-type]
    with pytest.raises(ModelError, match="weights of the deep engine are not installed"):
        load_encoder(Engine.DEEP)


@pytest.mark.usefixtures("not_yet_imported")
def test_a_package_of_the_deep_engine_without_weights_counts_as_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / DEEP_PACKAGE).mkdir()
    (tmp_path / DEEP_PACKAGE / "__init__.py").write_text('"""Nothing yet."""\n')
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModelError, match="weights of the deep engine are not installed"):
        load_encoder(Engine.DEEP)


@pytest.mark.usefixtures("not_yet_imported")
def test_the_deep_engine_is_read_from_its_own_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_small_encoder(tmp_path / DEEP_PACKAGE, "mpnet")
    (tmp_path / DEEP_PACKAGE / "__init__.py").write_text('"""A small model."""\n')
    monkeypatch.syspath_prepend(tmp_path)
    assert load_encoder(Engine.DEEP).model.relative is not None
    assert load_encoder(Engine.STANDARD).model.relative is None


@pytest.mark.usefixtures("not_yet_imported")
def test_damaged_weights_of_the_deep_engine_name_what_to_install_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_small_encoder(tmp_path / DEEP_PACKAGE, "mpnet")
    (tmp_path / DEEP_PACKAGE / "__init__.py").touch()
    (tmp_path / DEEP_PACKAGE / "mpnet.1.npz").unlink()
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModelError, match="install inquit-deep anew"):
        load_encoder(Engine.DEEP)


@pytest.mark.usefixtures("not_yet_imported")
def test_the_deep_engine_finds_quotes_with_the_same_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_small_encoder(tmp_path / DEEP_PACKAGE, "mpnet")
    (tmp_path / DEEP_PACKAGE / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    analysis = analyse("“The bridge is closed,” said Ann Lee.", engine=Engine.DEEP)
    assert [quote.content_spans[0].start for quote in analysis.quotes] == [1]
    assert analysis.engine_version == version_of(Engine.DEEP)
