"""A real HTTP proxy on loopback that connects every CONNECT to one local port, or refuses."""

from __future__ import annotations

import select
import socket
import socketserver
import ssl
import threading
from types import TracebackType
from typing import Any, Self


class Proxy(socketserver.ThreadingTCPServer):
    """`answer` is its status line to CONNECT, a 200 to connect; None to stay silent."""

    allow_reuse_address = True
    daemon_threads = False

    def __init__(
        self,
        upstream_port: int,
        answer: str | None = "200 Connection established",
        tls: ssl.SSLContext | None = None,
    ) -> None:
        super().__init__(("127.0.0.1", 0), _Tunnel)
        self.upstream_port = upstream_port
        self.answer = answer
        self.tls = tls
        self.heads: list[str] = []
        self.stopping = threading.Event()
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,), name="proxy")

    @property
    def url(self) -> str:
        port = self.server_address[1]
        return f"https://localhost:{port}" if self.tls else f"http://127.0.0.1:{port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopping.set()
        self.shutdown()
        self.server_close()
        self._thread.join()

    def finish_request(self, request: Any, client_address: Any) -> None:
        if self.tls is None:
            super().finish_request(request, client_address)
            return
        with self.tls.wrap_socket(request, server_side=True) as secured:
            super().finish_request(secured, client_address)


class _Tunnel(socketserver.StreamRequestHandler):
    server: Proxy
    connection: socket.socket

    def handle(self) -> None:
        head = ""
        while not head.endswith("\r\n\r\n"):
            line = self.rfile.readline()
            if not line:
                return
            head += line.decode("latin-1")
        self.server.heads.append(head)
        if self.server.answer is None:
            self._until_the_client_leaves()
            return
        tunnel = self.server.answer.startswith("200")
        length = "" if tunnel else "Content-Length: 0\r\n"
        self.wfile.write(f"HTTP/1.1 {self.server.answer}\r\n{length}\r\n".encode())
        if tunnel:
            with socket.create_connection(("127.0.0.1", self.server.upstream_port)) as upstream:
                self._pump(upstream)

    def _pump(self, upstream: socket.socket) -> None:
        other = {self.connection: upstream, upstream: self.connection}
        while not self.server.stopping.is_set():
            readable, _, _ = select.select(list(other), [], [], 0.05)
            for side in readable:
                try:
                    data = side.recv(65536)
                    other[side].sendall(data)
                except OSError:
                    return
                if not data:
                    return

    def _until_the_client_leaves(self) -> None:
        while not self.server.stopping.is_set():
            readable, _, _ = select.select([self.connection], [], [], 0.05)
            if readable and not self.connection.recv(1024):
                return
