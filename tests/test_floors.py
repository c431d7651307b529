"""Arrows point downstairs only: who may import whom, read from the source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "factcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))

FLOORS = {
    "model": 1,
    "errors": 1,
    "settings": 1,
    "files": 1,
    "json_text": 1,
    "limits": 1,
    "measure": 2,
    "articles": 3,
    "report": 3,
    "extract": 4,
    "match": 4,
    "verdict": 4,
    "reference": 4,
    "checker": 5,
    "narrowing": 5,
    "results": 5,
    "suppress": 5,
    "agents": 6,
    "suggest": 6,
    "audit": 6,
    "editor": 6,
    "evaluation": 6,
    "review": 6,
    "cli": 7,
    "__init__": 0,
    "__main__": 8,
}
"""Room -> floor. `__init__` holds the version, which every room may print."""

SEPARATE = [{"extract", "match", "verdict", "reference"}]
"""Rooms of one floor that never import each other."""

ONLY_IN = {
    "spacy": {"extract"},
    "rapidfuzz": {"match"},
    "sentence_transformers": {"match"},
    "onnxruntime": {"match"},
    "tokenizers": {"match"},
    "torch": {"match"},
    "click": {"cli"},
    "mcp": {"agents"},
    "pandas": {"results"},
    "pygls": {"editor"},
    "lsprotocol": {"editor"},
    "fastwarc": {"articles"},
    "rensa": {"audit"},
    "starlette": {"review"},
    "uvicorn": {"cli"},
    "distributed": {"audit"},
}
"""Package -> the only rooms that may import it."""

NO_PACKAGES = {"socket", "requests", "httpx", "httpcore", "aiohttp", "ftplib"}
"""Ways to the network: in no room."""

FETCHES = PACKAGE / "cli" / "fetch.py"
"""The one file that may use the network, for `--url`."""

ENVIRONMENT = {"os.environ", "os.getenv", "os.putenv", "sys.exit", "os._exit", "sys.argv"}
"""What belongs to the command line only."""

READS_FILES = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def rooms_of(module: str) -> str:
    return module.split(".")[1] if module.startswith("factcheck.") else "__init__"


def imports(path: Path) -> Iterator[str]:
    """Dotted names of everything a module imports, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            if node.module == "factcheck":
                yield from (f"factcheck.{alias.name}" for alias in node.names)
            elif node.module:
                yield node.module


def calls(path: Path) -> Iterator[str]:
    """Names called, and dotted names looked up, as they are written."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)
        elif isinstance(node, ast.Attribute):
            yield ast.unparse(node)


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


every_module = pytest.mark.parametrize("path", MODULES, ids=name)


@every_module
def test_every_room_is_on_the_plan(path):
    assert room(path) in FLOORS


@every_module
def test_arrows_point_downstairs(path):
    here = room(path)
    for module in imports(path):
        if module.split(".")[0] != "factcheck":
            continue
        there = rooms_of(module)
        if there not in FLOORS:  # a name of the package itself, such as the version
            continue
        if here == "__init__":  # the front door names what it opens, and loads it when asked
            continue
        assert there == here or FLOORS[there] <= FLOORS[here], module
        assert not any({here, there} <= group and here != there for group in SEPARATE), module


@every_module
def test_rooms_of_one_floor_below_the_fourth_do_not_mix(path):
    here = room(path)
    others = {rooms_of(m) for m in imports(path) if m.startswith("factcheck.")} - {here}
    assert not (here in {"articles", "report"} and others & {"articles", "report"})


@every_module
def test_packages_stay_in_their_rooms(path):
    for module in imports(path):
        package = module.split(".")[0]
        assert room(path) in ONLY_IN.get(package, {room(path)}), module
        assert package not in NO_PACKAGES, module
        assert package != "urllib3" or path == FETCHES
        assert not module.startswith(("urllib.request", "http.client")), module


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) != "cli"], ids=name)
def test_print_exit_and_environment_belong_to_the_command_line(path):
    said = set(calls(path))
    assert not said & ENVIRONMENT
    assert not said & {"print", "exit", "quit", "input"}


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) == "verdict"], ids=name)
def test_verdict_reads_no_files(path):
    assert not {said.split(".")[-1] for said in calls(path)} & READS_FILES


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) == "review"], ids=name)
def test_review_reads_reports_and_never_runs_the_checker(path):
    stages = {"extract", "match", "verdict", "reference", "checker", "articles", "suppress"}
    assert not {rooms_of(module) for module in imports(path)} & stages


def test_the_ground_floor_needs_no_package():
    for ground in [f"{name}.py" for name, floor in FLOORS.items() if floor == 1]:
        packages = {module.split(".")[0] for module in imports(PACKAGE / ground)}
        assert packages <= {
            *(
                "__future__",
                "bisect",
                "collections",
                "contextlib",
                "dataclasses",
                "datetime",
                "decimal",
                "difflib",
            ),
            *("enum", "errno", "factcheck", "json", "os", "pathlib", "re", "shutil", "tomllib"),
            "typing",
        }


def test_the_reading_of_imports_sees_those_inside_functions():
    assert "factcheck.checker" in set(imports(PACKAGE / "cli" / "check.py"))
    assert "trafilatura" in set(imports(PACKAGE / "articles" / "html.py"))
    assert "path.write_bytes" in set(calls(PACKAGE / "files.py"))
