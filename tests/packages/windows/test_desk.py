"""The installed program on a Korean Windows: pictures, the key, a lookup, a receipt."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from iamport_desktop import __version__
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.sandbox.endpoints import IMP_KEY, IMP_SECRET
from tests.packages.windows.conftest import SAMPLE, SLOW, InstalledApp
from tests.packages.windows.reading import part_read
from tests.support.desktop_driver import DesktopDriver
from tests.support.pictures import shows
from tools.programs import wait_until

KOREAN = (
    "부분취소 결제정보 원문 개인정보보기 신용카드 남은금액 주문번호 매출전표열기 복사 결제요청 결제완료 취소내역 "
    "결제수단 구매자 참고사항 카드사 전화번호 이메일 할부 승인번호"
).split()
CREDENTIALS = r"HKCU\Software\Wine\Credential Manager"  # where Wine has the Credential Manager's entries


def asked_for(sandbox: Sandbox, imp_uid: str = SAMPLE) -> bool:
    return any(request.path == f"/payments/{imp_uid}" for request in sandbox.requests)


def provision(installed: InstalledApp, sandbox: Sandbox) -> None:
    done = installed.say(
        "--lang",
        "en",
        "--set-credentials",
        "--api-url",
        sandbox.url,
        stdin=f"{IMP_KEY}\r\n{IMP_SECRET}\r\n".encode(),
    )
    assert (done.code, done.err) == (0, "")


def look_up(window: DesktopDriver, folder: Path) -> None:
    window.search(SAMPLE)
    wait_until(
        lambda: shows(window.screenshot(folder / "payment.png"), Severity.WARNING),
        "the payment is shown",
        SLOW,
    )


def files_with(text: str, folder: Path) -> list[Path]:
    """Return the files that hold `text` in UTF-8 or UTF-16."""
    written = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return [
        path
        for path in written
        if any(text.encode(encoding) in path.read_bytes() for encoding in ("utf-8", "utf-16-le"))
    ]


def test_its_picture_has_the_payment_in_korean(installed: InstalledApp, tmp_path: Path) -> None:
    picture = tmp_path / "ko.png"
    assert (
        installed.picture(picture, "--demo", SAMPLE).code == 0
    )  # without --lang: the language of this Windows
    assert part_read(picture, KOREAN) >= 0.8


def test_failures_set_the_exit_code_and_are_printed(installed: InstalledApp, tmp_path: Path) -> None:
    nothing = ("--demo", "imp_999999999999")
    assert installed.picture(tmp_path / "none.png", *nothing).code == 1
    assert "imp_999999999999 건이 없습니다" in installed.say(*nothing, "--screenshot", r"C:\none.png").err
    wrong = installed.say("--lang", "ko", "no imp_uid")
    assert wrong.code == 2
    assert "imp_uid(imp_와 숫자)도 주문번호도 아닙니다" in wrong.err


def test_the_console_program_says_the_version(installed: InstalledApp) -> None:
    done = installed.say("--version")
    assert (done.code, done.out, done.err) == (0, f"iamport-desktop {__version__}\n", "")


def test_a_provisioned_key_is_used(installed: InstalledApp, sandbox: Sandbox, tmp_path: Path) -> None:
    provision(installed, sandbox)
    assert f"iamport-desktop:{sandbox.url}" in installed.registry(CREDENTIALS)
    assert installed.picture(tmp_path / "payment.png", "--api-url", sandbox.url, SAMPLE).code == 0
    assert asked_for(sandbox)
    assert shows(QImage(str(tmp_path / "payment.png")), Severity.WARNING)


def test_a_key_that_is_typed_is_stored_there_only_and_read_after_a_restart(
    installed: InstalledApp, sandbox: Sandbox, tmp_path: Path
) -> None:
    arguments = ("--lang", "en", "--theme", "light", "--api-url", sandbox.url)
    with installed.open(*arguments) as window:
        window.open_menu()
        window.press("Down", "Return")
        window.wait_for_window("^REST API key")
        window.type(IMP_KEY)
        window.press("Tab")
        window.type(IMP_SECRET)
        window.press("Return")
        wait_until(
            lambda: f"iamport-desktop:{sandbox.url}" in installed.registry(CREDENTIALS), "the key is stored"
        )
        look_up(window, tmp_path)
        window.close()
        assert window.process.returncode == 0
    requests = len(sandbox.requests)
    installed.wine.settle()
    assert files_with("Credential Manager", installed.wine.prefix)  # the search finds what is there
    assert not files_with(IMP_SECRET, installed.wine.prefix)

    with installed.open(*arguments) as window:
        look_up(window, tmp_path)
    assert asked_for(sandbox)
    assert len(sandbox.requests) > requests


def open_the_receipt(installed: InstalledApp, sandbox: Sandbox, opened: Path, folder: Path) -> None:
    """Show the sample and press its buttons, until the file `opened` is there."""
    provision(installed, sandbox)
    with installed.open("--lang", "en", "--theme", "light", "--api-url", sandbox.url, SAMPLE) as window:
        wait_until(
            lambda: shows(window.screenshot(folder / "payment.png"), Severity.WARNING), "it is shown", SLOW
        )
        window.press("ctrl+l", "Tab", "Tab", "Tab")
        for _ in range(12):
            window.press("Tab", "space")
        wait_until(opened.exists, "the browser was started", SLOW)


def test_a_receipt_reaches_the_host_s_browser_as_it_is(
    installed: InstalledApp, sandbox: Sandbox, tmp_path: Path
) -> None:
    (receipt,) = {
        str(payment.body["receipt_url"]) for payment in sandbox.payments if payment.body["imp_uid"] == SAMPLE
    }
    programs, opened = tmp_path / "bin", tmp_path / "opened"
    programs.mkdir()
    browser = programs / "xdg-open"
    browser.write_text(
        f'#!/bin/sh\nprintf %s "$*" >{opened}.new; mv {opened}.new {opened}\n', encoding="utf-8"
    )
    browser.chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(installed.wine.environment, "PATH", f"{programs}:{installed.wine.environment['PATH']}")
        installed.wine.settle()  # what runs already knows the old PATH
        open_the_receipt(installed, sandbox, opened, tmp_path)
    assert opened.read_text(encoding="utf-8") == receipt


def test_a_windows_browser_gets_nothing_of_ours(
    installed: InstalledApp, sandbox: Sandbox, tmp_path: Path
) -> None:
    opened = installed.wine.disk / "opened.txt"
    command = r"cmd /c set > C:\new.txt && ren C:\new.txt opened.txt"
    key = r"HKLM\Software\Classes\http\shell\open\command"
    assert installed.wine.run("reg", "add", key, "/ve", "/d", command, "/f").code == 0
    given = variables(installed.wine.run("cmd", "/c", "set").out)
    open_the_receipt(installed, sandbox, opened, tmp_path)
    got = variables(opened.read_text(encoding="cp949"))
    assert got["USERPROFILE"] == given["USERPROFILE"]
    changed = {name: value for name, value in got.items() if given.get(name) != value}
    assert not {name for name in changed if not name.startswith("VKD3D_")}  # those are Wine's own


def variables(said: str) -> dict[str, str]:
    """Parse the output of `set`. To Windows, Path and PATH are one name."""
    lines = (line.split("=", 1) for line in said.splitlines() if "=" in line)
    return {name.upper(): value for name, value in lines}
