"""While the server, the name service or the keyring is silent: the window works on, and closes at once."""

from __future__ import annotations

from pathlib import Path

from iamport_desktop.sandbox import Sandbox
from tests.desktop.conftest import Hold
from tests.support.desktop_driver import DesktopDriver, desktop_app
from tests.support.scripted_secret_service import Mood, scripted_secret_service
from tests.support.secret_service import session_bus
from tools.programs import wait_until

A, B, C = (f"imp_10000000000{digit}" for digit in (1, 2, 3))
HANG_GUARD = 2.0  # seconds; the measured time is printed, and is a tenth of it

WITH_KEY = "tests.support.app_with_key"


def close(running: DesktopDriver, while_: str) -> None:
    seconds = running.close()
    print(f"closed while {while_}: {1000 * seconds:.0f} ms until the process was gone")  # noqa: T201 - the figure asked for
    assert (running.process.returncode, running.output()) == (0, "")
    assert seconds < HANG_GUARD


def refresh(running: DesktopDriver, hold: Hold, imp_uid: str) -> None:
    """Press F5 until `imp_uid` is requested once more: during a lookup, the key does nothing."""
    before = hold.asked(imp_uid)

    def asked() -> bool:
        running.press("F5")
        return hold.asked(imp_uid) > before

    wait_until(asked, f"F5 asks for {imp_uid}")


def test_while_the_server_is_silent_the_window_works(
    environment: dict[str, str], folder: Path, sandbox: Sandbox, hold: Hold
) -> None:
    hold.held = {A, C}
    with desktop_app(environment, folder, A, "--api-url", sandbox.url, variants="key") as window:
        hold.wait_for(A)
        before = window.screenshot(folder / "before.png")
        window.press("ctrl+l")
        window.type(B)
        wait_until(lambda: window.screenshot(folder / "after.png") != before, "what is typed is shown")
        window.press("Return")
        hold.wait_for(B)
        hold.release.set()
        hold.release.clear()

        refresh(window, hold, B)  # asks for what is shown: the second search won over the first

        window.search(C)
        hold.wait_for(C)
        window.press("Escape")  # ends the wait, and what stood there is back
        refresh(window, hold, B)

        asked = hold.asked(C)
        window.search(C)
        hold.wait_for(C, times=asked + 1)
        close(window, "a lookup is held")


def test_it_closes_while_nothing_happens(environment: dict[str, str], folder: Path, sandbox: Sandbox) -> None:
    with desktop_app(environment, folder, "--api-url", sandbox.url, variants="key") as window:
        wait_until(lambda: bool(sandbox.requests), "the connection is warmed up")
        close(window, "nothing happens")


def test_it_closes_while_a_name_lookup_hangs(
    environment: dict[str, str], folder: Path, tmp_path: Path
) -> None:
    begun = tmp_path / "stuck"
    environment |= {"DNS_HANGS": str(begun)}
    arguments = (A, "--api-url", "https://api.example.invalid")
    with desktop_app(environment, folder, *arguments, variants="key,dns") as window:
        wait_until(begun.exists, "a name is looked up")
        close(window, "a name lookup hangs")


def test_it_closes_while_the_keyring_asks_the_person(
    home: Path, screen: str, folder: Path, sandbox: Sandbox
) -> None:
    with (
        session_bus(home, display=screen) as session,
        scripted_secret_service(session, Mood.PROMPT_NEVER_ENDS) as keyring,
        desktop_app(session.environment, folder, A, "--api-url", sandbox.url) as window,
    ):
        wait_until(keyring.prompted.is_set, "the keyring asks")
        close(window, "the keyring asks the person")
