"""The app as a process: starts, ends, suspension, arguments and links of other programs."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from iamport_desktop.desktop.deep_links import is_link
from iamport_desktop.lookup.state import Failed, FirstStart, Loaded, Ready
from tests.faults import replies
from tests.faults.case import Case
from tests.faults.case_context import CaseContext
from tests.faults.fault import IMP_UID, serving
from tests.faults.process import (
    ProgramSetup,
    attempts,
    check_ends_at_once,
    check_quiet,
    program_setup,
    session_of,
)
from tests.integration.test_cli import WRONG_ARGUMENTS
from tests.support.app_client import AppClient, command
from tests.support.scripted_secret_service import Mood, scripted_secret_service
from tests.unit.desktop.test_deep_links import NO_LINKS
from tools.programs import wait_until
from tools.texts import ROOT

OTHER = "imp_900000000002"
LEFT_SCREEN = {"name": "left", "x": 0, "y": 0, "width": 1600, "height": 1000}
RIGHT_SCREEN = {"name": "right", "x": 1600, "y": 0, "width": 1600, "height": 1000}


def _another_start(at: ProgramSetup, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Start the app once more, and wait until that process ends."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **at.session.environment, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command(*arguments, module="iamport_desktop"),
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


def _check_works(program: AppClient, imp_uid: str = IMP_UID) -> None:
    assert program.look_up(imp_uid) is Loaded
    assert any(imp_uid in text for text in program.texts()), "its imp_uid is not to be read"
    check_quiet(program)


def _shows(program: AppClient, text: str) -> bool:
    return text in program.texts()


def _closed_in_the_middle(context: CaseContext) -> None:
    with program_setup(context, replies.say_nothing) as at:

        def asked() -> Iterator[AppClient]:
            for program in attempts(at.start):
                at.server.requests.clear()
                program.wait_for(Ready)
                program.search(IMP_UID)
                wait_until(lambda: at.server.lookups, "it is asked for")
                yield program

        check_ends_at_once(asked())
        at.server.lookup = replies.paid
        with at.start() as program:
            program.wait_for(Ready)
            _check_works(program)


def _suspended(context: CaseContext) -> None:
    """The computer is suspended during a lookup, and the server has hung up when it wakes."""
    with program_setup(context, replies.say_nothing) as at, at.start() as program:
        program.wait_for(Ready)
        program.search(IMP_UID)
        wait_until(lambda: at.server.lookups, "it is asked for")
        program.process.send_signal(signal.SIGSTOP)
        at.server.drop_connections()
        at.server.lookup = replies.paid
        program.process.send_signal(signal.SIGCONT)
        program.wait_for(Loaded, Failed)
        _check_works(program)
        _check_works(program, OTHER)


def _second_start(context: CaseContext) -> None:
    with program_setup(context) as at, at.start() as program:
        program.wait_for(Ready)
        for arguments in ((OTHER,), (f"iamport-desktop://payment/{IMP_UID}",), ()):
            start = _another_start(at, *at.arguments, *arguments)
            assert (start.returncode, start.stdout, start.stderr) == (0, "", ""), start
            if arguments:
                wanted = arguments[0].rpartition("/")[2]
                wait_until(partial(_shows, program, wanted), "the window shows it")
        _check_works(program)


def _refused(arguments: Sequence[tuple[str, ...]], context: CaseContext) -> None:
    """The start ends with a sentence and exit code 2; the open window is not affected, and nothing is requested."""
    with program_setup(context) as at, at.start() as program:
        program.wait_for(Ready)
        wait_until(lambda: at.server.token_requests, "the warm-up")
        for number, each in enumerate(arguments):
            language = ("en", "ko")[number % 2]
            start = _another_start(at, "--api-url", at.server.url, "--lang", language, *each)
            said = start.stderr
            assert (start.returncode, start.stdout) == (2, ""), f"{each}: {start}"
            assert said.splitlines()[-1].startswith("iamport-desktop: error: "), f"{each}: {said}"
            assert "Traceback" not in said
            assert all(sign.isprintable() or sign == "\n" for sign in said), ascii(said)
        assert not at.server.lookups
        _check_works(program)


def _key_of_another_host(context: CaseContext) -> None:
    """The keyring has a key for one server; the app is started for another one, which gets nothing of it."""
    with program_setup(context) as at, serving(replies.paid) as strange:
        with at.start("--api-url", strange.url, IMP_UID) as program:
            program.wait_for(FirstStart)
            program.search(IMP_UID)
            program.ask("load_key")
            program.wait_for(FirstStart)
            program.close()
            check_quiet(program)
        assert not strange.server.requests, "the strange host was asked"
        with at.start() as program:
            program.wait_for(Ready)
            _check_works(program)


def _quit_while_a_name_is_looked_up(context: CaseContext) -> None:
    with program_setup(context) as at:
        begun = at.notes / "begun"
        start = partial(
            at.start,
            "--api-url",
            "https://api.example.invalid",
            IMP_UID,
            APP_VARIANTS="key,dns",
            DNS_HANGS=str(begun),
        )

        def stuck() -> Iterator[AppClient]:
            for program in attempts(start):
                wait_until(begun.exists, "a name is looked up")
                yield program
                begun.unlink()

        check_ends_at_once(stuck())


def _quit_while_the_keyring_asks(context: CaseContext) -> None:
    with (
        session_of(context) as session,
        scripted_secret_service(session, Mood.PROMPT_NEVER_ENDS) as keyring,
        serving(replies.paid) as target,
    ):
        at = ProgramSetup(session, target.server, context.home)

        def asked() -> Iterator[AppClient]:
            for program in attempts(at.start):
                wait_until(keyring.prompted.is_set, "the keyring asks")
                yield program
                keyring.prompted.clear()

        check_ends_at_once(asked())


@contextmanager
def _on_screens(at: ProgramSetup, *screens: dict[str, object]) -> Iterator[AppClient]:
    config = at.notes / "screens.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    with at.start(QT_QPA_PLATFORM=f"offscreen:configfile={config}") as program:
        program.wait_for(Ready)
        yield program


def _screen_removed(context: CaseContext) -> None:
    """The window was left on a screen that is missing at the next start."""
    with program_setup(context) as at:
        with _on_screens(at, LEFT_SCREEN, RIGHT_SCREEN) as program:
            program.ask("move", 2000, 100)
            program.close()
        with _on_screens(at, LEFT_SCREEN, RIGHT_SCREEN) as program:
            x, _ = program.ask("position")
            assert x >= RIGHT_SCREEN["x"], "the window does not come back to where it was"
            program.close()
        with _on_screens(at, LEFT_SCREEN) as program:
            assert program.ask("is_on_screen"), f"the window is at {program.ask('place')}"
            _check_works(program)


_LINKS = [(each,) for each in NO_LINKS if is_link(each) and "\0" not in each]
_RUNS: dict[str, Callable[[CaseContext], None]] = {
    "closed in the middle of a request": _closed_in_the_middle,
    "suspended in the middle of a request": _suspended,
    "second start": _second_start,
    "a strange host: the key does not go there": _key_of_another_host,
    "quitting while a name lookup hangs": _quit_while_a_name_is_looked_up,
    "quitting while the keyring asks": _quit_while_the_keyring_asks,
    "a screen removed": _screen_removed,
}
PROGRAM_CASES = [
    *(Case("OS", name, play) for name, play in _RUNS.items()),
    Case("OS", "hostile arguments", partial(_refused, WRONG_ARGUMENTS), len(WRONG_ARGUMENTS)),
    Case("OS", "hostile links from other programs", partial(_refused, _LINKS), len(_LINKS)),
]
