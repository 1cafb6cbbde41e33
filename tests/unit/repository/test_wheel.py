"""The wheel holds the package with its resources inside, and nothing else."""

import subprocess
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

import iamport_desktop

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(target)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = target.glob("*.whl")
    assert wheel.name.startswith(f"iamport_desktop-{iamport_desktop.__version__}-")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def files_below(directory: Path) -> set[str]:
    return {
        path.relative_to(directory).as_posix()
        for path in directory.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def test_resources_are_inside_the_package(wheel_names: set[str]) -> None:
    resources = files_below(ROOT / "resources")
    assert resources
    assert {f"iamport_desktop/resources/{name}" for name in resources} <= wheel_names


def test_the_license_is_where_the_about_dialog_looks_for_it(wheel_names: set[str]) -> None:
    folder = f"iamport_desktop-{iamport_desktop.__version__}.dist-info"
    assert f"{folder}/licenses/LICENSE" in wheel_names


def test_modules_are_all_there_and_alone(wheel_names: set[str]) -> None:
    modules = {f"iamport_desktop/{name}" for name in files_below(ROOT / "iamport_desktop")}
    assert modules <= wheel_names
    assert {name.split("/")[0] for name in wheel_names} == {
        "iamport_desktop",
        f"iamport_desktop-{iamport_desktop.__version__}.dist-info",
    }


def test_installed_version_is_the_one_in_the_package() -> None:
    assert version("iamport-desktop") == iamport_desktop.__version__
