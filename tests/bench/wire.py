"""Delay packets between two network namespaces.

    python -m tests.bench.wire SECONDS NAMESPACE NAMESPACE

Makes a TUN device `wire0` in each, and prints a line then.
"""

from __future__ import annotations

import fcntl
import os
import select
import struct
import sys
import time
from collections import deque

_TUNSETIFF = 0x400454CA
_TUN_WITHOUT_HEADER = 0x0001 | 0x1000
_LARGEST_PACKET = 65535


def device_in(namespace: str) -> int:
    """Make `wire0` there, and return its file: it reads leaving packets and writes arriving ones."""
    own = os.open("/proc/self/ns/net", os.O_RDONLY)
    _enter(os.open(f"/var/run/netns/{namespace}", os.O_RDONLY))
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, _TUNSETIFF, struct.pack("16sH22x", b"wire0", _TUN_WITHOUT_HEADER))
    _enter(own)
    return device


def _enter(namespace: int) -> None:
    import ctypes

    if ctypes.CDLL(None, use_errno=True).setns(namespace, 0):
        raise OSError(ctypes.get_errno(), "setns")
    os.close(namespace)


def carry(seconds: float, ends: tuple[int, int]) -> None:
    """Pass each packet on to the other end after `seconds`. Never returns."""
    other = {ends[0]: ends[1], ends[1]: ends[0]}
    held: deque[tuple[float, int, bytes]] = deque()  # all take the same time: the first in is the first out
    while True:
        patience = max(0.0, held[0][0] - time.monotonic()) if held else None
        readable, _, _ = select.select(ends, [], [], patience)
        now = time.monotonic()
        for end in readable:
            held.append((now + seconds, other[end], os.read(end, _LARGEST_PACKET)))
        while held and held[0][0] <= time.monotonic():
            _, end, packet = held.popleft()
            _write(end, packet)


def _write(end: int, packet: bytes) -> None:
    try:
        os.write(end, packet)
    except OSError as error:  # the device is not up yet: the packet is lost, as on any wire
        print(f"lost: {error}", file=sys.stderr)


if __name__ == "__main__":
    here, there = device_in(sys.argv[2]), device_in(sys.argv[3])
    print("made", flush=True)
    carry(float(sys.argv[1]), (here, there))
