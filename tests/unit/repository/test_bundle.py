"""What `make package` decides before it freezes: exclusions, owners of files, notices."""

import json
import re
import ssl
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import iamport_desktop
from bundle import exclusions, icons, icu, notices
from bundle.inventory import Component, Inventory, MissingNotice
from bundle.release import this_release

ROOT = Path(__file__).parents[3]


def distribution(site: Path, name: str, *, license_text: str | None) -> str:
    """Install a distribution with one module into `site`; return the module's file."""
    module, described = site / f"{name}.py", site / f"{name}-1.0.dist-info"
    module.write_text("", encoding="utf-8")
    (described / "licenses").mkdir(parents=True)
    (described / "METADATA").write_text(
        f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\nLicense-Expression: MIT\n", encoding="utf-8"
    )
    record = [f"{name}.py,,", f"{name}-1.0.dist-info/METADATA,,"]
    if license_text is not None:
        (described / "licenses" / "LICENSE").write_text(license_text, encoding="utf-8")
        record.append(f"{name}-1.0.dist-info/licenses/LICENSE,,")
    (described / "RECORD").write_text("\n".join(record) + "\n", encoding="utf-8")
    return str(module)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of distributions on Python's path."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    return site


def test_a_distribution_goes_along_with_its_license(site: Path, tmp_path: Path) -> None:
    (component,) = Inventory(ROOT).components([distribution(site, "kindly", license_text="Do as you like.")])
    assert (component.name, component.version, component.license) == ("kindly", "1.0", "MIT")
    folder = Path(notices.write([component], "9.9", ROOT / "LICENSE", tmp_path / "licenses"))
    assert (folder / "kindly" / "LICENSE").read_text(encoding="utf-8") == "Do as you like."
    assert "kindly 1.0  MIT" in (folder / "NOTICES.txt").read_text(encoding="utf-8")
    (known,) = json.loads((folder / "inventory.json").read_text(encoding="utf-8"))
    assert known["notices"] == ["kindly/LICENSE"]


def test_a_distribution_without_a_license_text_stops_the_build(site: Path) -> None:
    with pytest.raises(MissingNotice, match="silent"):
        Inventory(ROOT).components([distribution(site, "silent", license_text=None)])


@pytest.mark.skipif(sys.platform != "linux", reason="asks dpkg")
def test_a_file_without_an_owner_stops_the_build(tmp_path: Path) -> None:
    stray = tmp_path / "libstray.so"
    stray.touch()
    with pytest.raises(MissingNotice, match="libstray"):
        Inventory(ROOT).components([str(stray)])


def test_the_program_s_own_files_need_no_notice() -> None:
    assert Inventory(ROOT).components([iamport_desktop.__file__]) == []


def test_python_has_its_license() -> None:
    (python,) = Inventory(ROOT).components([json.__file__])
    assert python.name == "Python"
    assert "PYTHON SOFTWARE FOUNDATION" in python.notices[0].read_text(encoding="utf-8").upper()


def test_openssl_inside_python_is_its_own_component() -> None:
    (openssl,) = Inventory(ROOT).components([str(Path(json.__file__).with_name("libcrypto-3.dll"))])
    assert (openssl.name, openssl.version) == ("OpenSSL", ssl.OPENSSL_VERSION.split()[1])
    assert openssl.notices


def test_icu_inside_qt_is_its_own_component() -> None:
    (icu,) = Inventory(ROOT).components(["lib/libicudata.so.73", "lib/libicuuc.so.73"])
    assert (icu.name, icu.version) == ("ICU", "73")
    assert "UNICODE, INC. LICENSE AGREEMENT" in icu.notices[0].read_text(encoding="utf-8")


def test_two_license_texts_of_one_name_both_go_along(tmp_path: Path) -> None:
    texts = [tmp_path / "licenses" / folder / "LICENSE" for folder in ("one", "two")]
    for text in texts:
        text.parent.mkdir(parents=True)
        text.write_text(text.parent.name, encoding="utf-8")
    component = Component("both", "1", "", "", "pkg:generic/both@1", tuple(texts))
    folder = Path(notices.write([component], "9.9", ROOT / "LICENSE", tmp_path / "out"))
    assert {path.read_text(encoding="utf-8") for path in (folder / "both").iterdir()} == {"one", "two"}


@pytest.mark.skipif(not Path("/usr/share/common-licenses").is_dir(), reason="Debian's texts to compare with")
@pytest.mark.parametrize("name", ["LGPL-3", "GPL-3"])
def test_qt_s_licenses_are_word_for_word(name: str) -> None:
    ours = ROOT / "resources" / "licenses" / f"{name}.0.txt"
    assert ours.read_bytes() == Path("/usr/share/common-licenses", name).read_bytes()


@pytest.mark.parametrize(
    ("plugin", "stays_out"),
    [
        ("plugins/platforms/libqxcb.so", False),
        ("plugins/platforms/qwindows.dll", False),
        ("plugins/platforms/libqcocoa.dylib", False),
        ("plugins/platforms/libqlinuxfb.so", True),
        ("plugins/platforms/qminimal.dll", True),
        ("plugins/imageformats/libqsvg.so", False),
        ("plugins/imageformats/libqtiff.so", True),
        ("plugins/styles/qmodernwindowsstyle.dll", True),
        ("plugins/tls/qschannelbackend.dll", True),
        ("plugins/wayland-shell-integration/libxdg-shell.so", False),
    ],
)
def test_plugins_are_excluded_by_the_table(plugin: str, *, stays_out: bool) -> None:
    assert exclusions.is_excluded_plugin(plugin) is stays_out


def test_of_the_countries_only_korea_is_bundled() -> None:
    left_out = {name for name in exclusions.modules() if name.startswith("holidays.countries.")}
    assert len(left_out) > 200
    assert not left_out & {f"holidays.countries.{name}" for name in ("__init__", "south_korea")}


def test_dates_need_no_other_country_than_korea() -> None:
    program = (
        "import sys; from iamport_desktop.domain import business_days; business_days.load_holidays();"
        "print(*sorted(name for name in sys.modules if name.startswith('holidays.countries.')))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert shown.stdout.split() == ["holidays.countries.south_korea"]


@pytest.mark.parametrize(
    ("item", "kept"),
    [
        ("ko.res", True),
        ("coll/ko.res", True),
        ("zone/root.res", True),
        ("de.res", False),
        ("curr/ko.res", False),
    ],
)
def test_icu_keeps_what_qt_asks_of_it(item: str, *, kept: bool) -> None:
    assert icu.is_kept(item) is kept


def test_the_release_is_dated_by_its_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    release = this_release(ROOT)
    assert release.version == iamport_desktop.__version__
    assert this_release(ROOT).date == release.date
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert this_release(ROOT).date.year == 1970


def test_icons_are_drawn_in_every_size(tmp_path: Path) -> None:
    drawing = ROOT / "resources" / "icons" / "iamport-desktop.svg"
    for size in icons.SIZES:
        picture = QImage(str(icons.draw(drawing, size, tmp_path / f"{size}.png")))
        assert (picture.width(), picture.height()) == (size, size)
        assert picture.pixelColor(size // 2, size // 2).alpha() == 255


def test_every_resource_that_the_program_reads_is_bundled() -> None:
    read = {
        name
        for path in (ROOT / "iamport_desktop").rglob("*.py")
        for name in re.findall(r'resource_path\("([^"]+)"', path.read_text(encoding="utf-8"))
    }
    recipe = (ROOT / "packaging" / "build.spec").read_text(encoding="utf-8")
    assert read
    assert {name for name in read if f'ROOT / "resources" / "{name}"' not in recipe} == set()


def test_the_menu_entry_opens_links() -> None:
    entry = (ROOT / "resources" / "linux" / "iamport-desktop.desktop").read_text(encoding="utf-8")
    assert "\nExec=iamport-desktop %u\n" in entry
    assert "\nMimeType=x-scheme-handler/iamport-desktop;\n" in entry
