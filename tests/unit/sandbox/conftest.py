import ssl
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from iamport_desktop.sandbox import Sandbox


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now


class Caller:
    """Calls a sandbox over one kept-alive connection, with a token of its own."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        # Nothing here is https: without this, each client loads all root certificates for nothing.
        no_roots = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.http = httpx.Client(base_url=sandbox.url, trust_env=False, verify=no_roots)

    def token_answer(self) -> dict[str, Any]:
        body = {"imp_key": self._sandbox.imp_key, "imp_secret": self._sandbox.imp_secret}
        answer = self.http.post("/users/getToken", json=body)
        assert answer.status_code == 200
        response: dict[str, Any] = answer.json()["response"]
        return response

    def get(self, path: str, **options: Any) -> httpx.Response:
        token = self.token_answer()["access_token"]
        return self.http.get(path, headers={"Authorization": f"Bearer {token}"}, **options)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sandbox(clock: Clock) -> Iterator[Sandbox]:
    with Sandbox(clock=clock) as running:
        yield running


@pytest.fixture
def caller(sandbox: Sandbox) -> Iterator[Caller]:
    calling = Caller(sandbox)
    with calling.http:
        yield calling
