import importlib.metadata
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from iamport_desktop import resources
from iamport_desktop.resources import license_text

FIND = "from iamport_desktop.resources import resource_path; print(resource_path('sample', 'a.txt'))"


def package_in(folder: Path) -> Path:
    """A copy of the module in a package of its own, as it lies in a wheel or a bundle."""
    package = folder / "iamport_desktop"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    shutil.copy(resources.__file__, package)
    return package


def put(root: Path) -> Path:
    file = root / "resources" / "sample" / "a.txt"
    file.parent.mkdir(parents=True)
    file.write_text("x")
    return file


def found_from(folder: Path) -> Path:
    ended = subprocess.run(
        [sys.executable, "-c", FIND], cwd=folder, capture_output=True, text=True, check=True
    )
    return Path(ended.stdout.strip())


def test_this_checkout_has_its_sample_payments() -> None:
    assert resources.resource_path("sandbox", "payments.json").is_file()


def test_an_installed_package_finds_its_files_inside(tmp_path: Path) -> None:
    file = put(package_in(tmp_path))
    assert found_from(tmp_path) == file


def test_a_checkout_wins_over_the_package(tmp_path: Path) -> None:
    put(package_in(tmp_path))
    file = put(tmp_path)
    assert found_from(tmp_path) == file


def test_a_missing_file_is_named_with_the_places() -> None:
    with pytest.raises(FileNotFoundError, match=r"missing: no/such\.file\. Tried .+resources.+ and .+"):
        resources.resource_path("no", "such.file")


def test_a_checkout_shows_its_license() -> None:
    assert license_text().startswith("MIT License")


def test_a_bundle_shows_what_is_bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "licenses").mkdir()
    (tmp_path / "licenses" / "LICENSE.txt").write_text("of the program", encoding="utf-8")
    (tmp_path / "licenses" / "NOTICES.txt").write_text("of its parts", encoding="utf-8")
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "iamport_desktop" / "resources.py"))
    assert license_text() == "of the program\nof its parts"


def test_an_installed_wheel_shows_its_license(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "iamport_desktop" / "resources.py"))
    monkeypatch.setattr(
        importlib.metadata,
        "distribution",
        lambda _: SimpleNamespace(read_text={"licenses/LICENSE": "MIT"}.get),
    )
    assert license_text() == "MIT"
