"""What is in the bundle: enough, not too much, nothing of the machine it was made on, and a notice for everything."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from bundle import exclusions

MEGABYTE = 1_000_000

NEEDED_PLUGINS = (
    "platforms/libqxcb.so",
    "platforms/libqwayland.so",
    "platforms/libqoffscreen.so",
    "platforminputcontexts/libibusplatforminputcontextplugin.so",
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "platformthemes/libqxdgdesktopportal.so",
    "iconengines/libqsvgicon.so",
    "imageformats/libqsvg.so",
    "wayland-shell-integration/libxdg-shell.so",
    "wayland-decoration-client/libadwaita.so",
)

# What Qt asks of ICU, and whose data answered.
ASK_ICU = """
import re
from PySide6.QtCore import QByteArray, QCollator, QLocale, QStringDecoder, QTimeZone

words = ["나", "伽", "가", "힣", "b", "A", "a", "ä", "Z", "ㄱ", "1", "10", "2", "々", "ア"]
for language in ("ko", "en", "de"):
    order = QCollator(QLocale(language))
    print(sorted(words, key=order.sortKey), order.compare("伽", "나"))
for zone in (b"Asia/Seoul", b"America/New_York", b"Europe/London"):
    for language in ("ko", "en"):
        for time in QTimeZone.TimeType:
            for name in QTimeZone.NameType:
                print(QTimeZone(QByteArray(zone)).displayName(time, name, QLocale(language)))
for charset in ("windows-949", "euc-kr", "windows-1252", "utf-8"):
    print(charset, QStringDecoder(charset).isValid())
print(QLocale("tr").toUpper("i"), QLocale("ko").toLower("ABC"))
(data,) = set(re.findall(r"/\\S*libicudata\\S*", open("/proc/self/maps").read()))
print(data)
"""


def files_of(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]


def libraries_of(bundle: Path) -> list[Path]:
    return [path for path in files_of(bundle) if ".so" in path.suffixes]


@pytest.fixture(scope="module")
def qt(bundle: Path) -> Path:
    return bundle / "_internal" / "PySide6" / "Qt"


@pytest.fixture(scope="module")
def inventory(bundle: Path) -> list[dict[str, str]]:
    listed: list[dict[str, str]] = json.loads(
        (bundle / "_internal" / "licenses" / "inventory.json").read_text(encoding="utf-8")
    )
    return listed


def test_it_is_lean(bundle: Path, archive: Path) -> None:
    assert sum(path.stat().st_size for path in files_of(bundle)) <= 101 * MEGABYTE
    assert archive.stat().st_size <= 30 * MEGABYTE


@pytest.mark.parametrize("plugin", NEEDED_PLUGINS)
def test_what_desks_need_is_there(qt: Path, plugin: str) -> None:
    assert (qt / "plugins" / plugin).is_file()


def test_what_is_left_out_is_not_there(qt: Path) -> None:
    plugins = files_of(qt / "plugins")
    assert plugins
    assert not [path for path in plugins if exclusions.is_excluded_plugin(str(path))]
    assert {path.name for path in files_of(qt / "translations")} == set(exclusions.TRANSLATIONS_KEPT)


def test_every_library_finds_what_it_links_to(bundle: Path) -> None:
    internal = bundle / "_internal"
    libraries = libraries_of(bundle)
    assert len(libraries) > 50
    missing = {}
    for library in libraries:
        command = ["env", f"LD_LIBRARY_PATH={internal}", "ldd", str(library)]
        listing = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        if lost := re.findall(r"(\S+) => not found", listing):
            missing[library.name] = lost
    assert not missing


def test_no_library_looks_where_it_was_built(bundle: Path) -> None:
    for library in libraries_of(bundle):
        listing = subprocess.run(
            ["objdump", "-p", library], check=True, capture_output=True, text=True
        ).stdout
        for paths in re.findall(r"(?:RUNPATH|RPATH)\s+(\S+)", listing):
            assert all(path.startswith("$ORIGIN") for path in paths.split(":")), library.name


def test_it_runs_on_systems_as_old_as_qt_allows(bundle: Path) -> None:
    needed = set()
    for file in [*libraries_of(bundle), bundle / "iamport-desktop"]:
        listing = subprocess.run(["objdump", "-T", file], check=True, capture_output=True, text=True).stdout
        needed |= {tuple(map(int, found.split("."))) for found in re.findall(r"GLIBC_(2\.\d+)", listing)}
    assert max(needed) <= (2, 36)  # Debian 12's


def test_icu_answers_qt_as_the_whole_one_does(qt: Path) -> None:
    whole, cut = (ask_icu(folder) for folder in ("", str(qt / "lib")))
    assert Path(cut.pop()).is_relative_to(qt)
    assert not Path(whole.pop()).is_relative_to(qt)
    assert {"대한민국 표준시", "windows-949 True", "euc-kr True"} <= set(whole)
    assert cut == whole


def ask_icu(folder: str) -> list[str]:
    command = ["env", f"LD_LIBRARY_PATH={folder}", sys.executable, "-c", ASK_ICU]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def test_everything_that_others_made_has_its_notice(bundle: Path, inventory: list[dict[str, str]]) -> None:
    licenses = bundle / "_internal" / "licenses"
    names = {each["name"] for each in inventory}
    assert {
        "ICU",
        "Python",
        "PySide6_Essentials",
        "shiboken6",
        "httpx",
        "keyring",
        "cryptography",
        "pyinstaller",
    } <= names
    for component in inventory:
        assert component["version"]
        assert component["notices"], component["name"]
        assert all((licenses / notice).stat().st_size > 100 for notice in component["notices"])
    index = (licenses / "NOTICES.txt").read_text(encoding="utf-8")
    assert all(f"{each['name']} {each['version']}" in index for each in inventory)


def test_the_libraries_from_the_system_are_in_the_inventory(
    bundle: Path, inventory: list[dict[str, str]]
) -> None:
    packages = {each["name"] for each in inventory if each["purl"].startswith("pkg:deb/")}
    libraries = [path for path in (bundle / "_internal").glob("lib*.so*") if not path.is_symlink()]
    foreign = [path for path in libraries if not path.name.startswith("libpython")]
    assert foreign
    assert len(packages) == len(foreign)


def test_qt_s_notice_says_how_to_use_another(bundle: Path, inventory: list[dict[str, str]]) -> None:
    (qt_version,) = [each["version"] for each in inventory if each["name"] == "PySide6_Essentials"]
    texts = bundle / "_internal" / "licenses" / "PySide6_Essentials"
    about = (texts / "Qt.txt").read_text(encoding="utf-8")
    assert f"/{qt_version}/" in about
    assert "_internal/PySide6/Qt/lib" in about
    assert (bundle / "_internal/PySide6/Qt/lib/libQt6Core.so.6").is_file()
    for license_text in ("LGPL-3.0.txt", "GPL-3.0.txt"):
        assert "GNU" in (texts / license_text).read_text(encoding="utf-8")


def test_the_bill_of_materials_is_valid_and_whole(bill: Path, inventory: list[dict[str, str]]) -> None:
    text = bill.read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    listed = {(each["name"], each["version"]) for each in json.loads(text)["components"]}
    assert listed == {(each["name"], each["version"]) for each in inventory}
