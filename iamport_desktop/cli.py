"""The command: opens the window, or stores a key. What the first paint need not wait for is imported late.

Exit codes: 0 done (with --screenshot: the payment was found), 1 failed, 2 wrong usage.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from iamport_desktop.desktop import windows
from iamport_desktop.options import Options

if TYPE_CHECKING:
    from iamport_desktop.desktop.single_instance import SingleInstance


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with `argv` (without the program's name); return its exit code."""
    begun = time.monotonic()
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(
            stream, "reconfigure"
        ):  # a Windows console may lack a letter; that must not end the program
            stream.reconfigure(errors="backslashreplace")
    options = Options()
    if arguments:
        from iamport_desktop.arguments import parse

        options, set_credentials = parse(arguments)
        if set_credentials:
            return _set_credentials(options)
    _open_window(options, begun)


def _set_credentials(options: Options) -> int:
    from iamport_desktop.provision import provision
    from iamport_desktop.ui.appearance import as_language

    return provision(options.origin, as_language(options.language))


def _open_window(options: Options, begun: float) -> NoReturn:
    gc.disable()  # until the app is put together: what is imported stays, and looking through it takes 5 ms
    if not _has_display():
        _do_without_display(options)
    instance = _place(options)
    if instance and not instance.claim():
        from iamport_desktop.desktop.single_instance import ActivationRequest

        request = ActivationRequest(options.imp_uid, os.environ.get("XDG_ACTIVATION_TOKEN", ""))
        if instance.hand_over(request, begun):
            _leave(0)
    _leave(_run_window(options, instance))


def _place(options: Options) -> SingleInstance | None:
    """Samples and pictures are no place to send a real payment to."""
    if options.demo or options.screenshot:
        return None
    from iamport_desktop.desktop.single_instance import find_instance

    return find_instance(options.origin)


def _run_window(options: Options, instance: SingleInstance | None) -> int:
    from iamport_desktop.desktop.crash_reports import CrashFolder, CrashReports

    crashes = CrashReports(CrashFolder())
    crashes.install()
    from iamport_desktop.launch import launch

    code = launch(options, crashes, instance)
    crashes.close()
    from iamport_desktop.screenshot import NOT_WRITTEN

    if code == NOT_WRITTEN:
        from iamport_desktop.arguments import say_not_written

        say_not_written(options)
    return min(code, 1)


def _do_without_display(options: Options) -> None:
    """Qt, left to itself, would end the process with a core dump."""
    if not options.screenshot:
        from iamport_desktop.arguments import say_no_display

        say_no_display(options)
        _leave(1)
    os.environ.update(QT_QPA_PLATFORM="offscreen")


def _has_display() -> bool:
    places = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(each) for each in places)


def _leave(code: int) -> NoReturn:
    """End at once: threads that Python would wait for may be stuck in a name lookup or in a keyring's prompt."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a windowed build has none
            stream.flush()
    windows.leave(code)
