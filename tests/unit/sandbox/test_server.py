"""HTTP itself: connections, methods, bodies, and what tests can do with a sandbox."""

import errno
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

import httpx
import pytest

from iamport_desktop.sandbox import RecordedRequest, Sandbox
from tests.unit.sandbox.conftest import Caller, Clock


def exchange(sandbox: Sandbox, request: bytes) -> bytes:
    """Send these bytes and read until the server closes."""
    host, _, port = sandbox.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(request)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_many_requests_share_a_connection(sandbox: Sandbox, caller: Caller, clock: Clock) -> None:
    for _ in range(3):
        caller.get("/payments/imp_100000000001")
    with httpx.Client(base_url=sandbox.url, trust_env=False) as other:
        other.get("/payments/imp_100000000002?include_sandbox=true", headers={"User-Agent": "other"})
    assert [request.connection for request in sandbox.requests] == [1] * 6 + [2]
    assert sandbox.requests[0].method == "POST"
    last = sandbox.requests[-1]
    assert (last.method, last.path, last.query) == (
        "GET",
        "/payments/imp_100000000002",
        "include_sandbox=true",
    )
    assert (last.time, last.headers["user-agent"]) == (clock.now, "other")


def test_an_answer_leaves_in_one_write(
    sandbox: Sandbox, caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = caller.token_answer()["access_token"]
    sizes: list[int] = []
    write = socket.SocketIO.write

    def counted(self: socket.SocketIO, data: memoryview) -> int | None:
        sizes.append(len(data))
        return write(self, data)

    monkeypatch.setattr(socket.SocketIO, "write", counted)
    for imp_uid in ("imp_100000000001", "imp_100000000030"):
        answer = caller.http.get(f"/payments/{imp_uid}", headers={"Authorization": token})
        assert len(answer.content) < sizes[-1]
    assert len(sizes) == 2
    assert sizes[1] > 100_000


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"])
@pytest.mark.parametrize(
    "path", ["/payments/imp_100000000001", "/payments/cancel", "/receipts/imp_100000000026"]
)
def test_nothing_can_be_changed(caller: Caller, method: str, path: str) -> None:
    answer = caller.http.request(method, path, json={"imp_uid": "imp_100000000001"})
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET"
    assert method == "HEAD" or answer.json()["code"] == -1
    assert caller.get("/payments/imp_100000000001").status_code == 200  # on the same connection


def test_a_token_cannot_be_got_by_get(caller: Caller) -> None:
    answer = caller.http.get("/users/getToken")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize(
    "path", ["/", "/receipt", "/favicon.ico", "/payments/a/b/c/d", "/payments/status/all", "//x", "/%2e%2e"]
)
def test_an_unknown_path(caller: Caller, path: str) -> None:
    answer = caller.http.get(path)
    assert answer.status_code == 404
    assert answer.json() == {"code": -1, "message": "Not Found", "response": None}


@pytest.mark.parametrize(
    "header", [b"Content-Length: 65537", b"Transfer-Encoding: chunked", b"Content-Length: -1"]
)
def test_a_body_that_is_too_large_or_of_unknown_length(sandbox: Sandbox, header: bytes) -> None:
    answer = exchange(sandbox, b"POST /users/getToken HTTP/1.1\r\nHost: x\r\n" + header + b"\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"\r\nConnection: close\r\n" in answer


def test_broken_http_is_answered_in_json(sandbox: Sandbox, capfd: pytest.CaptureFixture[str]) -> None:
    answer = exchange(sandbox, b"NONSENSE / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 501 ")
    assert b'{"code":-1,"message":"' in answer
    assert capfd.readouterr().err == ""


def test_a_client_may_wait_for_leave_to_send_its_body(sandbox: Sandbox) -> None:
    body = f"imp_key={sandbox.imp_key}&imp_secret={sandbox.imp_secret}".encode()
    host, _, port = sandbox.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        head = f"POST /users/getToken HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n"
        connection.sendall(head.encode() + b"Expect: 100-continue\r\nConnection: close\r\n\r\n")
        assert connection.recv(65536) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(body)
        assert connection.recv(65536).startswith(b"HTTP/1.1 200 ")


def test_a_client_that_leaves_is_not_reported(sandbox: Sandbox, capfd: pytest.CaptureFixture[str]) -> None:
    asked, left = threading.Event(), threading.Event()

    def hold(_request: RecordedRequest) -> None:
        asked.set()
        assert left.wait(10)

    sandbox.before_answer = hold
    host, _, port = sandbox.url.removeprefix("http://").partition(":")
    connection = socket.create_connection((host, int(port)), timeout=10)
    linger_off = b"\x01\x00\x00\x00\x00\x00\x00\x00"  # close by a reset
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger_off)
    connection.sendall(b"GET /payments/x HTTP/1.1\r\nHost: x\r\n\r\n")
    assert asked.wait(10)
    connection.close()
    left.set()
    sandbox.before_answer = None
    exchange(sandbox, b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert capfd.readouterr().err == ""


def test_an_answer_can_be_held_back(sandbox: Sandbox, caller: Caller) -> None:
    asked, release = threading.Event(), threading.Event()

    def hold(request: RecordedRequest) -> None:
        assert request.path == "/payments/imp_100000000001"
        asked.set()
        assert release.wait(10)

    token = caller.token_answer()["access_token"]
    sandbox.before_answer = hold
    with ThreadPoolExecutor(1) as pool:
        headers = {"Authorization": token}
        answer = pool.submit(caller.http.get, "/payments/imp_100000000001", headers=headers)
        assert asked.wait(10)
        assert not answer.done()
        release.set()
        assert answer.result(10).status_code == 200


def test_a_stopped_sandbox_is_gone_also_for_open_connections() -> None:
    with Sandbox() as sandbox:
        host, _, port = sandbox.url.removeprefix("http://").partition(":")
        connection = HTTPConnection(host, int(port), timeout=10)
        connection.request("GET", "/")
        connection.getresponse().read()
        raw = connection.sock
    assert raw.recv(1) == b""
    connection.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((host, int(port)), timeout=10)


def test_the_same_port_can_be_had_again_at_once() -> None:
    with Sandbox() as sandbox, httpx.Client(base_url=sandbox.url, trust_env=False) as client:
        client.get("/")
        port = int(sandbox.url.rpartition(":")[2])
        with pytest.raises(OSError) as taken:  # noqa: PT011 - each system says it in words of its own
            Sandbox(port=port)
        assert taken.value.errno == errno.EADDRINUSE
        sandbox.stop()  # closes the connection first: the port is left in TIME_WAIT
        with Sandbox(port=port) as again:
            assert again.url == sandbox.url
            assert client.get("/").status_code == 404


def test_a_sandbox_that_was_never_started_can_be_stopped() -> None:
    sandbox = Sandbox()
    assert sandbox.payments
    sandbox.stop()


def test_the_record_of_requests_is_bounded(sandbox: Sandbox, caller: Caller) -> None:
    for number in range(1005):
        caller.http.get(f"/{number}")
    assert len(sandbox.requests) == 1000
    assert sandbox.requests[0].path == "/5"
