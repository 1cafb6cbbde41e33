"""Runs in the bundle before the program: report missing source code at once.

PySide6 asks for the source of every module that is imported after it; searching the bundle for it slows the start.
"""

import inspect


def _no_source(_: object) -> str:
    raise OSError("the bundle holds no source code")


inspect.getsource = _no_source  # type: ignore[assignment] # which takes the object by another name
