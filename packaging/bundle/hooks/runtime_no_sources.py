"""Runs in the bundle before the program: says at once that no source code is there.

PySide6 asks for the source of every module that is imported after it. Searching the bundle in vain took 12 to 16 ms of
a start.
"""

import inspect


def _no_source(_: object) -> str:
    raise OSError("the bundle holds no source code")


inspect.getsource = _no_source  # type: ignore[assignment] # which takes the object by another name
