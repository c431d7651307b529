"""A pack of 25 million figures: import, validation, cold check, look-up, matching.

    python -m tests.benchmarks.large_pack FOLDER [INDICATORS [ENTITIES [YEARS]]]

Generates a bulk download in the World Bank's layout in FOLDER (20,000 indicators of 25 countries
and 50 years: 25 million figures), imports it, and prints what each step took beside its limit.
Then the same with 100 indicators, for the growth of the matching time. What FOLDER already holds is
not made again. Takes 2 GB of disk. A script, not a test: times depend on the machine; where others
run on it, go by the seconds of processor time, printed behind each.
"""

from __future__ import annotations

import csv
import itertools
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

COUNTRIES = """AUS BRA CAN CHN DEU EGY ESP ETH FRA GBR IDN IND ITA JPN KEN KOR MEX NGA NLD POL RUS
SAU SWE TUR USA""".split()  # noqa: SIM905
WHAT = """exports imports output prices employment wages investment savings spending taxes revenue
debt subsidies consumption production stocks losses yields emissions deaths births admissions
enrolment visits accidents permits arrivals departures sales orders""".split()  # noqa: SIM905
OF = """wheat rice maize barley cotton coffee tea cocoa sugar timber steel cement coal gas oil
copper gold fish meat milk fruit vegetables textiles clothing footwear furniture paper plastics
chemicals medicines vehicles aircraft ships machinery electronics software telecoms banking
insurance tourism transport railways roads ports housing schools universities hospitals clinics
water sewage waste power solar wind nuclear research defence police courts prisons""".split()  # noqa: SIM905
WHOM = """households|firms|farms|the state|young people|older people|women|men|rural areas|cities|
foreign residents""".replace("\n", "").split("|")
UNITS = ("% of GDP", "current US$", "%", "thousands", "tonnes")


def names(count: int) -> list[tuple[str, str]]:
    """(code, name) of so many indicators, all different."""
    combined = itertools.product(UNITS, WHOM, OF, WHAT)
    every = [f"{what.title()} of {of} by {whom} ({unit})" for unit, whom, of, what in combined]
    random.Random(7).shuffle(every)
    return [(f"GEN.{n:05d}.ZZ", name) for n, name in enumerate(sorted(every[:count]))]


def topic(name: str) -> str:
    """What an indicator is about: coffee, railways …"""
    return name.partition(" of ")[2].partition(" by ")[0].title()


def story(indicators: int) -> str:
    """An article of twenty figures, half of them on indicators that the small pack has as well."""
    every = [name for _, name in names(indicators)]
    told = [name for _, name in names(100)][::10] + every[:: max(1, indicators // 10)][:10]
    lines = []
    for number, name in enumerate(told):
        bare, _, unit = name.rstrip(")").rpartition(" (")
        said = {"current US$": "${} million", "tonnes": "{} tonnes", "thousands": "{} thousand"}
        figure = said.get(unit, "{}%").format(f"{number * 37 + 12}.{number % 9 + 1}")
        where = ("Brazil", "Kenya", "Germany", "France", "Japan")[number % 5]
        lines.append(f"{bare} came to {figure} in {where} in {1990 + number}.")
    return "# Figures of the world\n\n" + "\n\n".join(lines) + "\n"


def generate(folder: Path, indicators: int, entities: int, years: int) -> None:
    """`WDICSV.csv` and `WDISeries.csv`; each cell holds a number of its own."""
    folder.mkdir(parents=True)
    numbers = random.Random(11)
    chosen = names(indicators)
    with (folder / "WDISeries.csv").open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["Series Code", "Topic", "Indicator Name", "Long definition"])
        writer.writerows([code, topic(name), name, f"{name}, made up."] for code, name in chosen)
    head = ["Country Name", "Country Code", "Indicator Name", "Indicator Code"]
    periods = [str(2024 - years + n + 1) for n in range(years)]
    with (folder / "WDICSV.csv").open("w", newline="") as out:
        out.write(",".join(head + periods) + "\n")
        for country, (code, name) in itertools.product(COUNTRIES[:entities], chosen):
            start = numbers.randrange(1, 10**6)
            cells = (f"{(start + n * 7919) % 1000003 / 100:.2f}" for n in range(years))
            out.write(f'{country},{country},"{name}",{code},{",".join(cells)}\n')


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took."""

    seconds: float
    processor: float
    """Seconds of processor time, all threads together."""
    megabytes: float

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s ({self.processor:.2f} s of processor time)"


def run(*arguments: str, cache: Path) -> Cost:
    """One command in a process of its own."""
    command = [sys.executable, "-m", "factcheck", *arguments]
    start = time.perf_counter()
    environment = os.environ | {"XDG_CACHE_HOME": str(cache)}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(arguments)}: exit {process.returncode}")
    spent = usage.ru_utime + usage.ru_stime
    return Cost(time.perf_counter() - start, spent, usage.ru_maxrss / 1024)


def make(home: Path, name: str, indicators: int, entities: int, years: int) -> Path:
    """The pack, imported if it is not there yet."""
    source, pack = home / f"{name}-download", home / name
    if not source.exists():
        generate(source, indicators, entities, years)
    if not pack.exists():
        options = ("-o", str(pack), "--published", "2025-01-01", "--retrieved", "2025-02-01")
        cost = run("reference", "import", str(source), *options, cache=home / "cache")
        rows = indicators * entities * years
        print(f"import of {rows:,} figures: {cost} (limit 180), "
              f"{cost.megabytes / 1024:.2f} GB (limit 3)", flush=True)  # fmt: skip
        print(f"index and vectors: {run('reference', 'build', str(pack), cache=home / 'cache')}")
    return pack


def cold(article: Path, packs: Sequence[Path], home: Path) -> Cost:
    """A cold check with the shipped packs and `packs`."""
    shipped = Path(__file__).parents[2] / "reference_data"
    every = [*sorted(shipped.iterdir()), *packs]
    options = [part for one in every for part in ("--reference", str(one))]
    return run("check", str(article), "--exit-zero", *options, cache=home / "cache")


def compare_cold(article: Path, pack: Path, home: Path, runs: int = 5) -> None:
    """Medians of runs in turn; the first of each, which fills caches, is left out."""
    both = [(cold(article, [pack], home), cold(article, [], home)) for _ in range(runs + 1)][1:]
    for name in ("seconds", "processor"):
        with_it, without = (
            statistics.median(getattr(c, name) for c in some) for some in zip(*both, strict=True)
        )
        print(f"cold check, {name}: {with_it:.2f} with the pack, {without:.2f} without, "
              f"{with_it - without:+.2f} (limit +0.5)", flush=True)  # fmt: skip


def matching(pack: Path, article: Path, cache: Path) -> float:
    """Median seconds of processor time of one article, in a process that has checked one before."""
    from factcheck.articles import read_article
    from factcheck.checker import Checker
    from factcheck.reference.store import load_packs

    checker = Checker(load_packs([pack]), cache=cache / "factcheck")
    document = read_article("story.md", article.read_bytes())
    checker.article(document)
    times = []
    for _ in range(9):
        start = time.process_time()
        checker.article(document)
        times.append(time.process_time() - start)
    return statistics.median(times)


def look_up(pack: Path) -> float:
    """Median milliseconds of processor time for the figures of one indicator and country."""
    from factcheck.reference.large.archive import Archive

    archive = Archive(pack)
    ids = [one.id for one in archive.indicators()]
    picked = random.Random(3).choices(ids, k=200)
    entities = [one.name for one in archive.pack.entities]
    times = []
    for number, one in enumerate(picked):
        start = time.process_time()
        archive.rows(one, entities[number % len(entities)])
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


def main(home: Path, indicators: int, entities: int, years: int) -> None:
    home.mkdir(parents=True, exist_ok=True)
    pack = make(home, f"large-{indicators}", indicators, entities, years)
    few = make(home, "large-100", 100, entities, max(years, 12))
    article = home / "story.md"
    article.write_text(story(indicators))
    rows = indicators * entities * years
    cost = run("reference", "validate", str(pack), cache=home / "cache")
    print(f"validation: {cost}, {rows / cost.seconds:,.0f} rows/s (limit 500,000), "
          f"{cost.megabytes / 1024:.2f} GB", flush=True)  # fmt: skip
    print(f"point look-up: {look_up(pack):.2f} ms (limit 2)", flush=True)
    compare_cold(article, pack, home)
    many, some = matching(pack, article, home / "cache"), matching(few, article, home / "cache")
    print(f"one article: {many * 1000:.0f} ms with {indicators:,} indicators, "
          f"{some * 1000:.0f} ms with 100, {many / some:.2f} times (limit 2)")  # fmt: skip
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"this process with both packs open: {used:.0f} MB")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    size = [int(one) for one in sys.argv[2:]] + [20_000, 25, 50][len(sys.argv) - 2 :]
    main(Path(sys.argv[1]), *size)
