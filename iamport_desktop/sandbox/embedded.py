"""The sandbox as one object: sample payments behind a loopback port."""

import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from iamport_desktop.sandbox.endpoints import IMP_KEY, IMP_SECRET, Api, Endpoints
from iamport_desktop.sandbox.http_messages import HttpRequest, HttpResponse
from iamport_desktop.sandbox.receipts import PREFIX, receipt_page
from iamport_desktop.sandbox.samples import SamplePayment, load_samples
from iamport_desktop.sandbox.server import LoopbackServer
from iamport_desktop.sandbox.tokens import TokenIssuer

MAX_REQUESTS = 1000


@dataclass(frozen=True)
class RecordedRequest:
    """A received request: `time` in unix seconds, and the number of its TCP `connection`, from 1."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    time: float
    connection: int


class Sandbox:
    """Serves from `start` to `stop`, or inside a `with` block.

    The constructor binds the port (0 takes a free one; raises OSError for one in use), so `url` and `payments`
    can be read at once. The times of the samples are relative to that moment of `clock` (unix seconds), which also
    measures the lifetime of tokens and dates the responses.

    `before_answer`, if set, is called on the server's thread with every request before the response: a test
    delays the response by waiting there.
    """

    imp_key = IMP_KEY
    imp_secret = IMP_SECRET

    def __init__(self, *, port: int = 0, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._server = LoopbackServer(port, self._respond, clock)
        self._thread: threading.Thread | None = None
        self._endpoints = Endpoints(load_samples(clock(), self._server.url + PREFIX))
        self._tokens = TokenIssuer(clock)
        self._api = Api(self._endpoints, self._tokens, clock)
        self._requests: deque[RecordedRequest] = deque(maxlen=MAX_REQUESTS)
        self.before_answer: Callable[[RecordedRequest], object] | None = None

    @property
    def url(self) -> str:
        """`http://127.0.0.1:PORT`, without a slash at the end."""
        return self._server.url

    @property
    def payments(self) -> Sequence[SamplePayment]:
        """All sample payments as they are served now, test payments included."""
        return self._endpoints.samples

    @property
    def requests(self) -> list[RecordedRequest]:
        """The last MAX_REQUESTS requests, oldest first, receipt pages included."""
        return list(self._requests)

    def start(self) -> None:
        """Serve from now on, on daemon threads."""
        self._thread = threading.Thread(target=self._server.serve, name="sandbox", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Free the port and close every connection. A stopped sandbox cannot be started again."""
        self._server.stop()
        if self._thread is not None:
            self._thread.join()
        self._server.server_close()

    def revoke_tokens(self) -> None:
        """Make every issued token invalid (401); getToken then returns a new one."""
        self._tokens.revoke()

    def change_payment(self, imp_uid: str, **fields: Any) -> None:
        """Set fields of a payment, as when a deposit arrives. Raises KeyError without such a payment."""
        self._endpoints.change(imp_uid, fields)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _respond(self, request: HttpRequest, connection: int) -> HttpResponse:
        recorded = RecordedRequest(
            request.method, request.path, request.query, request.headers, self._clock(), connection
        )
        self._requests.append(recorded)
        if self.before_answer is not None:
            self.before_answer(recorded)
        if request.method == "GET" and request.path.startswith(PREFIX + "/"):
            return receipt_page(request, self.url, self.payments)
        return self._api.respond(request)
