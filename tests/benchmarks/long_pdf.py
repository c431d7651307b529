"""What `factcheck check` costs for a report of many pages, and for one page of the web.

    python -m tests.benchmarks.long_pdf [PAGES] [RUNS]

Makes a PDF of 300 pages in made-up words: 480 words and 12 numbers a page, as an annual report of
an institute has them, and an HTML article of 700 words, and checks each in a process of its own.
Prints the median wall and processor time and the largest resident memory beside the limits: 30 s
and 600 MB for the PDF, 2 s for the article. A script, not a test: times depend on the machine.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from fpdf import FPDF

WORDS = 480
"""On a page."""
NUMBERS = 12
"""On a page."""

PLAIN = (
    "The committee met in spring and heard from teachers, engineers and two farmers.",
    "Nobody could say yet how the rules will be applied in smaller towns.",
    "Several ministries asked for more time before they answer the report.",
    "The authors describe how the method was changed and why older figures stay as they were.",
    "Readers find the definitions of every series in the annex at the end of this volume.",
    "It is an open question whether the trend will hold once the new law is in force.",
)
TELLING = (
    "Private investment in {country} came to {amount} billion dollars in {year}.",
    "In {year} the unemployment rate in {country} stood at {share} percent.",
    "{country} had {count} notable models in {year}.",
    "Output of wheat in {country} rose by {share}% in {year}, the office said.",
    "About {share}% of firms in {country} used the technology in {year}.",
)
COUNTRIES = ("China", "France", "India", "Japan", "Kenya", "Peru", "Spain", "the United States")


def sentence(dice: random.Random) -> str:
    return dice.choice(TELLING).format(
        country=dice.choice(COUNTRIES),
        amount=f"{dice.uniform(1, 200):.1f}",
        share=f"{dice.uniform(1, 90):.1f}",
        count=dice.randint(3, 90),
        year=dice.randint(2015, 2025),
    )


def page(dice: random.Random) -> list[str]:
    """Paragraphs of one page."""
    told = [sentence(dice) for _ in range(NUMBERS)]
    words = sum(len(one.split()) for one in told)
    while words < WORDS:
        told.append(dice.choice(PLAIN))
        words += len(told[-1].split())
    dice.shuffle(told)
    return [" ".join(told[at : at + 8]) for at in range(0, len(told), 8)]


def write_pdf(path: Path, pages: int) -> None:
    dice = random.Random(7)
    report = FPDF()
    report.set_auto_page_break(True, 15)
    for number in range(pages):
        report.add_page()
        report.set_font("Helvetica", "B", 14)
        report.multi_cell(0, 8, f"Chapter {number // 20 + 1}", new_x="LMARGIN", new_y="NEXT")
        report.set_font("Times", size=11)
        for words in page(dice):
            report.multi_cell(0, 5.5, words, align="J", new_x="LMARGIN", new_y="NEXT")
            report.ln(2)
    report.output(str(path))


def write_page(path: Path) -> None:
    dice = random.Random(8)
    body = "\n".join(f"<p>{words}</p>" for words in page(dice) + page(dice)[:2])
    path.write_text(f"<!doctype html><html><body><h1>A report</h1>\n{body}</body></html>")


def cost(path: Path) -> tuple[float, float, float]:
    """Wall seconds, processor seconds and megabytes of one cold check."""
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.execv(sys.executable, [sys.executable, "-m", "factcheck", "check", str(path), "-q"])
    _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{path}: exit {os.waitstatus_to_exitcode(status)}")
    seconds = time.perf_counter() - start
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / unit


def main(pages: int, runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        report, article = Path(folder, "report.pdf"), Path(folder, "article.html")
        write_pdf(report, pages)
        write_page(article)
        for path, limits in ((article, "limit 2 s"), (report, "limits 30 s, 600 MB")):
            cost(path)
            costs = [cost(path) for _ in range(runs)]
            wall, processor = (statistics.median(one[n] for one in costs) for n in (0, 1))
            memory = max(one[2] for one in costs)
            print(
                f"{path.name:12} {wall:6.2f} s  {processor:6.2f} s of processor"
                f"  {memory:4.0f} MB  ({limits}), median of {runs}"
            )


if __name__ == "__main__":
    main(*(int(word) for word in [*sys.argv[1:], *("300", "3")[len(sys.argv) - 1 :]]))
