"""What stands in the cells of a column: numbers, periods."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from factcheck.reference.importers.interface import Options
from factcheck.reference.normalise.marks import parted
from factcheck.reference.normalise.periods import Unreadable, read_period
from factcheck.reference.normalise.values import is_missing, is_number

MOSTLY, PARTLY = 0.9, 0.5
"""Share of a column's filled cells that must read as periods or numbers for it to hold them; less
is needed where its name says so: what cannot be read is listed."""


def numeric(cells: Sequence[str], options: Options, least: float = PARTLY) -> bool:
    """Whether at least so large a share of the cells reads as numbers."""
    return share(cells, lambda text: is_number(parted(text)[0], options.decimal)) >= least


def share(cells: Sequence[str], holds: Callable[[str], bool]) -> float:
    """Of the cells that say something, how many satisfy `holds`; 0 where none says anything."""
    told = [cell for cell in cells if not is_missing(cell)]
    return sum(map(holds, told)) / len(told) if told else 0.0


def reads_as_period(text: str, options: Options) -> bool:
    """Whether a cell is a period in any spelling that is read."""
    try:
        read_period(text, options.fiscal_start or 1)
    except Unreadable:
        return False
    return True


def year_of(header: str) -> str:
    """ "2021 [YR2021]" of the World Bank's DataBank."""
    return re.sub(r" \[YR\d{4}\]$", "", header)
