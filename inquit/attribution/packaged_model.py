"""The language model that inquit brings, found and checked before it is loaded.

A pipeline is code and weights that decide what is shown as said, so no other is loaded under
its name. `python -m inquit.attribution.packaged_model` prints the digest of what is installed.
"""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

from inquit.errors import ModelError

MODEL_PACKAGE = "inquit_en"
MODEL_FOLDER = "en_core_web_sm-3.8.0"
MODEL_DIGEST = "51d601bcd01bd86d82f772f2c72fb021385cadd0f48fcdc5ca477f159e43744d"
"""What `digest_folder` gives for the model in models/en."""
REMEDY = "install inquit anew: pipx reinstall inquit, or uv tool install --reinstall inquit"


def find_packaged_model() -> Path:
    """Return the folder of the language model that inquit brings, once its digest is right.

    Raises:
        ModelError: it is not installed, or its files are not those that inquit was made with.
    """
    folder = installed_folder()
    try:
        found = digest_folder(folder)
    except OSError as error:
        raise ModelError(f"cannot read the language model in {folder}: {error.strerror}") from error
    if found != MODEL_DIGEST:
        raise ModelError(f"the language model in {folder} is damaged or another; {REMEDY}")
    return folder


def installed_folder() -> Path:
    """Return where the model's files are, unread.

    Raises:
        ModelError: the package is not installed.
    """
    spec = find_spec(MODEL_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(f"the language model is not installed; {REMEDY}")
    return Path(spec.origin).parent / MODEL_FOLDER


def digest_folder(folder: Path) -> str:
    """Return one SHA-256 over the names, lengths and bytes of all files in a folder, in hex."""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        whole.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()


if __name__ == "__main__":
    print(digest_folder(installed_folder()))  # noqa: T201 - what it is run for
