"""SDMX data: SDMX-CSV 1.0 and 2.0, SDMX-ML 2.1 and 3.0, read by pysdmx.

A data message names its dimensions and not their meaning, so the usual identifiers are known here
(SDMX cross-domain concepts; Eurostat's lower-case ones). Dimensions that vary and are neither
place, time, unit nor measure are joined into the dimension of the pack: "SEX=F, AGE=Y15-24".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from factcheck.errors import BadReference
from factcheck.reference.importers.grid import make_grid
from factcheck.reference.importers.heading import Record
from factcheck.reference.importers.interface import Intake, Options, Origin, Series, Table

NAME = "SDMX (SDMX-CSV, SDMX-ML)"
PLACE = ("REF_AREA", "GEO", "REPORTER", "COUNTRY", "LOCATION", "AREA", "REF_AREA_CODE")
UNIT = ("UNIT_MEASURE", "UNIT")
MEASURE = ("INDICATOR", "MEASURE", "SERIES", "SUBJECT", "INDIC", "NA_ITEM", "STATINFO")
TIME, VALUE, MULTIPLIER = "TIME_PERIOD", "OBS_VALUE", "UNIT_MULT"
ATTRIBUTES = frozenset(
    """BASE_PER|BREAKS|COLLECTION|COMMENT_OBS|COMPILATION|CONF_STATUS|COVERAGE|DATABASE_ID
    |DATA_SOURCE|DECIMALS|EMBARGO_TIME|LAST UPDATE|NOTE|OBS_COM|OBS_CONF|OBS_FLAG|OBS_PRE_BREAK
    |OBS_STATUS|PUBL_PUBLIC|SOURCE_AGENCY|SOURCE_PUB|STRUCTURE_NAME|TIME_FORMAT|TITLE|TITLE_COMPL
    |TITLE_TS
    |UNIT_INDEX_BASE|UNIT_TYPE""".replace("\n", "")
    .replace("    |", "|")
    .split("|")
)
"""Columns that describe a figure and do not tell it from others."""
SCALES = {"0": "", "3": "thousand ", "6": "million ", "9": "billion "}
"""UNIT_MULT, an exponent of ten, as units are worded."""
EUROSTAT_DAY = re.compile(r"(\d\d)/(\d\d)/(\d\d)\b")


def recognises(path: Path) -> bool:
    """Whether a file begins as SDMX does, as XML or CSV."""
    if path.suffix.lower() not in (".csv", ".xml") or not path.is_file():
        return False
    with path.open("rb") as content:
        top = content.read(2000).decode("utf-8-sig", "replace")
    if path.suffix.lower() == ".csv":
        return top.startswith(("DATAFLOW", "STRUCTURE,STRUCTURE_ID")) and VALUE in top
    return "sdmx" in top.lower()


def read(path: Path, options: Options, work: Path) -> Intake:
    """Raises BadReference where pysdmx finds no data in the file."""
    message = _message(path)
    intake = Intake([], origin=Origin())
    for dataset in message.data or []:
        _add(intake, dataset, path, options, work)
    if not intake.tables:
        raise BadReference([f"{path}: no observations; expected an SDMX data message."])
    header = getattr(message, "header", None)
    if header is not None and not intake.origin.published:
        intake.origin.published = header.prepared.date().isoformat()
        intake.shown.append(f"published: {intake.origin.published} (the message was prepared then)")
    return intake


def _message(path: Path) -> Any:
    from pysdmx.io import read_sdmx

    try:
        return read_sdmx(path, validate=False)
    except Exception as error:  # pysdmx, expat and pandas fail on damage in a dozen ways
        found = str(error) or type(error).__name__
        raise BadReference([f"{path}: {found}; expected an SDMX data message."]) from None


def _add(intake: Intake, dataset: Any, path: Path, options: Options, work: Path) -> None:
    frame = dataset.data
    labels = {column: column.partition(":")[0] for column in frame.columns}
    ids = {short: column for column, short in labels.items()}
    flow = str(getattr(dataset.structure, "id", dataset.structure)).split(":")[-1].split("(")[0]
    roles = _roles(ids, options)
    rest = _telling(frame, ids, roles)
    columns = [ids[one] for one in roles.values()]
    counted = "" if path.suffix.lower() == ".csv" else "observation"
    period, value = ids[roles["period"]], ids[roles["value"]]
    header = ["indicator", "entity", "code", period, value, "unit", "dimension"]
    records = _records(frame, ids, roles, rest, flow, first=2 if not counted else 1)
    grid = make_grid(str(path), records, work, counted, header=header)
    known = {"indicator": "indicator", "entity": "entity", "unit": "unit"}
    known |= {"period": period, "value": value}
    known |= {"code": "code"} if "entity" in roles else {}
    known |= {"dimension": "dimension"} if rest else {}
    intake.tables.append(Table(grid, known, constants=dict(options.constants)))
    intake.shown += [f"{role}: {ids[one]!r}" for role, one in roles.items()]
    intake.shown += [f"dimension: {', '.join(ids[one] for one in rest)}"] if rest else []
    _describe(intake, frame, ids, flow, columns)


def _roles(ids: dict[str, str], options: Options) -> dict[str, str]:
    """Role -> short identifier of its column. What the person says comes first."""
    upper = {short.upper(): short for short in ids}
    roles = {"period": upper.get(TIME, ""), "value": upper.get(VALUE, "")}
    for role, names in (("entity", PLACE), ("unit", UNIT), ("indicator", MEASURE)):
        roles[role] = next((upper[one] for one in names if one in upper), "")
    roles |= {role: column.partition(":")[0] for role, column in options.columns.items()}
    lacking = [role for role in ("period", "value") if roles[role] not in ids]
    if lacking:
        found = ", ".join(ids)
        raise BadReference([f"no {' and no '.join(lacking)} column among {found}; expected one."])
    return {role: one for role, one in roles.items() if one in ids}


def _telling(frame: Any, ids: dict[str, str], roles: dict[str, str]) -> list[str]:
    """Dimensions left that have more than one value, and not for each value of the column before
    them the same: such a column holds the labels of that one."""
    passed = {*roles.values(), *(one for one in ids if one.upper() in (*ATTRIBUTES, MULTIPLIER))}
    left = []
    before = None
    for one, column in ids.items():
        texts = frame[column].astype(str)
        labels = before is not None and texts.groupby(before).nunique().max() == 1
        if one not in passed and texts.nunique() > 1 and not labels:
            left.append(one)
        before = texts
    return left


def _records(
    frame: Any,
    ids: dict[str, str],
    roles: dict[str, str],
    rest: Sequence[str],
    flow: str,
    first: int,
) -> Iterator[Record]:
    names = list(ids)
    scale = next((one for one in names if one.upper() == MULTIPLIER), None)
    text = frame[[ids[one] for one in names]].astype(object).fillna("")
    for number, cells in enumerate(text.itertuples(index=False), first):
        row = dict(zip(names, map(str, cells), strict=True))
        entity, label = _parted(row.get(roles.get("entity", ""), ""))
        unit = _label(row.get(roles.get("unit", ""), ""))
        worth = SCALES.get(row.get(scale, "0") if scale else "0", "")
        told = ", ".join(f"{one}={_label(row[one])}" for one in rest)
        yield number, [
            _parted(row.get(roles.get("indicator", ""), flow))[0] or flow,
            label or entity, entity, _parted(row[roles["period"]])[0], row[roles["value"]],
            f"{worth}{unit}" if unit else "", told,
        ]  # fmt: skip


def _parted(cell: str) -> tuple[str, str]:
    """Code and label of a cell, which SDMX-CSV with labels writes "FR: France"."""
    code, sign, label = cell.partition(":")
    return (code.strip(), label.strip()) if sign else (cell.strip(), "")


def _label(cell: str) -> str:
    code, label = _parted(cell)
    return label or code


def _describe(
    intake: Intake, frame: Any, ids: dict[str, str], flow: str, columns: Sequence[str]
) -> None:
    """Names of indicators where cells have labels; else their codes name them."""
    title = flow.replace("_", " ")
    for column in columns:
        if column.partition(":")[0].upper() in MEASURE:
            for cell in sorted(set(frame[column].astype(str))):
                code, label = _parted(cell)
                name = label or code.replace("_", " ")
                intake.series[code] = Series(name, f"{name} ({title})", "", flow, (), code)
    intake.series.setdefault(flow, Series(title, "", "", flow, (), flow))
    intake.origin.title = intake.origin.title or title
    update = ids.get("LAST UPDATE")
    if update is not None and (day := EUROSTAT_DAY.match(str(frame[update].max()))):
        intake.origin.published = f"20{day[3]}-{day[2]}-{day[1]}"
        intake.origin.publisher = "Eurostat"
