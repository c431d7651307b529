"""Sentence vectors: how near in meaning two wordings are, where the words themselves differ.

The model is all-MiniLM-L6-v2 of sentence-transformers, run by a NumPy forward pass (`bert`) that
agrees with sentence-transformers to 1e-5 (tests/match/test_semantic.py). Why not by a framework,
for 40 press wordings in a fresh process on 2 cores:

    ==================================  ==============  ===========  ======  ===================
    run by                              import + load   40 texts     memory  before the first run
    ==================================  ==============  ===========  ======  ===================
    NumPy                               0.08 s          0.10 s       132 MB  nothing
    onnxruntime, exported fp32 graph    0.30 s          0.09 s       188 MB  6.3 s export, 91 MB
    sentence-transformers               6.05 s          0.09 s       584 MB  nothing
    ==================================  ==============  ===========  ======  ===================

558 wordings at once take 1.0 s with NumPy and 1.3 s with sentence-transformers: nothing is lost
in bulk either.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from io import BytesIO
from mmap import ACCESS_READ, mmap
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from factcheck.match import bert
from factcheck.match.model_files import MODEL_SHA256, model_folder

MAX_TOKENS = 256
"""Tokens of a text that are read, the rest is cut off (`max_seq_length` of the model)."""

TOKENS_AT_ONCE = 1024
"""Tokens per pass: 6 MB per intermediate array, which keeps them in the processor's cache."""

DIGEST = hashlib.sha256


class Encoder:
    """Turns texts into vectors whose dot product says how near they are in meaning, -1 to 1."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds model.safetensors and tokenizer.json, checked by `model_files`."""
        self._weights = bert.read_safetensors(folder / "model.safetensors")
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Vectors of length 1: float32, shape (len(texts), 384).

        A text's vector moves by less than 1e-6 with the texts around it, because matrix products
        of different heights add up in different orders: round a score before comparing it.
        """
        # One by one: the tokenizer's own threads would not survive a fork, and gain nothing here.
        ids = [self._tokenizer.encode(text).ids for text in texts]
        parts = [bert.sentence_vectors(self._weights, part) for part in _parts(ids)]
        return np.concatenate([np.empty((0, bert.WIDTH), np.float32), *parts])


def _parts(texts: list[list[int]]) -> Iterator[list[list[int]]]:
    """Consecutive texts, up to TOKENS_AT_ONCE in all."""
    part: list[list[int]] = []
    for ids in texts:
        if part and sum(map(len, part)) + len(ids) > TOKENS_AT_ONCE:
            yield part
            part = []
        part.append(ids)
    if part:
        yield part


def load_encoder() -> Encoder:
    """The encoder with the installed model: 0.1 s, no network.

    Raises UnusableModel (see `model_files`) if the model is missing or altered.
    """
    return Encoder(model_folder())


def cache_folder(environ: Mapping[str, str], home: Path | None) -> Path | None:
    """Where vectors may be kept: XDG_CACHE_HOME, else ~/.cache; None where there is neither.

    The XDG Base Directory Specification has a relative XDG_CACHE_HOME ignored.
    """
    named = Path(environ.get("XDG_CACHE_HOME", ""))
    if named.is_absolute():
        return named / "factcheck"
    return home / ".cache" / "factcheck" if home else None


def cached_vectors(
    encoder: Encoder, texts: Sequence[str], key: str, folder: Path | None
) -> np.ndarray:
    """`encoder.encode(texts)`, computed once and kept in `folder`.

    `key` says what the texts are of (the hash of a pack). The file's name hashes it with the
    model and the texts themselves, so a stale file is never read.
    """
    # Lengths keep ["ab", "c"] and ["a", "bc"] apart.
    told = "\n".join(f"{len(text)} {text}" for text in texts)
    return kept_vectors(lambda: encoder.encode(texts), f"{key}\n{told}", folder)


def kept_vectors(make: Callable[[], np.ndarray], content: str, folder: Path | None) -> np.ndarray:
    """What `make` returns, made once and kept in `folder` as a .npy file.

    `content` tells what the vectors are of; the file's name hashes it with the model. The file's
    last 32 bytes are the SHA-256 of the rest, so a damaged one is rebuilt. It is mapped into
    memory, which all processes that read it share. Without a folder, or with one that cannot be
    written, the vectors are made each time.
    """
    if folder is None:
        return make()
    path = folder / f"{_name(content)}.npy"
    vectors = _read(path)
    if vectors is None:
        vectors = make()
        with suppress(OSError):
            _write(path, vectors)
    return vectors


def _name(content: str) -> str:
    told = f"{MODEL_SHA256}\n{content}"
    return DIGEST(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _read(path: Path) -> np.ndarray | None:
    """The vectors in `path`; None if there are none or the file is damaged."""
    try:
        with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
            body, digest = memoryview(content)[:-32], content[-32:]
            whole = DIGEST(body).digest() == digest
            body.release()
    except (OSError, ValueError):  # ValueError: nothing in it
        return None
    return np.load(path, mmap_mode="r", allow_pickle=False) if whole else None


def _write(path: Path, vectors: np.ndarray) -> None:
    """Write beside, then rename: another process sees the whole file or none. Raises OSError."""
    buffer = BytesIO()
    np.save(buffer, vectors, allow_pickle=False)
    body = buffer.getvalue()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body + DIGEST(body).digest())
        Path(beside).replace(path)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise
