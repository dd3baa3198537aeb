"""A store cut short at every hundredth of its length, and with bytes flipped at random."""

from __future__ import annotations

import random
import shutil
import tempfile
from pathlib import Path

from inquit.store.records.record_factory import new_note
from inquit.store.records.repository import Repository

RECORDS, FLIPS = 100, 200


def main() -> None:
    """Print how many records came back, with the backups and without them."""
    chance = random.Random(9)
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary) / "whole"
        with Repository.open(whole) as repository:
            for number in range(RECORDS):
                repository.add_note(new_note("A Source", f"note {number}"))
        data = (whole / "inquit.json").read_bytes()
        cuts = [data[: len(data) * hundredth // 100] for hundredth in range(100)]
        flips = []
        for _ in range(FLIPS):
            flipped = bytearray(data)
            flipped[chance.randrange(len(data))] ^= chance.randrange(1, 256)
            flips.append(bytes(flipped))
        for name, damaged in (("cuts", cuts), ("flips", flips)):
            for kept in (True, False):
                _print(
                    name, [_recovered(whole, each, backups=kept) for each in damaged], backups=kept
                )


def _recovered(whole: Path, damaged: bytes, *, backups: bool) -> tuple[int, bool]:
    folder = whole.with_name("damaged")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(whole, folder)
    if not backups:
        shutil.rmtree(folder / "backups")
    (folder / "inquit.json").write_bytes(damaged)
    with Repository.open(folder) as repository:
        told = repository.recovery is not None
        aside = any((folder / "damaged").glob("*")) if (folder / "damaged").exists() else False
        return len(repository.notes()), told and (aside or repository.read_only)


def _print(name: str, outcomes: list[tuple[int, bool]], *, backups: bool) -> None:
    counts = [count for count, _ in outcomes]
    told = sum(said for _, said in outcomes)
    where = "with backups" if backups else "all backups gone, too"
    print(f"damage, {len(outcomes)} {name}, {where}: of {RECORDS} records at least {min(counts)},")
    print(
        f"  on average {sum(counts) / len(counts):.1f} recovered; told and set aside {told} times"
    )
