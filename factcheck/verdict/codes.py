"""The finding codes, which live in `report.codes`, under the name of the room that gives them."""

from factcheck.report.codes import CODES, INCONSISTENCY, Code, code_for

__all__ = ["CODES", "INCONSISTENCY", "Code", "code_for"]
