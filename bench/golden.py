"""Whether the engine still gives the same output: `python -m bench.golden [PATH...]`.

Digests stand in golden.sha256, since the output itself holds publishers' text. Compared are the
samples, the corpora in the folder that INQUIT_CORPORA names, and the files that are given. With
`--freeze` the file is written anew; that belongs in a commit that changes the output on purpose.
"""

from __future__ import annotations

import hashlib
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
    now = {}
    for name, reference in _inputs([a for a in sys.argv[1:] if a not in flags], flags):
        now[name] = _digest(reference)
        print(f"{now[name]}  {name}", flush=True)
    frozen = _frozen()
    if "--freeze" in flags:
        lines = [f"{digest}  {name}\n" for name, digest in sorted((frozen | now).items())]
        FROZEN.write_text("".join(lines), encoding="utf-8")
        return 0
    differ = [name for name, digest in now.items() if frozen.get(name) != digest]
    print(f"\n{len(now) - len(differ)} of {len(now)} as frozen", *differ, sep="\n  ")
    return len(differ)


def _inputs(paths: list[str], flags: set[str]) -> list[tuple[str, str]]:
    """Return a name and a reference for each input."""
    found = [(f"seed:{name}", f"seed:{name}") for name in seeds.names()]
    folder = os.environ.get("INQUIT_CORPORA")
    wanted = [name for name in CORPORA if "--long" in flags or name not in LONG]
    corpora = [Path(folder) / f"{name}.jsonl" for name in wanted] if folder else []
    found += [(path.stem, str(path)) for path in corpora if path.is_file()]
    return found + [(Path(path).name, path) for path in sorted(paths)]


def _digest(reference: str) -> str:
    """Return the SHA-256 of what extract prints of an input, without the folder that it is in."""
    program = [sys.executable, "-c", "from tui.cli import main; main()", "extract", reference]
    options = ["-f", "jsonl", "--no-cache", "--no-corrections"]
    ran = subprocess.run([*program, *options], cwd=ROOT, capture_output=True)
    path = Path(reference)
    printed = (ran.stdout + ran.stderr).replace(os.fsencode(path.parent) + b"/", b"")
    return hashlib.sha256(printed if path.is_file() else ran.stdout).hexdigest()


def _frozen() -> dict[str, str]:
    if not FROZEN.is_file():
        return {}
    lines = FROZEN.read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


if __name__ == "__main__":
    sys.exit(main())
