"""Data Packages by the standard; reading one takes `frictionless`, hence apart from `test_pack`."""

import json

import pytest

from factcheck.errors import BadReference
from factcheck.reference.package import read_package
from factcheck.reference.store import shipped_packs


@pytest.mark.parametrize("folder", shipped_packs(), ids=lambda folder: folder.name)
def test_shipped_packs_are_data_packages(folder):
    assert read_package(folder).name == folder.name


def test_a_pack_is_held_against_its_own_schemas(write_pack):
    folder = write_pack(changes={"observations.csv": ("14.2,weeks", "14.2,days")})
    with pytest.raises(BadReference) as caught:
        read_package(folder)
    assert str(caught.value) == (
        f'{folder}/observations.csv:2: The cell "days" in row at position "2" and field "unit"'
        ' at position "6" does not conform to a constraint: constraint "enum" is'
        " \"['weeks', 'date']\""
    )


def test_the_reader_speaks_first(write_pack):
    folder = write_pack(changes={"observations.csv": ("14.2,weeks", "n/a,days")})
    with pytest.raises(BadReference) as caught:
        read_package(folder)
    assert str(caught.value) == (
        f"{folder}/observations.csv:2: column 'value' holds 'n/a'; expected a number in days."
    )


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("https://example.org/sources.csv", "entities.csv, https://example.org/sources.csv, "
         "indicators.csv, observations.csv"),
        ("../sources.csv", "../sources.csv, entities.csv, indicators.csv, observations.csv"),
        (None, "None, entities.csv, indicators.csv, observations.csv"),
    ],
)  # fmt: skip
def test_resources_are_the_files_of_the_pack(write_pack, path, found):
    folder = write_pack()
    descriptor = folder / "datapackage.json"
    head = json.loads(descriptor.read_text())
    next(r for r in head["resources"] if r["name"] == "sources")["path"] = path
    descriptor.write_text(json.dumps(head))
    with pytest.raises(BadReference) as caught:
        read_package(folder)
    assert str(caught.value) == (
        f"{descriptor}: 'resources' lists {found};"
        " expected entities.csv, indicators.csv, observations.csv, sources.csv."
    )
