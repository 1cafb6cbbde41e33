"""HTTP on a loopback port: reads requests, has them answered by a function, writes the answers."""

import contextlib
import itertools
import os
import socket
import socketserver
import sys
import weakref
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from iamport_desktop.sandbox.answers import Answer, Request, refusal

HOST = "127.0.0.1"
LARGEST_BODY = 64 * 1024

Respond = Callable[[Request, int], Answer]
"""Gets a request and the number of its TCP connection (from 1)."""


class LoopbackServer(ThreadingHTTPServer):
    """Listens from the moment it is made; ``port`` 0 takes a free one. Raises OSError if it is taken."""

    daemon_threads = True
    request_queue_size = 128
    # On Windows this option would let two programs listen on one port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, respond: Respond) -> None:
        self.respond = respond
        self.connection_numbers = itertools.count(1)
        self._stopping = False
        self._connections: weakref.WeakSet[socket.socket] = weakref.WeakSet()
        super().__init__((HOST, port), _Handler)

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.server_port}"

    def serve(self) -> None:
        """Serve until ``stop`` is called from another thread."""
        while not self._stopping:
            self.handle_request()

    def stop(self) -> None:
        """Make ``serve`` return: it wakes for a connection, so one is made."""
        self._stopping = True
        with contextlib.suppress(OSError):  # refused for want of room: others wake it
            socket.create_connection((HOST, self.server_port)).close()

    def server_close(self) -> None:
        """Free the port and cut every connection, so that the server is gone for its clients."""
        super().server_close()
        for connection in list(self._connections):
            with contextlib.suppress(OSError):  # closed already
                connection.shutdown(socket.SHUT_RDWR)

    def server_bind(self) -> None:
        # HTTPServer asks the name service for the host's name here, which may take seconds.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, int(self.server_address[1])

    def get_request(self) -> tuple[socket.socket, tuple[str, int]]:
        connection, address = super().get_request()
        self._connections.add(connection)
        return connection, address

    def handle_error(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        # A client that leaves in the middle of an answer is no error of the server.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: LoopbackServer
    protocol_version = "HTTP/1.1"
    # An answer that fits the buffer leaves in one write; without it, and with Nagle's algorithm, the
    # body would wait for the client's delayed acknowledgement of the headers (40 ms).
    wbufsize = 256 * 1024
    disable_nagle_algorithm = True
    # What the base class says by itself to broken HTTP.
    error_content_type = "application/json; charset=UTF-8"
    error_message_format = '{"code":-1,"message":"%(message)s","response":null}'

    def setup(self) -> None:
        super().setup()
        self._number = next(self.server.connection_numbers)

    def do_GET(self) -> None:
        body = self._read_body()
        if body is None:
            self.close_connection = True
            self._write(refusal(413, "Payload Too Large"))
            return
        path, _, query = self.path.partition("?")
        headers = {name.lower(): value for name, value in self.headers.items()}
        self._write(self.server.respond(Request(self.command, path, query, headers, body), self._number))

    do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = do_GET  # noqa: N815, named by the base class

    def _read_body(self) -> bytes | None:
        """The body by its announced length; None when that is too much, or not said."""
        announced = self.headers.get("Content-Length", "0")
        chunked = "Transfer-Encoding" in self.headers
        if chunked or not announced.isdecimal() or int(announced) > LARGEST_BODY:
            return None
        self.wfile.flush()  # a "100 Continue" that the client waits for before it sends the body
        return self.rfile.read(int(announced))

    def _write(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.content)))
        if answer.allow is not None:
            self.send_header("Allow", answer.allow)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.content)

    def version_string(self) -> str:
        return "iamport-desktop-sandbox"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002, named by the base class
        """Say nothing: what was asked is in ``Sandbox.requests``."""
