"""The search box under a real Korean input method, typed into with real keys."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

import pytest

from iamport_desktop.sandbox import Sandbox
from tests.support.desk import Program, program
from tests.support.input_method import hangul
from tests.support.screen_reader import ScreenReader, accessibility_bus, screen_reader
from tests.support.secret_service import session_bus
from tools.programs import wait_until

pytestmark = pytest.mark.xdist_group("korean_input")  # one session with an input method, in one worker

A, B = "imp_100000000001", "imp_100000000002"
# What the keys of imp_ give in Hangul mode.
IN_HANGUL_MODE = "ㅑㅡㅔ_"


@dataclass
class Desk:
    """The program with an input method in front of it, and a reader that tells what stands in the box."""

    window: Program
    reader: ScreenReader
    sandbox: Sandbox
    _told: int = 0

    def type(self, keys: str, expected: str) -> None:
        """Press `keys`, one after the other, and wait until the box holds what is `expected` in place of all else."""
        self.window.press("ctrl+l")
        self.window.write(keys)
        wait_until(lambda: self.text() == expected, f"the box holds {expected!r}")

    def text(self) -> str:
        """What the box holds, without the syllable that is being composed."""
        return self.reader.text(self.reader.wait_for("text", "Payment to look up"))

    def searched(self) -> list[str]:
        """The paths that were asked for since the last time, but for the token's."""
        new = [each.path for each in self.sandbox.requests][self._told :]
        self._told += len(new)
        return [each for each in new if each != "/users/getToken"]

    def is_asked_for(self, path: str) -> None:
        """Wait until this, and nothing else, is searched."""
        new: list[str] = []

        def searched() -> list[str]:
            new.extend(self.searched())
            return new

        wait_until(searched, f"{path} is asked for")
        assert new == [path]


@pytest.fixture(scope="module")
def desk(screen: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    home, notes = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("notes")
    with (
        Sandbox() as sandbox,
        session_bus(home, screen) as session,
        accessibility_bus(session) as heard,
        hangul(session) as composing,
    ):
        arguments = ("--api-url", sandbox.url, "--lang", "en")
        environment = heard | composing
        with (
            program(environment, notes, *arguments, module="tests.support.app_with_key") as window,
            screen_reader(environment) as reader,
        ):
            yield Desk(window, reader, sandbox)


@pytest.fixture
def hold(desk: Desk) -> Iterator[threading.Event]:
    """Holds answers about payments back until it is set."""
    hold = threading.Event()
    desk.sandbox.before_answer = lambda request: "/payments/" in request.path and hold.wait()
    yield hold
    hold.set()
    desk.sandbox.before_answer = None


def test_an_imp_uid_that_was_typed_in_hangul_mode_is_looked_up_at_enter(desk: Desk) -> None:
    desk.type(A, IN_HANGUL_MODE + A[4:])
    assert desk.searched() == []
    desk.window.press("Return")
    desk.is_asked_for(f"/payments/{A}")
    desk.reader.wait_for("label", f"imp_uid: {A}")


def test_enter_takes_the_syllable_along_that_is_still_being_composed(desk: Desk) -> None:
    desk.type(f"{B} dlfks", f"{IN_HANGUL_MODE}{B[4:]} 이")  # 란 is being composed
    assert desk.searched() == []
    desk.window.press("Return")
    desk.is_asked_for(f"/payments/{B}")

    desk.type("wnans", "주")  # 문 is being composed
    desk.window.press("Return")
    desk.reader.wait_for("push button", "Search as order number (Enter)")
    assert desk.text() == "주문"
    assert desk.searched() == []
    desk.window.press("Return")
    desk.is_asked_for(f"/payments/findAll/{quote('주문')}")


def test_an_answer_that_comes_meanwhile_takes_no_syllable_away(desk: Desk, hold: threading.Event) -> None:
    desk.window.search(A)
    desk.is_asked_for(f"/payments/{A}")
    desk.window.press("ctrl+l")
    desk.window.write("wn")  # the first syllable, 주, is being composed
    hold.set()
    desk.reader.wait_for("label", f"imp_uid: {A}")
    desk.window.write("ans 12")
    wait_until(lambda: desk.text() == "주문 12", "the box holds what was typed")
