"""factcheck: check the numbers in news articles against reference figures.

`factcheck.check(source, reference=…)` is the whole product path; see `factcheck.checker`. All of it
is loaded at the first use, so that importing the package costs next to nothing.
"""

__version__ = "0.1.0"
__all__ = ["Checker", "Result", "check", "check_documents", "load_packs", "read_articles"]

TYPE_CHECKING = False  # as type checkers read it; `typing` would be most of the import
if TYPE_CHECKING:
    from factcheck.articles import read_articles
    from factcheck.checker import Checker, check, check_documents
    from factcheck.reference.store import load_packs
    from factcheck.results import Result

_HOMES = {
    "Result": "factcheck.results",
    "load_packs": "factcheck.reference.store",
    "read_articles": "factcheck.articles",
}


def __getattr__(name: str) -> object:
    """Load a public name from its room (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES.get(name, "factcheck.checker")), name)
