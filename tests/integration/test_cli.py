"""The command line as a process: what it says, in both languages, and what it ends with."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest
from PySide6.QtGui import QImage

from iamport_desktop import __version__
from tools.programs import clean_environment

ROOT = Path(__file__).parents[2]
PAID = "imp_100000000001"
REFUSED_BY_PORT = "http://127.0.0.1:9"  # no server listens there


class CommandLine:
    """Runs the program in a home of its own, without a display."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def __call__(
        self, *arguments: str, stdout: int | IO[bytes] = subprocess.PIPE, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-W", "error", "-m", "iamport_desktop", *arguments],
            env=clean_environment(self._home) | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | environment,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=60,
        )


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    home = tmp_path / "home"
    home.mkdir()
    return CommandLine(home)


def test_the_version(run: CommandLine) -> None:
    answer = run("--version")
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, f"iamport-desktop {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "locale", "words"),
    [
        (("--lang", "en"), "ko_KR.UTF-8", "sample payments"),
        (("--lang=ko",), "C.UTF-8", "예시 결제"),
        ((), "ko_KR.UTF-8", "예시 결제"),
        ((), "C.UTF-8", "sample payments"),
    ],
)
def test_help_in_both_languages(
    run: CommandLine, arguments: tuple[str, ...], locale: str, words: str
) -> None:
    answer = run(*arguments, "--help", LANG=locale)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert words in answer.stdout
    for option in ("--demo", "--lang", "--api-url", "--screenshot", "--set-credentials", "--version"):
        assert option in answer.stdout


WRONG = [
    (("imp_1 imp_2",), "neither an imp_uid", "imp_uid(imp_와 숫자)도 주문번호도 아닙니다"),
    (("../users/getToken",), "neither an imp_uid", "imp_uid(imp_와 숫자)도 주문번호도 아닙니다"),
    (("ORD-1 --demo",), "nor an order number", "주문번호도 아닙니다"),
    (("O" * 101,), "nor an order number", "주문번호도 아닙니다"),
    (("x\x1b]0;title\x07/..",), r"\x1b]0;title", r"\x1b]0;title"),
    (("\u202eimp_x",), r"\u202e", r"\u202e"),
    (("--api-url", "ftp://a"), "must be https://host", "https://호스트"),
    (("--api-url", "http://api.example.com"), "must be https://host", "https://호스트"),
    (("--api-url", "https://user:pw@a.example"), "must be https://host", "https://호스트"),
    (("--api-url", ""), "must be https://host", "https://호스트"),
    (("--screenshot", "/no/such/folder/x.png"), "cannot write there", "이 위치에 저장할 수 없습니다"),
    (("--set-credentials", "--demo"), "goes only with", "함께 쓸 수 있습니다"),
    (("--set-credentials", PAID), "goes only with", "함께 쓸 수 있습니다"),
    (("--lang", "fr"), "--lang", "--lang"),
    (("--no-such-option",), "--no-such-option", "--no-such-option"),
    (("--dem",), "--dem", "--dem"),
    ((PAID, PAID), PAID, PAID),
]
WRONG_ARGUMENTS = [arguments for arguments, _, _ in WRONG]


@pytest.mark.parametrize(("arguments", "english", "korean"), WRONG)
def test_wrong_usage_is_2_and_says_why(
    run: CommandLine, arguments: tuple[str, ...], english: str, korean: str
) -> None:
    # Before the arguments, so that "--lang fr" stays the last word.
    for language, sentence in (("en", english), ("ko", korean)):
        answer = run("--lang", language, *arguments, LANG="ko_KR.UTF-8" if language == "ko" else "C.UTF-8")
        assert (answer.returncode, answer.stdout) == (2, "")
        assert sentence in answer.stderr
        assert not any(sign in answer.stderr for sign in ("\x1b", "\x07", "\u202e", "Traceback"))


def test_a_payment_that_is_found_is_pictured(run: CommandLine, tmp_path: Path) -> None:
    """There is no display here, and none is needed."""
    picture = tmp_path / "한글 payment.png"
    answer = run("--demo", PAID, "--screenshot", str(picture))
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1240, 860)
    colours = {image.pixel(x, y) for x in range(0, 1240, 5) for y in range(0, 860, 5)}
    assert len(colours) > 20


@pytest.mark.parametrize("argument", ["ORD-SAMPLE-RETRY", "iamport-desktop://order/ORD-SAMPLE-RETRY"])
def test_an_order_is_pictured(run: CommandLine, tmp_path: Path, argument: str) -> None:
    picture = tmp_path / "x.png"
    answer = run("--demo", "--screenshot", str(picture), argument)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
    assert picture.exists()


def test_an_argument_that_looks_like_a_phone_number_is_not_sent(run: CommandLine, tmp_path: Path) -> None:
    answer = run("--demo", "--lang", "en", "--screenshot", str(tmp_path / "x.png"), "010-1234-5678")
    assert answer.returncode == 1
    assert "phone number" in answer.stderr


def test_a_text_around_the_imp_uid_does_not_matter(run: CommandLine, tmp_path: Path) -> None:
    picture = tmp_path / "x.png"
    answer = run("--demo", f" '{PAID}'\n", "--screenshot", str(picture))
    assert (answer.returncode, answer.stderr) == (0, "")
    assert picture.exists()


@pytest.mark.parametrize(("language", "sentence"), [("en", "sample payment"), ("ko", "예시 결제")])
def test_a_payment_that_is_not_found_ends_with_1_and_a_reason(
    run: CommandLine, tmp_path: Path, language: str, sentence: str
) -> None:
    picture = tmp_path / "x.png"
    answer = run("--demo", "imp_999999999999", "--lang", language, "--screenshot", str(picture))
    assert (answer.returncode, answer.stdout) == (1, "")
    assert sentence in answer.stderr
    assert picture.exists()


def test_without_a_keyring_the_reason_is_printed(run: CommandLine, tmp_path: Path) -> None:
    picture = tmp_path / "x.png"
    answer = run(PAID, "--lang", "en", "--api-url", REFUSED_BY_PORT, "--screenshot", str(picture))
    assert answer.returncode == 1
    assert "no keyring" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "cannot write there"), ("ko", "이 위치에 저장할 수 없습니다")],
)
def test_a_picture_that_cannot_be_written_is_1(
    run: CommandLine, tmp_path: Path, language: str, sentence: str
) -> None:
    (tmp_path / "folder.png").mkdir()
    path = str(tmp_path / "folder.png")
    answer = run("--demo", PAID, "--lang", language, "--screenshot", path)
    assert answer.returncode == 1
    assert sentence in answer.stderr
    assert path in answer.stderr


@pytest.mark.parametrize(("language", "sentence"), [("en", "no display"), ("ko", "화면이 없습니다")])
def test_a_window_without_a_display_is_1_and_no_crash(run: CommandLine, language: str, sentence: str) -> None:
    answer = run("--demo", PAID, "--lang", language)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert sentence in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


def test_nothing_is_left_behind_by_a_picture_of_samples(run: CommandLine, tmp_path: Path) -> None:
    run("--demo", PAID, "--screenshot", str(tmp_path / "x.png"))
    assert not list((tmp_path / "home").rglob("settings.ini"))


@pytest.mark.parametrize("arguments", [("--version",), ("--help",)])
def test_an_output_that_is_closed_is_no_crash(run: CommandLine, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        answer = run(*arguments, stdout=full)
    assert "Fatal" not in answer.stderr
    command = f'"{sys.executable}" -m iamport_desktop {arguments[0]} >&-'
    closed = subprocess.run(
        ["sh", "-c", command], cwd=ROOT, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8"
    )
    assert closed.returncode == 0
    assert "Traceback" not in closed.stderr
