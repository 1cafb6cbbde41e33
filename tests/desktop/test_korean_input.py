"""The search box under a real Korean input method, typed into with real keys."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from iamport_desktop.sandbox import Sandbox
from tests.desktop.conftest import ReaderSession, reader_session
from tests.support.input_method import hangul
from tests.support.screen_reader import accessibility_bus
from tests.support.secret_service import session_bus
from tools.programs import wait_until

pytestmark = pytest.mark.xdist_group("korean_input")  # one session with an input method, in one worker

A, B = "imp_100000000001", "imp_100000000002"
# What the keys of imp_ give in Hangul mode.
IN_HANGUL_MODE = "ㅑㅡㅔ_"


class Typist:
    """Types with the input method, and reads what is in the box."""

    def __init__(self, session: ReaderSession) -> None:
        self.driver, self.reader, self.sandbox = session.driver, session.reader, session.sandbox
        self._requests_seen = 0

    def type(self, keys: str, expected: str) -> None:
        """Press `keys`, and wait until the box holds what is `expected` and nothing else."""
        self.driver.press("ctrl+l")
        self.driver.type(keys)
        wait_until(lambda: self.text() == expected, f"the box holds {expected!r}")

    def text(self) -> str:
        """Return what the box holds, without the syllable that is being composed."""
        return self.reader.text(self.reader.wait_for("text", "Payment to look up"))

    def new_requests(self) -> list[str]:
        """Return the paths requested since the last call, but for the token's."""
        paths = [each.path for each in self.sandbox.requests][self._requests_seen :]
        self._requests_seen += len(paths)
        return [path for path in paths if path != "/users/getToken"]

    def check_requested(self, path: str) -> None:
        """Wait until `path`, and nothing else, is requested."""
        paths: list[str] = []

        def requested() -> list[str]:
            paths.extend(self.new_requests())
            return paths

        wait_until(requested, f"{path} is requested")
        assert paths == [path]


@pytest.fixture(scope="module")
def typist(screen: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Typist]:
    home, notes = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("notes")
    with (
        Sandbox() as sandbox,
        session_bus(home, screen) as bus,
        accessibility_bus(bus) as accessible,
        hangul(bus) as composing,
        reader_session(accessible | composing, notes, sandbox) as session,
    ):
        yield Typist(session)


@pytest.fixture
def hold(typist: Typist) -> Iterator[threading.Event]:
    """Delays answers about payments until it is set."""
    hold = threading.Event()
    typist.sandbox.before_answer = lambda request: "/payments/" in request.path and hold.wait()
    yield hold
    hold.set()
    typist.sandbox.before_answer = None


def test_an_imp_uid_that_was_typed_in_hangul_mode_is_looked_up_at_enter(typist: Typist) -> None:
    typist.type(A, IN_HANGUL_MODE + A[4:])
    assert typist.new_requests() == []
    typist.driver.press("Return")
    typist.check_requested(f"/payments/{A}")
    typist.reader.wait_for("label", f"imp_uid: {A}")


def test_enter_takes_the_syllable_along_that_is_still_being_composed(typist: Typist) -> None:
    typist.type(f"{B} dlfks", f"{IN_HANGUL_MODE}{B[4:]} 이")  # 란 is being composed
    assert typist.new_requests() == []
    typist.driver.press("Return")
    typist.check_requested(f"/payments/{B}")

    typist.type("wnans", "주")  # 문 is being composed
    typist.driver.press("Return")
    typist.reader.wait_for("push button", "Look up as order number")
    assert typist.text() == "주문"
    assert typist.new_requests() == []
    typist.driver.press("Return")
    typist.check_requested(f"/payments/findAll/{quote('주문')}")


def test_an_answer_that_comes_meanwhile_takes_no_syllable_away(typist: Typist, hold: threading.Event) -> None:
    typist.driver.search(A)
    typist.check_requested(f"/payments/{A}")
    typist.driver.press("ctrl+l")
    typist.driver.type("wn")  # the first syllable, 주, is being composed
    hold.set()
    typist.reader.wait_for("label", f"imp_uid: {A}")
    typist.driver.type("ans 12")
    wait_until(lambda: typist.text() == "주문 12", "the box holds what was typed")
