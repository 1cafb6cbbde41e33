"""Detect by inotify whether a file is opened, by any process."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_IN_OPEN = 0x20


class OpenWatch:
    """Says whether the watched file was opened."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def was_opened(self) -> bool:
        try:
            return bool(os.read(self._descriptor, 4096))
        except BlockingIOError:
            return False


@contextmanager
def watch(file: Path) -> Iterator[OpenWatch]:
    """Watch `file` inside the block."""
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor = libc.inotify_init1(os.O_NONBLOCK)
    try:
        if descriptor < 0 or libc.inotify_add_watch(descriptor, os.fsencode(file), _IN_OPEN) < 0:
            raise OSError(ctypes.get_errno(), "inotify", str(file))
        yield OpenWatch(descriptor)
    finally:
        os.close(descriptor)
