"""A BERT encoder in NumPy: token ids to one sentence vector, as all-MiniLM-L6-v2 defines it.

Devlin et al. 2019, "BERT: Pre-training of Deep Bidirectional Transformers", with the sizes of
https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2 (config.json, 1_Pooling).

Texts are laid end to end without padding: the dense layers see one long list of tokens, attention
sees one text at a time. So no text can look at another, and none is made to wait for the longest.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

LAYERS = 6
HEADS = 12
WIDTH = 384
"""Numbers per token and per sentence vector."""
EPSILON = 1e-12
"""Added to the variance in every layer norm (`layer_norm_eps`)."""
ROWS = 64
"""Tokens whose activations are computed at a time: their steps stay in the cache, which halves the
time of the whole list at once."""

Array = NDArray[Any]
"""Of float32."""
Weights = dict[str, Array]
Spans = list[tuple[int, int]]


def read_safetensors(path: Path) -> Weights:
    """Float32 tensors by name, mapped from the file: a page is read when it is first used.

    Format: https://huggingface.co/docs/safetensors (8 bytes length, JSON header, raw numbers).
    """
    with path.open("rb") as file:
        start = 8 + int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(start - 8))
    raw = np.memmap(path, mode="r", offset=start)
    return {
        name: np.ndarray(entry["shape"], "<f4", buffer=raw, offset=entry["data_offsets"][0])
        for name, entry in header.items()
        if entry.get("dtype") == "F32"
    }


def sentence_vectors(weights: Weights, texts: Sequence[Sequence[int]]) -> Array:
    """Mean of each text's token vectors, of length 1. `texts` are token ids, none of them empty.

    Returns float32, shape (len(texts), WIDTH).
    """
    ends = np.cumsum([len(ids) for ids in texts])
    spans = [(int(end) - len(ids), int(end)) for ids, end in zip(texts, ends, strict=True)]
    tokens = _embed(weights, texts)
    for layer in range(LAYERS):
        tokens = _layer(weights, f"encoder.layer.{layer}", tokens, spans)
    means = np.stack([tokens[start:end].mean(axis=0) for start, end in spans])
    unit: Array = means / np.linalg.norm(means, axis=1, keepdims=True)
    return unit


def _embed(weights: Weights, texts: Sequence[Sequence[int]]) -> Array:
    words = weights["embeddings.word_embeddings.weight"]
    places = weights["embeddings.position_embeddings.weight"]
    first_segment = weights["embeddings.token_type_embeddings.weight"][0]
    ids = np.concatenate(texts)
    positions = np.concatenate([np.arange(len(text)) for text in texts])
    return _norm(weights, "embeddings", words[ids] + places[positions] + first_segment)


def _layer(weights: Weights, name: str, tokens: Array, spans: Spans) -> Array:
    seen = _attention(weights, f"{name}.attention.self", tokens, spans)
    seen = _dense(weights, f"{name}.attention.output.dense", seen)
    tokens = _norm(weights, f"{name}.attention.output", tokens + seen)
    thought = _dense(weights, f"{name}.intermediate.dense", tokens)
    for row in range(0, len(thought), ROWS):
        thought[row : row + ROWS] = _gelu(thought[row : row + ROWS])
    thought = _dense(weights, f"{name}.output.dense", thought)
    return _norm(weights, f"{name}.output", tokens + thought)


def _attention(weights: Weights, name: str, tokens: Array, spans: Spans) -> Array:
    """Softmax attention within each span, all heads at once."""
    query, key, value = (
        _dense(weights, f"{name}.{part}", tokens).reshape(-1, HEADS, WIDTH // HEADS).swapaxes(0, 1)
        for part in ("query", "key", "value")
    )
    query = query / np.float32(WIDTH // HEADS) ** 0.5
    result = np.empty_like(tokens)
    for start, end in spans:
        scores = query[:, start:end] @ key[:, start:end].swapaxes(1, 2)
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        heads = scores @ value[:, start:end]
        result[start:end] = heads.swapaxes(0, 1).reshape(end - start, WIDTH)
    return result


def _dense(weights: Weights, name: str, tokens: Array) -> Array:
    return tokens @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def _norm(weights: Weights, name: str, tokens: Array) -> Array:
    centred = tokens - tokens.mean(axis=-1, keepdims=True)
    variance = np.square(centred).mean(axis=-1, keepdims=True)
    scaled = centred / np.sqrt(variance + np.float32(EPSILON))
    shifted: Array = scaled * weights[f"{name}.LayerNorm.weight"]
    shifted = shifted + weights[f"{name}.LayerNorm.bias"]
    return shifted


def _gelu(x: Array) -> Array:
    """x times the normal distribution function of x, exact form (`hidden_act: gelu`)."""
    passed: Array = x * (1 + erf(x * np.float32(0.5**0.5))) / 2
    return passed


def erf(x: Array) -> Array:
    """The error function to 1.5e-7, the precision of float32. NumPy has none.

    Abramowitz and Stegun 1964, Handbook of Mathematical Functions, formula 7.1.26.
    """
    t = 1 / (1 + 0.3275911 * np.abs(x))
    series = 1.421413741 + t * (-1.453152027 + t * 1.061405429)
    series = t * (0.254829592 + t * (-0.284496736 + t * series))
    signed: Array = np.copysign(1 - series * np.exp(-x * x), x)
    return signed
