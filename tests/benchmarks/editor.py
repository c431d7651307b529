"""How long an editor waits for the language server in an article of 2,000 words.

    python -m tests.benchmarks.editor [--semantic never]

A real client over stdio opens the article, then types a sentence with a figure into its middle, a
letter at a time with a rest after each. Printed is how long diagnostics took, beside the limits of
2 s and 150 ms: from opening, with the server just started; and from the end of the rest (`PAUSE` of
`editor.server`). Then the same keystrokes without a server, in seconds of processor time, which
other work on the machine does not stretch. The text: three articles of `corpora/`, stretched to
2,000 words by a paragraph without figures.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "editor"))

from client import Editor, editor  # noqa: E402

from factcheck.editor.server import PAUSE  # noqa: E402

ARTICLES = ("ai-milestone-analysis.txt", "ai-gap-column.txt", "ai-talent-wire.txt")
WORDS = 2000
PADDING = (
    "The people who keep such tables say that a single line rarely settles an argument, and that a "
    "careful reader looks at the method before the headline."
)
TYPED = " American laboratories released 50 notable models in 2025."
QUIET = 1.0
"""Seconds in which nothing more comes, where the meaning of new words was looked up."""


def article() -> str:
    """Return the text: about 65 claims in 2,000 words."""
    folder = ROOT / "corpora" / "articles"
    paragraphs = "\n\n".join((folder / name).read_text("utf-8") for name in ARTICLES).split("\n\n")
    at = 1
    while sum(len(paragraph.split()) for paragraph in paragraphs) < WORDS:
        paragraphs.insert(at, PADDING)
        at = (at + 2) % len(paragraphs)
    return "\n\n".join(paragraphs)


async def quiet(one: Editor) -> None:
    """Wait until nothing more is said."""
    while True:
        try:
            await asyncio.wait_for(one.told.get(), QUIET)
        except TimeoutError:
            return


async def main(options: list[str]) -> None:
    text, uri = article(), "file:///desk/story.txt"
    middle = text.index("\n\n", len(text) // 2)
    started = time.perf_counter()
    async with editor(*options) as one:
        one.open(uri, text)
        told = await one.diagnostics()
        first = time.perf_counter() - started
        await quiet(one)
        waits = []
        for letters in range(1, len(TYPED) + 1):
            typed = time.perf_counter()
            one.change(uri, text[:middle] + TYPED[:letters] + text[middle:])
            await one.diagnostics()
            waits.append(1000 * (time.perf_counter() - typed - PAUSE))
            await quiet(one)
    waits.sort()
    print(f"{len(text.split())} words, {len(told.diagnostics)} diagnostics")
    print(
        f"first diagnostics  {first:.2f} s after the server was started and the text opened (2 s)"
    )
    print(
        f"after a keystroke  median {statistics.median(waits):.0f} ms, "
        f"95% {waits[int(len(waits) * 0.95)]:.0f} ms, most {waits[-1]:.0f} ms (150 ms)"
    )


def alone() -> None:
    """Print the processor time of a check after each keystroke."""
    from factcheck.checker import Checker
    from factcheck.editor.session import Session

    session = Session(Checker(semantic="auto"), ())
    text = article()
    middle = text.index("\n\n", len(text) // 2)
    costs = []
    for letters in range(len(TYPED) + 1):
        started = time.process_time()
        state = text[:middle] + TYPED[:letters] + text[middle:]
        checked = session.check("story.txt", state, "utf-16")
        costs.append(1000 * (time.process_time() - started))
        if checked.open:
            session.learn()
            session.check("story.txt", state, "utf-16")
    first, *rest = costs[:1] + sorted(costs[1:])
    print(
        f"processor time     first {first:.0f} ms, then median {statistics.median(rest):.0f} ms, "
        f"95% {rest[int(len(rest) * 0.95)]:.0f} ms, most {rest[-1]:.0f} ms"
    )


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command does
    asyncio.run(main(sys.argv[1:]))
    alone()
