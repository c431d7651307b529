"""What the source never does, so that no input can run code: read from the source itself."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "factcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))

NEVER_IMPORTED = {
    *("pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib"),
    *("yaml", "torch", "transformers", "sentence_transformers", "onnxruntime", "safetensors"),
}
"""Readers that may run what they read, and frameworks that load weights in such forms.
The one weights file, in safetensors, is read by `match/bert.py` as plain numbers."""

NEVER_CALLED = {
    *("eval", "exec", "compile", "__import__", "os.system", "os.popen", "tempfile.mktemp"),
    *("allow_pickle=True", "shell=True", "autoescape=False", "verify=False"),
}

XML = {"xml", "lxml"}
READS_XML = {"articles/epub.py", "report/junit.py"}
"""The first by ElementTree, which fetches no entity and whose expat (2.4) stops one that grows; the
second only writes."""


def imports(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def calls(tree: ast.AST) -> set[str]:
    """Names called, and the options that are given as a constant: "shell=True"."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            found.add(ast.unparse(node.func))
            found |= {f"{one.arg}={ast.unparse(one.value)}" for one in node.keywords}
    return found


def options_of(tree: ast.AST, name: str) -> list[set[str]]:
    """The options of each call of a function."""
    return [
        {f"{one.arg}={ast.unparse(one.value)}" for one in node.keywords}
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(name)
    ]


@pytest.fixture(scope="module")
def trees():
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8")) for path in MODULES
    }


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("re.compile('x'); model.eval_all()", set()),
        ("run(['git'], shell=False)", set()),
        ("eval('1')", {"eval"}),
        ("run('git', shell=True)", {"shell=True"}),
        ("np.load(x, allow_pickle=True)", {"allow_pickle=True"}),
    ],
)
def test_the_reading_of_the_source_sees_what_it_must(source, found):
    assert calls(ast.parse(source)) & NEVER_CALLED == found


def test_the_reading_of_imports_sees_those_inside_functions():
    source = "def f():\n    import pickle\n    from yaml.x import y"
    assert imports(ast.parse(source)) == {"pickle", "yaml"}


def test_nothing_that_is_read_can_run(trees):
    for name, tree in trees.items():
        assert not calls(tree) & NEVER_CALLED, name
        assert not imports(tree) & NEVER_IMPORTED, name


def test_arrays_are_read_without_pickle(trees):
    loads = [found for tree in trees.values() for found in options_of(tree, "np.load")]
    assert loads
    assert all("allow_pickle=False" in one for one in loads)


def test_xml_is_parsed_in_one_place(trees):
    assert {name for name, tree in trees.items() if imports(tree) & XML} == READS_XML


def test_pages_escape_what_they_show(trees):
    environments = [found for tree in trees.values() for found in options_of(tree, "Environment")]
    assert environments
    assert all("autoescape=True" in one for one in environments)
    templates = [*PACKAGE.rglob("*.html")]
    assert templates
    assert not [path for path in templates if "|safe" in path.read_text("utf-8").replace(" ", "")]


def test_weights_are_one_kind_of_file_known_by_its_sum():
    from factcheck.match.model_files import CHECKSUMS

    assert [name for name in CHECKSUMS if not name.endswith(".json")] == ["model.safetensors"]
    assert all(len(sum_) == 64 for sum_ in CHECKSUMS.values())
