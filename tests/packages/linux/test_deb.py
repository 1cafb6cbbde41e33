"""The Debian package: by Debian's rules, installed, in the menu, found by its links, and removed without a trace."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

import iamport_desktop
from iamport_desktop.api.origin import PORTONE
from tests.faults import certificates, replies
from tests.faults.proxy import Proxy
from tests.faults.server import Server
from tests.packages.linux.conftest import started
from tests.support.secret_service import Session, secret_service
from tools.programs import require, wait_until

NAME = "iamport-desktop"
COMMAND = Path("/usr/bin", NAME)
PROGRAM = Path("/usr/lib", NAME, NAME)
MENU_ENTRY = Path("/usr/share/applications", f"{NAME}.desktop")
DESCRIPTION = Path("/usr/share/metainfo", f"{NAME}.metainfo.xml")
IMP_UID = "imp_100000000002"
NOBODY = 65534


def answer(*command: str, **options: object) -> str:
    done = subprocess.run(command, capture_output=True, text=True, **options)  # type: ignore[call-overload]
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return str(done.stdout)


def apt(*arguments: str) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    answer(
        "apt-get",
        "-y",
        "-o",
        "DPkg::Lock::Timeout=120",
        "--no-install-recommends",
        *arguments,
        env=environment,
    )


def traces() -> list[str]:
    """Return what is named after the program in the folders of packages."""
    return answer("find", "/usr", "/etc", "/var/lib/dpkg/info", "-xdev", "-name", f"*{NAME}*").split()


@pytest.fixture(scope="module")
def installed(deb: Path) -> Iterator[Path]:
    """The package's command, while the package is installed."""
    if os.geteuid() != 0:
        pytest.fail("installing a package needs root; without it: make test-package ARGS='-k \"not deb\"'")
    if (
        answer("dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n").find(
            f"{NAME} installed"
        )
        >= 0
    ):
        pytest.fail(f"{NAME} is installed here already, and this test would remove it: apt-get purge {NAME}")
    before = traces()
    apt("install", str(deb))
    try:
        yield COMMAND
    finally:
        apt("purge", NAME)
    assert traces() == before


def test_it_keeps_debian_s_rules(deb: Path) -> None:
    answer(require("lintian", "lintian"), "--fail-on", "error", str(deb))


def test_its_version_is_the_program_s(installed: Path) -> None:
    assert answer("dpkg-query", "--show", "--showformat=${Version}", NAME) == iamport_desktop.__version__
    said = answer(str(installed), "--version", user=NOBODY, env={"PATH": "/usr/bin"})
    assert said == f"{NAME} {iamport_desktop.__version__}\n"


def test_it_is_in_the_menu(installed: Path) -> None:
    answer(require("desktop-file-validate", "desktop-file-utils"), str(MENU_ENTRY))
    answer(
        require("appstreamcli", "appstream"),
        "validate",
        "--no-net",
        "--pedantic",
        "--strict",
        str(DESCRIPTION),
    )
    sizes = {path.parts[5] for path in Path("/usr/share/icons/hicolor").glob(f"*/apps/{NAME}.*")}
    assert {"16x16", "32x32", "48x48", "256x256", "scalable"} <= sizes


def test_it_takes_the_links(installed: Path, environment: dict[str, str]) -> None:
    asked = (require("xdg-mime", "xdg-utils"), "query", "default", f"x-scheme-handler/{NAME}")
    assert answer(*asked, env=environment) == f"{NAME}.desktop\n"


def test_what_it_depends_on_is_what_it_links_to(installed: Path) -> None:
    listing = answer("ldd", str(PROGRAM.parent / "_internal/PySide6/Qt/plugins/platforms/libqxcb.so"))
    depends = answer("dpkg-query", "--show", "--showformat=${Depends}", NAME)
    assert "libfontconfig.so.1 => /" in listing
    assert "libfontconfig1" in depends
    assert "libssl3" in depends
    assert "libxcb-cursor0" not in depends  # it is in the bundle


@pytest.fixture
def portone() -> Iterator[tuple[Server, dict[str, str]]]:
    """Run a server that a proxy shows as PortOne's own address; yield the variables that lead there."""
    authority = trustme.CA()
    tls = certificates.good(authority, PORTONE.host)
    with (
        authority.cert_pem.tempfile() as root,
        Server(lookup=replies.paid, token=replies.token(), tls=tls) as server,
        Proxy(server.port) as proxy,
    ):
        yield server, {"SSL_CERT_FILE": root, "HTTPS_PROXY": proxy.url}


@pytest.fixture
def session(home: Path, screen: str, portone: tuple[Server, dict[str, str]]) -> Iterator[Session]:
    with secret_service(home, display=screen) as session:
        session.environment |= {"DISPLAY": screen} | portone[1]
        session.environment.pop("QT_QPA_PLATFORM")
        yield session


def processes() -> int:
    """Return how many processes run the installed program."""
    return sum(_runs(int(entry.name)) for entry in Path("/proc").iterdir() if entry.name.isdigit())


def _runs(process_id: int) -> bool:
    try:
        return Path(f"/proc/{process_id}/exe").resolve() == PROGRAM
    except OSError:
        return False  # it has ended, or is the kernel's


def test_a_link_reaches_the_window_that_runs(
    installed: Path, session: Session, portone: tuple[Server, dict[str, str]], tmp_path: Path
) -> None:
    server = portone[0]
    key = "a_key\na_secret\n"
    answer(str(installed), "--set-credentials", input=key, env=session.environment)
    with started(installed, session.environment, tmp_path):
        link = f"{NAME}://payment/{IMP_UID}"
        answer(require("xdg-open", "xdg-utils"), link, env=session.environment)
        wait_until(
            lambda: [seen.target.partition("?")[0] for seen in server.lookups] == [f"/payments/{IMP_UID}"],
            "it is looked up",
        )
        answer(str(installed), env=session.environment)  # a second start ends by itself
        wait_until(lambda: processes() == 1, "two starts are one process")
