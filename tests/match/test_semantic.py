import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.match import bert, semantic
from factcheck.match.model_files import model_folder
from factcheck.match.semantic import cache_folder, cached_vectors, load_encoder

TEXTS = [
    "unemployment rate",
    "share of people out of work",
    "median waiting time for a hip operation",
    "",
    "goals scored per match",
    "Weizenernte in Tonnen, 2024 — winter wheat ☃",
    "a naïve café \N{HEAVY BLACK HEART} 3.2%\tof\nGDP",
    "growth " * 400,
    "rate of inflation over twelve months, all items, not seasonally adjusted",
]
SAME = 1e-5
"""How far a vector may be from sentence-transformers', in any of its 384 numbers."""


@pytest.fixture(scope="module")
def encoder():
    return load_encoder()


@pytest.fixture(scope="module")
def vectors(encoder):
    return encoder.encode(TEXTS)


def test_vectors_are_those_of_sentence_transformers(vectors):
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(model_folder()), device="cpu", local_files_only=True)
    assert model.max_seq_length == semantic.MAX_TOKENS
    expected = model.encode(TEXTS, normalize_embeddings=True, show_progress_bar=False)
    np.testing.assert_allclose(vectors, expected, rtol=0, atol=SAME)


def test_form(vectors):
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), 384)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, rtol=0, atol=1e-6)


def test_nothing_gives_nothing(encoder):
    assert encoder.encode([]).shape == (0, 384)
    assert encoder.encode([]).dtype == np.float32


def test_twice_the_same_bytes(encoder, vectors):
    assert encoder.encode(TEXTS).tobytes() == vectors.tobytes()


def test_a_text_does_not_see_its_neighbours(encoder, vectors):
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    np.testing.assert_allclose(vectors, alone, rtol=0, atol=1e-6)
    turned = encoder.encode(TEXTS[::-1])[::-1]
    np.testing.assert_allclose(vectors, turned, rtol=0, atol=1e-6)


def test_neighbours_in_meaning_are_near(encoder):
    press, right, wrong = encoder.encode(
        ["how long patients wait", "median waiting time for surgery", "goals scored per match"]
    )
    assert press @ right > press @ wrong + 0.4


def test_passes_hold_every_text_once_and_no_more_tokens_than_allowed():
    texts = [[1] * size for size in (256, 256, 256, 256, 1, 2000, 3, 4)]
    parts = list(semantic._parts(texts))
    assert [ids for part in parts for ids in part] == texts
    assert [[len(ids) for ids in part] for part in parts] == [[256] * 4, [1], [2000], [3, 4]]


@given(st.floats(-6, 6, width=32))
def test_error_function(x):
    assert abs(float(bert.erf(np.float32(x))) - math.erf(x)) < 5e-7


class Counting:
    """Stands in for an encoder and counts what it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def encode(self, texts):
        self.asked += 1
        return np.full((len(texts), 384), len("".join(texts)), np.float32)


@pytest.fixture
def counting():
    return Counting()


def test_reference_vectors_are_computed_once(counting, tmp_path):
    folder = tmp_path / "made" / "when needed"
    first = cached_vectors(counting, ["a", "b"], "pack", folder)
    second = cached_vectors(counting, ["a", "b"], "pack", folder)
    assert counting.asked == 1
    assert first.tobytes() == second.tobytes()
    assert first.shape == second.shape == (2, 384)
    [file] = folder.iterdir()
    assert np.load(file).tobytes() == first.tobytes()


@pytest.mark.parametrize(
    ("texts", "key"),
    [(["ab", "d"], "pack"), (["a", "bc"], "pack"), (["ab", "c"], "other pack"), (["ab"], "pack")],
)
def test_other_texts_or_another_pack_are_other_vectors(counting, tmp_path, texts, key):
    cached_vectors(counting, ["ab", "c"], "pack", tmp_path)
    cached_vectors(counting, texts, key, tmp_path)
    assert counting.asked == 2


def test_another_model_has_other_vectors(counting, tmp_path, monkeypatch):
    cached_vectors(counting, ["a"], "pack", tmp_path)
    monkeypatch.setattr(semantic, "MODEL_SHA256", "another")
    cached_vectors(counting, ["a"], "pack", tmp_path)
    assert counting.asked == 2


@given(place=st.integers(0, 3000), keep=st.booleans())
def test_a_damaged_file_is_rebuilt(tmp_path_factory, place, keep):
    counting, folder = Counting(), tmp_path_factory.mktemp("cache")
    good = cached_vectors(counting, ["a", "b"], "pack", folder)
    [file] = folder.iterdir()
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content if keep else content[:place])
    assert cached_vectors(counting, ["a", "b"], "pack", folder).tobytes() == good.tobytes()
    assert counting.asked == 2
    assert np.load(file).tobytes() == good.tobytes()


@pytest.mark.parametrize("folder", [None, Path("/dev/null/factcheck")])
def test_without_a_place_to_write_vectors_are_computed_each_time(counting, folder):
    assert cached_vectors(counting, ["a"], "pack", folder).shape == (1, 384)
    assert cached_vectors(counting, ["a"], "pack", folder).shape == (1, 384)
    assert counting.asked == 2


def test_a_failed_write_leaves_no_part_behind(counting, tmp_path, monkeypatch):
    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert cached_vectors(counting, ["a"], "pack", tmp_path).shape == (1, 384)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("environ", "home", "expected"),
    [
        ({"XDG_CACHE_HOME": "/var/cache/me"}, "/home/me", "/var/cache/me/factcheck"),
        ({"XDG_CACHE_HOME": "not/absolute"}, "/home/me", "/home/me/.cache/factcheck"),
        ({"XDG_CACHE_HOME": ""}, "/home/me", "/home/me/.cache/factcheck"),
        ({}, "/home/me", "/home/me/.cache/factcheck"),
        ({}, None, None),
    ],
)
def test_cache_folder(environ, home, expected):
    found = cache_folder(environ, Path(home) if home else None)
    assert found == (Path(expected) if expected else None)
