"""What the Windows program is made of, read from its files."""

from __future__ import annotations

import json
import zipfile
import zlib
from pathlib import Path

import pefile
import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from PySide6.QtGui import QImage

from iamport_desktop import __version__
from tests.packages.windows.conftest import NAME

ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 256]
WINDOWED, CONSOLE = 2, 3  # IMAGE_SUBSYSTEM_WINDOWS_GUI, _CUI
MOST_BYTES = 85_000_000

# Libraries that every Windows 10 has since 1703; those of Visual C++ are not among them.
OF_WINDOWS = set(
    """advapi32 authz bcrypt bcryptprimitives comctl32 comdlg32 crypt32 cryptbase d2d1 d3d11 d3d12 d3d9 dnsapi dwmapi
    dwrite dxgi gdi32 icuuc imm32 iphlpapi kernel32 mpr mscms msi msvcrt ncrypt netapi32 ntdll ole32 oleaut32 propsys
    rpcrt4 secur32 setupapi shcore shell32 shlwapi uiautomationcore user32 userenv usp10 uxtheme version winhttp
    winmm winspool.drv wldap32 ws2_32 wtsapi32""".split()
)

PROGRAMS = pytest.mark.parametrize("program", [NAME, f"{NAME}-cli"])


def libraries(bundle: Path) -> list[Path]:
    return [path for path in bundle.rglob("*") if path.suffix.lower() in {".dll", ".pyd", ".exe"}]


def resources(image: pefile.PE, kind: str) -> list[bytes]:
    (of_kind,) = [
        each for each in image.DIRECTORY_ENTRY_RESOURCE.entries if each.id == pefile.RESOURCE_TYPE[kind]
    ]
    places = [
        language.data.struct for name in of_kind.directory.entries for language in name.directory.entries
    ]
    return [image.get_data(place.OffsetToData, place.Size) for place in places]


@PROGRAMS
def test_the_icon_is_there_in_every_size(bundle: Path, program: str) -> None:
    with pefile.PE(str(bundle / f"{program}.exe")) as image:
        pictures = [QImage.fromData(each) for each in resources(image, "RT_ICON")]
    assert sorted(picture.width() for picture in pictures) == ICON_SIZES
    for picture in pictures:
        assert picture.pixelColor(0, 0).alpha() == 0
        assert picture.pixelColor(picture.width() // 2, picture.height() // 8).name() == "#2f5bea"


@PROGRAMS
def test_the_version_is_that_of_the_package(bundle: Path, program: str) -> None:
    with pefile.PE(str(bundle / f"{program}.exe")) as image:
        ((information, _),) = image.FileInfo
        said = {key.decode(): value.decode() for key, value in information.StringTable[0].entries.items()}
    assert said["ProductVersion"] == said["FileVersion"] == __version__
    assert said["ProductName"] == NAME
    assert said["OriginalFilename"] == f"{program}.exe"
    assert said["CompanyName"] == "iamport-desktop contributors"


def test_only_the_second_program_has_a_console(bundle: Path) -> None:
    for program, kind in {NAME: WINDOWED, f"{NAME}-cli": CONSOLE}.items():
        with pefile.PE(str(bundle / f"{program}.exe"), fast_load=True) as image:
            assert image.OPTIONAL_HEADER.Subsystem == kind


def test_every_library_finds_what_it_needs_in_the_bundle_or_in_windows(bundle: Path) -> None:
    files = libraries(bundle)
    there = {path.name.lower() for path in files}
    missing = {}
    for path in files:
        with pefile.PE(str(path), fast_load=True) as image:
            image.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
            needed = {each.dll.decode().lower() for each in getattr(image, "DIRECTORY_ENTRY_IMPORT", [])}
        others = {name for name in needed - there if not name.startswith("api-ms-win-")}
        if strangers := {name for name in others if name.removesuffix(".dll") not in OF_WINDOWS}:
            missing[path.name] = strangers
    assert missing == {}


def test_nothing_of_wine_is_in_it(bundle: Path) -> None:
    marks = (b"Wine builtin DLL", b"Wine placeholder DLL")
    assert not [path for path in libraries(bundle) if any(mark in path.read_bytes()[:4096] for mark in marks)]
    assert not {"icuuc.dll", "mscms.dll", "bcryptprimitives.dll"} & {
        path.name.lower() for path in libraries(bundle)
    }


def test_the_plugins_are_those_that_desks_need(bundle: Path) -> None:
    plugins = {path.name for path in (bundle / "_internal" / "PySide6" / "plugins").rglob("*.dll")}
    assert plugins == {"qwindows.dll", "qoffscreen.dll", "qsvg.dll", "qsvgicon.dll"}


def test_it_is_as_small_as_promised(bundle: Path) -> None:
    assert sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file()) <= MOST_BYTES


def test_korean_and_the_notices_go_along(bundle: Path) -> None:
    there = {path.name for path in bundle.rglob("*")}
    assert {"qtbase_ko.qm", "iamport_desktop_ko.qm", "NOTICES.txt", "LGPL-3.0.txt"} <= there


def test_the_bill_of_materials_is_valid_and_names_what_only_windows_needs(bill: Path) -> None:
    text = bill.read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    names = {each["name"] for each in json.loads(text)["components"]}
    assert {"Python", "PySide6_Essentials", "httpx", "keyring", "OpenSSL", "pywin32-ctypes"} <= names


def test_the_zip_holds_the_same_files(bundle: Path, archive: Path) -> None:
    with zipfile.ZipFile(archive) as packed:
        inside = {name: packed.getinfo(name).CRC for name in packed.namelist()}
        assert packed.testzip() is None
    files = {
        f"{NAME}/{path.relative_to(bundle).as_posix()}": path for path in bundle.rglob("*") if path.is_file()
    }
    assert inside.keys() == files.keys()
    assert all(inside[name] == zlib.crc32(path.read_bytes()) for name, path in files.items())


def test_the_installer_asks_for_no_administrator(installer: Path) -> None:
    with pefile.PE(str(installer)) as image:
        (manifest,) = resources(image, "RT_MANIFEST")
    assert b'requestedExecutionLevel level="asInvoker"' in manifest
