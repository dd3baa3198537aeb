"""Whether the engine still gives the same output: `python -m bench.golden [PATH...]`.

Digests stand in golden.sha256, since the output itself holds publishers' text. Compared are the
samples, the corpora in the folder that INQUIT_CORPORA names, and the files that are given. With
`--freeze` the file is written anew; that belongs in a commit that changes the output on purpose.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import seeds

ROOT = Path(__file__).parent.parent
FROZEN = Path(__file__).with_name("golden.sha256")
CORPORA = ("polnear.dev", "gum-news", "web-dev", "seed.gold", "polnear.train", "quoteli3")
LONG = frozenset({"polnear.train", "quoteli3"})
"""Read only where `--long` asks for them: they take minutes."""


def main() -> int:
    """Compare or freeze the digests.

    Returns:
        How many outputs differ from what is frozen.
    """
    flags = {name for name in sys.argv[1:] if name.startswith("--")}
    paths = sorted(set(sys.argv[1:]) - flags)
    articles = [*(f"seed:{name}" for name in seeds.names()), *paths]
    now = {_name(line): _digest(line, paths) for line in _extract(*articles)}
    for corpus in _corpora(flags):
        now[corpus.stem] = _digest(b"".join(_extract(str(corpus))), [])
        print(f"{now[corpus.stem]}  {corpus.stem}", flush=True)
    frozen = _read_frozen()
    if "--freeze" in flags:
        lines = [f"{digest}  {name}\n" for name, digest in sorted((frozen | now).items())]
        FROZEN.write_text("".join(lines), encoding="utf-8")
        return 0
    differ = [name for name, digest in now.items() if frozen.get(name) != digest]
    print(f"\n{len(now) - len(differ)} of {len(now)} as frozen", *differ, sep="\n  ")
    return len(differ)


def _corpora(flags: set[str]) -> list[Path]:
    folder = os.environ.get("INQUIT_CORPORA")
    wanted = [name for name in CORPORA if "--long" in flags or name not in LONG]
    found = [Path(folder) / f"{name}.jsonl" for name in wanted] if folder else []
    return [path for path in found if path.is_file()]


def _extract(*references: str) -> list[bytes]:
    """Return a line of JSON for each article that can be read."""
    program = [
        sys.executable,
        "-c",
        "from tui.cli import main; main()",
        "extract",
        *references,
    ]
    options = ["-f", "jsonl", "--no-cache", "--no-corrections"]
    ran = subprocess.run([*program, *options], cwd=ROOT, stdout=subprocess.PIPE)
    return ran.stdout.splitlines(keepends=True)


def _name(line: bytes) -> str:
    return Path(json.loads(line)["id"]).name


def _digest(output: bytes, paths: list[str]) -> str:
    """Return the SHA-256 of an output, without the folders that its inputs are in."""
    for folder in {Path(path).resolve().parent for path in paths}:
        output = output.replace(os.fsencode(folder) + b"/", b"")
    return hashlib.sha256(output).hexdigest()


def _read_frozen() -> dict[str, str]:
    if not FROZEN.is_file():
        return {}
    lines = FROZEN.read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


if __name__ == "__main__":
    sys.exit(main())
