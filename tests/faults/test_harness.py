"""The fault harness finds planted defects: an app that does not survive is not reported to have survived."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from iamport_desktop.api.connections import Limits
from iamport_desktop.api.errors import ServerError
from iamport_desktop.controllers.app import AppController
from iamport_desktop.lookup.controller import LookupController
from iamport_desktop.lookup.state import Loaded, LookupState, Results
from iamport_desktop.presentation.messages import lookups
from iamport_desktop.presentation.messages.message import Message
from iamport_desktop.settings import Settings, default_path
from iamport_desktop.ui.pages import stack
from iamport_desktop.ui.pages.payment import PaymentPage
from iamport_desktop.ui.pages.stack import PageStack
from tests.faults import __main__ as program
from tests.faults import assertions, case, replies
from tests.faults.case import Case, Verdict, run_case
from tests.faults.case_context import Harness
from tests.faults.fault import Fault, answering
from tests.faults.server import Call
from tests.faults.server_cases import case_of
from tests.faults.table import markdown
from tools.generated_table import put_between

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the faults are played on Linux"),
    pytest.mark.extended,
]


def late(call: Call) -> None:
    time.sleep(1.2)  # longer than the assertions wait for the payment before to be put away
    replies.paid(call)


TROUBLE = Fault("500", ServerError, answering(replies.refuse(500)))
SILENCE = Fault("slow", None, answering(late), limits=Limits(deadline=20))


@pytest.fixture
def harness(styled_app: QApplication) -> Harness:
    return Harness(styled_app)


def played(harness: Harness, fault: Fault = TROUBLE) -> Verdict:
    return run_case(case_of("HTTP", fault), harness)


@pytest.mark.parametrize("fault", [TROUBLE, SILENCE], ids=str)
def test_the_program_as_it_is_survives(harness: Harness, fault: Fault) -> None:
    """Or the tests below would prove nothing."""
    verdict = played(harness, fault)
    assert verdict.survived, verdict.wrong


def after_each_screen(monkeypatch: pytest.MonkeyPatch, action: Callable[[AppController], object]) -> None:
    """Have the program do `action` whenever it shows another screen."""
    real = AppController._show_state

    def show(app: AppController, screen: LookupState) -> None:
        real(app, screen)
        action(app)

    monkeypatch.setattr(AppController, "_show_state", show)


def raising(_: AppController) -> None:
    raise RuntimeError("planted")


def writing(content: bytes) -> Callable[[AppController], object]:
    def write(_: AppController) -> None:
        default_path().parent.mkdir(parents=True, exist_ok=True)
        default_path().with_name("notes.txt").write_bytes(content)

    return write


def heard_no_more(_: AppController) -> None:
    threading.excepthook(threading.ExceptHookArgs((RuntimeError, RuntimeError("planted"), None, None)))


DEFECTS: dict[str, tuple[Callable[[AppController], object], str]] = {
    "a traceback in a slot": (raising, "uncaught: "),
    "a traceback on a thread": (heard_no_more, "uncaught on a thread: "),
    "a printed traceback": (
        lambda _: os.write(2, b"Traceback (most recent call last):"),
        "printed: ",
    ),
    "the secret in a file": (writing(replies.IMP_SECRET.encode()), "notes.txt holds"),
    "the token in a file, as UTF-16": (writing(replies.TOKEN.encode("utf-16-le")), "holds"),
    "the token in the log": (lambda _: logging.getLogger("planted").debug(replies.TOKEN), "the log holds"),
    "a buyer on standard output": (
        lambda _: os.write(1, replies.BUYER["buyer_tel"].encode()),
        "the log holds",
    ),
    "the secret in the environment": (
        lambda _: os.environ.update(KEY=replies.IMP_SECRET),
        "the process table holds",
    ),
    "a buyer in the window": (
        lambda app: app.window.show_note(lambda: replies.BUYER["buyer_name"]),
        "the window shows",
    ),
    "the payment before": (lambda app: app.window.show_note(lambda: "imp_900000000777"), "the window shows"),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_planted_defect_is_found(harness: Harness, monkeypatch: pytest.MonkeyPatch, defect: str) -> None:
    plant, found = DEFECTS[defect]
    after_each_screen(monkeypatch, plant)
    assert any(found in each for each in played(harness).wrong)


def busy(_: AppController) -> None:
    end = time.thread_time() + 0.15
    while time.thread_time() < end:
        pass


@pytest.mark.parametrize("stall", [busy, lambda _: time.sleep(0.15)], ids=["works", "sleeps"])
def test_a_stall_is_found(
    harness: Harness, monkeypatch: pytest.MonkeyPatch, stall: Callable[[AppController], object]
) -> None:
    monkeypatch.setattr(case, "ATTEMPTS", 1)
    after_each_screen(monkeypatch, stall)
    (wrong,) = played(harness).wrong
    assert wrong.startswith("the window did not answer for ")


def test_a_payment_that_stays_while_the_next_is_awaited_is_found(
    harness: Harness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stack, "LOADING_DELAY_MS", 60_000)
    (wrong,) = played(harness, SILENCE).wrong
    assert "the payment before is put away" in wrong


def test_a_payment_that_can_be_copied_while_the_next_is_awaited_is_found(
    harness: Harness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PaymentPage, "clear", lambda _: None)
    (wrong,) = played(harness, SILENCE).wrong
    assert "was copied" in wrong


def test_a_payment_that_stays_beside_the_problem_is_found(
    harness: Harness, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = PageStack._filled_page

    def stay(pages: PageStack, state: LookupState) -> QWidget:
        real(pages, state)
        return pages.payment

    monkeypatch.setattr(PageStack, "_filled_page", stay)
    (wrong,) = played(harness).wrong
    assert "the window shows" in wrong or "is not on the screen" in wrong


def test_a_sentence_in_one_language_only_is_found(harness: Harness, monkeypatch: pytest.MonkeyPatch) -> None:
    def english(error: Exception) -> Message:
        return Message("The server has trouble.", "Try again later.")

    monkeypatch.setattr(assertions, "describe", english)
    monkeypatch.setattr(lookups, "describe", english)
    (wrong,) = played(harness).wrong
    assert "not in ko" in wrong


def test_a_lookup_that_fails_when_the_fault_is_over_is_found(
    harness: Harness, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(lookups: LookupController, result: Loaded | Results) -> None:
        lookups._on_error(result.subject, RuntimeError())

    monkeypatch.setattr(LookupController, "_on_result", fail)
    (wrong,) = played(harness).wrong
    assert "instead of a payment" in wrong


def test_another_problem_than_the_fault_is_found(harness: Harness) -> None:
    (wrong,) = played(harness, Fault("500", ValueError, TROUBLE.start)).wrong  # type: ignore[arg-type]
    assert "instead of ValueError" in wrong


def test_settings_that_cannot_be_loaded_are_found(harness: Harness, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is raised before there is a window is a row that was not survived, too."""

    def broken(*_: object) -> None:
        raise OSError("planted")

    monkeypatch.setattr(Settings, "__init__", broken)
    (wrong,) = played(harness).wrong
    assert "OSError: planted" in wrong


# The table


def test_the_table_counts_and_says_what_did_not_survive(harness: Harness, tmp_path: Path) -> None:
    def fail(_: object) -> None:
        raise AssertionError("planted")

    verdicts = [played(harness), run_case(Case("OS", "a <planted> one", fail), harness)]
    table = markdown(verdicts)
    assert "| HTTP | 1 / 1 |" in table
    assert "| OS | 0 / 1 |" in table
    assert "| **All** | **1 / 2** |" in table
    assert "a &lt;planted> one — **did not run_case**" in table
    begin, end = "<!-- faults:begin -->", "<!-- faults:end -->"
    page = tmp_path / "quality.md"
    page.write_text(f"before\n{begin}\nold\n{end}\nafter\n", encoding="utf-8")
    put_between("faults", page, table)
    assert page.read_text(encoding="utf-8") == f"before\n{begin}\n{table}{end}\nafter\n"


def test_the_command_ends_with_1_where_one_did_not_survive() -> None:
    planted = (
        "from tests.faults import __main__ as command, table;"
        "from tests.faults.case import Case;"
        "command.CASES[:] = [Case('OS', 'fine', lambda _: None), Case('OS', 'bad', lambda _: 1 / 0)];"
        "import sys; sys.exit(command.main(sys.argv[1:]))"
    )
    codes = {}
    for name in ("fine", "bad"):
        command = [sys.executable, "-c", planted, name]
        run = subprocess.run(
            command, cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=60
        )
        codes[name] = run.returncode
        assert ("1 of 1" if name == "fine" else "0 of 1") + " faults survived" in run.stdout, run
    assert codes == {"fine": 0, "bad": 1}


@pytest.mark.parametrize("wish", [["no such case"], ["certificate expired", "--write", "quality.md"]])
def test_a_table_of_no_case_or_of_some_is_refused(
    wish: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        program.main(wish)
    assert "case" in capsys.readouterr().err
