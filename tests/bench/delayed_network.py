"""Two network namespaces with a delay between them: by the kernel's netem or, without it, by tests.bench.wire.

Needs root.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import trustme

from tests.bench.programs import ROOT, environment
from tools.programs import require, running

_HERE, _THERE = "bench-here", "bench-there"
_NEAR, _FAR = "10.123.0.1", "10.123.0.2"


class DelayedNetwork:
    """Every packet takes `seconds` to the other side: twice that is the round trip, handshakes included."""

    here = ("ip", "netns", "exec", _HERE)
    there = ("ip", "netns", "exec", _THERE)
    address = _FAR
    means = ""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        require("ip", "iproute2")
        for name in (_HERE, _THERE):
            _ip("netns", "add", name)
            self._stack.callback(_ip, "netns", "del", name)
        self.means = self._netem() or self._own_wire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def certificates(self, folder: Path) -> tuple[Path, Path]:
        """Return a certificate with its key for the far side, and the root to trust."""
        authority = trustme.CA()
        chain, trust = folder / "server.pem", folder / "ca.pem"
        authority.issue_cert(_FAR).private_key_and_cert_chain_pem.write_to_path(str(chain))
        authority.cert_pem.write_to_path(str(trust))
        return chain, trust

    def _netem(self) -> str:
        _ip("link", "add", "near", "netns", _HERE, "type", "veth", "peer", "name", "far", "netns", _THERE)
        milliseconds = f"{self._seconds * 1e3:g}ms"
        for name, device in ((_HERE, "near"), (_THERE, "far")):
            command = ["ip", "netns", "exec", name, "tc", "qdisc", "add", "dev", device, "root", "netem"]
            if subprocess.run([*command, "delay", milliseconds], capture_output=True).returncode:
                _ip("-n", _HERE, "link", "del", "near")
                return ""
        _give_addresses("near", "far")
        return "tc netem"

    def _own_wire(self) -> str:
        command = [sys.executable, "-m", "tests.bench.wire", str(self._seconds), _HERE, _THERE]
        wire = running(command, environment(Path("/tmp")), cwd=ROOT, stdout=subprocess.PIPE)  # noqa: S108
        process = self._stack.enter_context(wire)
        assert process.stdout
        assert process.stdout.readline(), "the wire was not made"
        _give_addresses("wire0", "wire0")
        return "packets held by a program between two TUN devices (this kernel has no netem)"


def _give_addresses(near: str, far: str) -> None:
    for name, device, own in ((_HERE, near, _NEAR), (_THERE, far, _FAR)):
        _ip("-n", name, "link", "set", "lo", "up")
        _ip("-n", name, "addr", "add", f"{own}/24", "dev", device)
        _ip("-n", name, "link", "set", device, "up")


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True)
