"""The text of a crash report: program, system, class of the exception, and frames of the code.

It holds no data: no message of an exception (a message may repeat what a server sent), no values, no source
lines, no arguments, no environment; and paths without the home folder, whose name is most often a person's.
"""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import PySide6
from PySide6.QtCore import QSysInfo, qVersion

from iamport_desktop import __version__

MAX_FRAMES = 40  # of one exception
MAX_EXCEPTIONS = 8  # of one report, causes and members of groups included


def report_header() -> str:
    """Return the versions of the program, the system and Qt, one a line."""
    python = ".".join(str(number) for number in sys.version_info[:3])
    kernel = f"{QSysInfo.kernelType()} {QSysInfo.kernelVersion()}"
    return (
        f"iamport-desktop {__version__}\n"
        f"System: {QSysInfo.prettyProductName()}, {kernel}, {QSysInfo.currentCpuArchitecture()}\n"
        f"Qt {qVersion()}, PySide6 {PySide6.__version__}, Python {python}\n"
    )


def format_report(error: BaseException, thread: str) -> str:
    """Return the whole report on `error`, uncaught in the thread of that name."""
    lines = [f"{report_header()}Thread: {thread}"]
    for exception in _with_causes(error):
        lines += ["", f"Exception: {class_name(exception)}", *_frames(exception)]
    return without_home("\n".join(lines) + "\n")


def class_name(error: BaseException) -> str:
    """Return the name of the exception's class, with its module."""
    return f"{type(error).__module__}.{type(error).__qualname__}"


def raised_at(error: BaseException) -> str:
    """Return the innermost frame: file, line, function."""
    frames = _frames(error)
    return frames[-1] if frames else ""


def without_home(text: str) -> str:
    """Return `text` with ~ in place of the home folder's path."""
    home = Path.home()
    for path in (str(home), str(home.resolve())):
        if len(path) > 1:  # a service may have the root folder as its home
            text = re.sub(re.escape(path) + r"(?![\w.-])", "~", text)  # not inside a longer name
    return text


def _with_causes(error: BaseException) -> Iterator[BaseException]:
    """Yield `error`, its causes, and the members of groups, each once."""
    waiting, seen = [error], set[int]()
    while waiting and len(seen) < MAX_EXCEPTIONS:
        exception = waiting.pop(0)
        if id(exception) in seen:
            continue
        seen.add(id(exception))
        yield exception
        context = None if exception.__suppress_context__ else exception.__context__
        waiting += [cause for cause in (exception.__cause__, context) if cause]
        waiting += exception.exceptions if isinstance(exception, BaseExceptionGroup) else ()


def _frames(error: BaseException) -> list[str]:
    frames = [
        f"  {frame.f_code.co_filename}:{line} {frame.f_code.co_qualname}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    left_out = len(frames) - MAX_FRAMES
    if left_out <= 0:
        return frames
    half = MAX_FRAMES // 2
    return [*frames[:half], f"  ... {left_out} more", *frames[-half:]]
