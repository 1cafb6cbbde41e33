"""A real HTTP server on loopback whose every byte the test decides."""

from __future__ import annotations

import json
import socket
import socketserver
import ssl
import struct
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from types import TracebackType
from typing import Any, Self

Behaviour = Callable[["Call"], None]


@dataclass(frozen=True)
class Seen:
    """A request as it arrived. Connections are numbered from 1."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    connection: int


class Call(BaseHTTPRequestHandler):
    """A request and its connection; a Behaviour answers by these methods."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or every answer takes 40 ms
    server: Server
    connection: socket.socket

    def setup(self) -> None:
        super().setup()
        self.number = self.server.count_connection(self.connection)

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.seen = Seen(self.command, self.path, headers, body, self.number)
        self.server.requests.append(self.seen)
        behaviour = self.server.token if self.path == "/users/getToken" else self.server.lookup
        behaviour(self)

    do_POST = do_GET  # noqa: N815

    @property
    def last_segment(self) -> str:
        """The imp_uid in the path."""
        return self.path.partition("?")[0].rpartition("/")[2]

    def answer(
        self,
        body: bytes,
        *,
        status: int = 200,
        type_: str | None = "application/json; charset=UTF-8",
        **headers: str,
    ) -> None:
        """Send a complete answer; underscores in the names of `headers` become hyphens."""
        self.send_response_only(status)
        if type_ is not None:
            self.send_header("Content-Type", type_)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.raw(body)

    def envelope(
        self, response: Any, *, code: int = 0, message: str | None = None, status: int = 200
    ) -> None:
        """Send an answer in the API's form."""
        self.answer(
            json.dumps({"code": code, "message": message, "response": response}).encode(), status=status
        )

    def raw(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.wfile.write(data)
        self.wfile.flush()

    def together(self, *parts: bytes) -> None:
        """Send bytes in one piece, each part in its own TLS record."""
        cork = getattr(socket, "TCP_CORK", None)  # elsewhere one send waits for the other in most cases
        for on in (1, 0):
            if cork is not None:
                self.connection.setsockopt(socket.IPPROTO_TCP, cork, on)
            for part in parts if on else ():
                self.raw(part)

    def hang_up(self) -> None:
        """Close the connection after what was sent."""
        self.close_connection = True

    def reset(self) -> None:
        """Reset the TCP connection."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True

    def say_nothing(self) -> None:
        """Leave the client waiting until it gives up, or the server stops."""
        with suppress(OSError):
            while self.connection.recv(1024):
                pass
        self.server.abandoned.set()
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that http.server uses
        """Log nothing."""


class Server(socketserver.ThreadingTCPServer):
    """Answers getToken by `token` and everything else by `lookup`; both can be changed while it runs."""

    allow_reuse_address = True
    daemon_threads = False  # stop() joins them
    request_queue_size = 128

    def __init__(
        self, *, lookup: Behaviour, token: Behaviour, tls: ssl.SSLContext | None = None, port: int = 0
    ) -> None:
        super().__init__(("127.0.0.1", port), Call)
        self.lookup = lookup
        self.token = token
        self.tls = tls
        self.requests: list[Seen] = []
        self.connections = 0
        self.abandoned = threading.Event()
        self.stopping = threading.Event()
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._bugs: list[BaseException] = []
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,), name="fault server")

    @property
    def port(self) -> int:
        port: int = self.server_address[1]
        return port

    @property
    def url(self) -> str:
        """The address, with localhost for TLS, which is the name in the certificate."""
        return f"https://localhost:{self.port}" if self.tls else f"http://127.0.0.1:{self.port}"

    @property
    def lookups(self) -> list[Seen]:
        """The requests but for the token."""
        return [each for each in self.requests if each.target != "/users/getToken"]

    @property
    def token_requests(self) -> list[Seen]:
        return [each for each in self.requests if each.target == "/users/getToken"]

    @property
    def open_connections(self) -> int:
        with self._lock:
            return len(self._open)

    def count_connection(self, connection: socket.socket) -> int:
        with self._lock:
            self._open.add(connection)
            self.connections += 1
            return self.connections

    def drop_connections(self) -> None:
        """Close every open connection, as servers do with idle ones."""
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopping.set()
        self.shutdown()
        self.drop_connections()
        self.server_close()
        self._thread.join()
        if self._bugs and error is None:
            raise self._bugs[0]

    def finish_request(self, request: Any, client_address: Any) -> None:
        if self.tls is not None:
            request = self.tls.wrap_socket(request, server_side=True)
        try:
            super().finish_request(request, client_address)
        finally:
            with self._lock:
                self._open.discard(request)
            request.close()

    def shutdown_request(self, request: Any) -> None:
        self.close_request(request)  # without the orderly end that would precede a reset

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore a client that leaves, and raise anything else."""
        import sys

        error = sys.exception() if sys.version_info >= (3, 12) else sys.exc_info()[1]
        if error is not None and not isinstance(error, OSError):
            self._bugs.append(error)
