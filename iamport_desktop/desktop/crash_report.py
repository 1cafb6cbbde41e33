"""What a crash report says: which program on which system, what kind of exception, and where in the code.

Nothing of the data: no message of an exception (it may hold what a server sent), no values, no lines of source,
no arguments, no environment; and paths without the person's name in them.
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

MAX_FRAMES = 40  # of one exception; a recursion without end has a thousand
MAX_CAUSES = 8


def header() -> str:
    """The program and the system, in a few lines."""
    python = ".".join(str(each) for each in sys.version_info[:3])
    kernel = f"{QSysInfo.kernelType()} {QSysInfo.kernelVersion()}"
    return (
        f"iamport-desktop {__version__}\n"
        f"System: {QSysInfo.prettyProductName()}, {kernel}, {QSysInfo.currentCpuArchitecture()}\n"
        f"Qt {qVersion()}, PySide6 {PySide6.__version__}, Python {python}\n"
    )


def of_exception(error: BaseException, thread: str) -> str:
    """The whole report on `error`, which nobody caught in `thread`."""
    lines = [f"{header()}Thread: {thread}"]
    for each in _with_causes(error):
        lines += ["", f"Exception: {kind(each)}", *_frames(each)]
    return without_home("\n".join(lines) + "\n")


def kind(error: BaseException) -> str:
    """The name of the exception's class, with its module."""
    return f"{type(error).__module__}.{type(error).__qualname__}"


def place(error: BaseException) -> str:
    """Where `error` was raised: file, line, function."""
    frames = _frames(error)
    return frames[-1] if frames else ""


def without_home(text: str) -> str:
    """`text` with ~ for the person's home, whose name is most often the person's."""
    home = Path.home()
    for each in (str(home), str(home.resolve())):
        if len(each) > 1:  # a service may have the root folder for a home
            text = re.sub(re.escape(each) + r"(?![\w.-])", "~", text)  # but not in a longer name
    return text


def _with_causes(error: BaseException) -> Iterator[BaseException]:
    """`error`, then what it came from, and what is in it where it is a group; each once."""
    waiting, seen = [error], set[int]()
    while waiting and len(seen) < MAX_CAUSES:
        each = waiting.pop(0)
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        context = None if each.__suppress_context__ else each.__context__
        waiting += [cause for cause in (each.__cause__, context) if cause]
        waiting += each.exceptions if isinstance(each, BaseExceptionGroup) else ()


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
