"""Characters a second of the extractors, on one core and on text in which nothing repeats.

    python -m tests.benchmarks.extraction [--characters 300000]

Ours, quantulum3 (without its classifier) and spaCy's bare tokenizer and sentencizer read the same
text, each in a process of its own, imports and first use left out. Then our time on one long line
and on an article of nothing but numbers, at one and at two times the length. How to read it:
README.md beside this file. A script, not a test: times depend on the machine.
"""

from __future__ import annotations

import argparse
import itertools
import math
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ARTICLES = Path(__file__).parents[2] / "corpora" / "articles"
NUMBERLESS = 3
"""One copy in so many keeps its figures."""
ROUNDS = 3
"""The best of so many is told; spaCy, whose caches fill, reads new text in each."""

CHANGED = re.compile(r"\d+|\b(?!percent|million|billion|trillion|thousand|hundred)[a-z]{7,}\b")
RESPELLED = [
    str.maketrans("aiou", "".join(vowels)) for vowels in itertools.product("aiou", repeat=4)
]

Reader = Callable[[str], object]


def unrepeated(characters: int, seed: int) -> list[str]:
    """The shipped articles again and again, with other figures and other words.

    Two copies of three have a word for every figure: these articles are full of numbers, and the
    whole then has one every 130 characters, like common news. Figures but the years are drawn
    anew, and two in five long words change their vowels: about as
    many words are new, then, as in that much news. Else the caches of spaCy would read it all.
    """
    draw = random.Random(seed)

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if word[0].isdigit() and len(texts) % NUMBERLESS:
            return "certain"
        if not word[0].isdigit():
            return word.translate(draw.choice(RESPELLED)) if draw.random() < 0.4 else word
        if re.fullmatch(r"(?:19|20)\d\d", word):
            return word
        return "".join(str(draw.randint(1, 9)) for _ in word)

    originals = [path.read_text("utf-8") for path in sorted(ARTICLES.iterdir())]
    texts: list[str] = []
    while sum(map(len, texts)) < characters:
        texts.append(CHANGED.sub(other, originals[len(texts) % len(originals)]))
    return texts


def ours() -> Reader:
    from factcheck.extract.quantities import find_quantities
    from factcheck.model import Document

    return lambda text: find_quantities(Document("", "", text, ""))


def quantulum3() -> Reader:
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False
    return parser.parse


def spacy_floor() -> Reader:
    from factcheck.extract._spacy import spacy

    nlp = spacy.blank("en")
    nlp.max_length = 10**9
    nlp.add_pipe("sentencizer")
    return nlp


READERS = {"ours": ours, "quantulum3": quantulum3, "spacy": spacy_floor}


def speed(reader: Reader, characters: int) -> float:
    """Characters a second, best of some rounds, each on a text of its own."""
    reader("It rose 3.2 percent to $4.5bn in March 2025.")
    best = 0.0
    for seed in range(ROUNDS):
        texts = unrepeated(characters, seed)
        start = time.process_time()
        for text in texts:
            reader(text)
        best = max(best, sum(map(len, texts)) / (time.process_time() - start))
    return best


def one_line(length: int) -> str:
    return " ".join(re.sub(r"\s+", " ", text) for text in unrepeated(length, 9))[:length]


def only_numbers(length: int) -> str:
    draw = random.Random(9)
    return " ".join(f"{draw.randint(1, 10**6):,}," for _ in range(length))


LONG = {"one line of 1 MB": (one_line, 10**6), "100,000 numbers": (only_numbers, 10**5)}


def growth() -> Iterator[str]:
    """Seconds for half and for the whole of each long text, the quickest of three; 2.0 is linear.

    Half and whole take turns: a machine that slows down meets both.
    """
    reader = ours()
    for name, (make, size) in LONG.items():
        texts = make(size // 2), make(size)
        seconds = [math.inf, math.inf]
        for _ in range(3):
            for at, text in enumerate(texts):
                start = time.process_time()
                reader(text)
                seconds[at] = min(seconds[at], time.process_time() - start)
        half, whole = seconds
        yield f"{name:18} {whole:6.2f} s, {whole / half:.2f} times its half (limit 2.3)"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--characters", type=int, default=300_000)
    arguments.add_argument("--only", choices=READERS, help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.only:
        print(speed(READERS[options.only](), options.characters))
        return
    command = [sys.executable, "-m", "tests.benchmarks.extraction"]
    told = {}
    for name in READERS:
        run = [*command, "--only", name, "--characters", str(options.characters)]
        told[name] = float(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
        print(f"{name:18} {told[name]:10,.0f} characters/s", flush=True)
    print(f"ours / quantulum3  {told['ours'] / told['quantulum3']:10.1f} (at least 8)")
    print(f"ours / spacy       {told['ours'] / told['spacy']:10.2f} (at least 0.4)")
    for line in growth():
        print(line)


if __name__ == "__main__":
    main()
