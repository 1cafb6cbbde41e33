"""An HTTP server on a loopback port, which passes requests to a function and sends its responses."""

import contextlib
import itertools
import os
import socket
import socketserver
import sys
import time
import weakref
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from iamport_desktop.sandbox.http_messages import HttpRequest, HttpResponse, refusal

HOST = "127.0.0.1"
MAX_BODY = 64 * 1024  # bytes

# Returns the response to a request that arrived on a TCP connection of this number, from 1.
Respond = Callable[[HttpRequest, int], HttpResponse]


class LoopbackServer(ThreadingHTTPServer):
    """Binds `port` in the constructor, 0 for a free one. Raises OSError for one in use.

    `clock` (unix seconds) dates the responses.
    """

    daemon_threads = True
    request_queue_size = 128
    # On Windows, SO_REUSEADDR lets two programs listen on one port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, respond: Respond, clock: Callable[[], float] = time.time) -> None:
        self.respond = respond
        self.clock = clock
        self.connection_numbers = itertools.count(1)
        self._stopping = False
        self._connections: weakref.WeakSet[socket.socket] = weakref.WeakSet()
        super().__init__((HOST, port), _Handler)

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.server_port}"

    def serve(self) -> None:
        """Serve until `stop` is called on another thread."""
        while not self._stopping:
            self.handle_request()

    def stop(self) -> None:
        """Make `serve` return, by a connection that wakes it."""
        self._stopping = True
        with contextlib.suppress(OSError):  # the backlog is full: its connections wake `serve`
            socket.create_connection((HOST, self.server_port)).close()

    def server_close(self) -> None:
        """Free the port, and close every connection as a stopped server does."""
        super().server_close()
        for connection in list(self._connections):
            with contextlib.suppress(OSError):  # closed already
                connection.shutdown(socket.SHUT_RDWR)

    def server_bind(self) -> None:
        # HTTPServer looks up the host's name here, which may block.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, int(self.server_address[1])

    def get_request(self) -> tuple[socket.socket, tuple[str, int]]:
        connection, address = super().get_request()
        self._connections.add(connection)
        return connection, address

    def handle_error(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        # A client may close its connection during a response.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: LoopbackServer
    protocol_version = "HTTP/1.1"
    # Headers and body leave in one write. In two, Nagle's algorithm would hold the body back until the client's
    # delayed acknowledgement of the headers.
    wbufsize = 256 * 1024
    disable_nagle_algorithm = True
    # The base class's own responses to malformed HTTP.
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
        self._write(self.server.respond(HttpRequest(self.command, path, query, headers, body), self._number))

    do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = do_GET  # noqa: N815 - named by the base class

    def _read_body(self) -> bytes | None:
        """Return the body of the announced length; None if that is too large or missing."""
        announced = self.headers.get("Content-Length", "0")
        chunked = "Transfer-Encoding" in self.headers
        if chunked or not announced.isdecimal() or int(announced) > MAX_BODY:
            return None
        self.wfile.flush()  # the "100 Continue" that the client may wait for
        return self.rfile.read(int(announced))

    def _write(self, response: HttpResponse) -> None:
        self.send_response(response.status)
        self.send_header("Content-Type", response.content_type)
        self.send_header("Content-Length", str(len(response.content)))
        if response.allow is not None:
            self.send_header("Allow", response.allow)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.content)

    def date_time_string(self, timestamp: float | None = None) -> str:
        return super().date_time_string(int(self.server.clock()) if timestamp is None else int(timestamp))

    def version_string(self) -> str:
        return "iamport-desktop-sandbox"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named by the base class
        """Log nothing: `Sandbox.requests` holds the requests."""
