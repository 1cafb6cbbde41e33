"""The API of the scenario, as a process: `python -m tests.soak.server`.

Prints its port and, when standard input ends, how many tokens it issued.
"""

from __future__ import annotations

import itertools
import sys

from tests.bench.payments import bodies, body_with
from tests.faults import replies
from tests.faults.server import Call, Server
from tests.soak.scenario import Event, event, imp_uid, number_of

LARGE = 100  # so many lookups apart there is one with many cancellations
ANSWERS = {
    Event.NOT_FOUND: replies.refuse(404),
    Event.TROUBLE: replies.refuse(500),
    Event.LOGIN_PAGE: replies.page(200),
    Event.CLOSED: replies.hang_up,
    Event.RENEWED: replies.refuse(401),
}
PASSING = (Event.CLOSED, Event.RENEWED)  # when the same is asked again, it is answered


class Api:
    """Issues a new token each time, and answers with another payment each time."""

    def __init__(self) -> None:
        self._tokens = itertools.count()
        self._payments = bodies()
        self._large = body_with(cancellations=300)
        self._past: set[int] = set()

    def token(self, call: Call) -> None:
        """Answer `POST /users/getToken`."""
        replies.token(value=f"{replies.TOKEN}-{next(self._tokens)}")(call)

    def lookup(self, call: Call) -> None:
        """Answer with a payment; there is nothing to follow it up."""
        if not call.path.startswith("/payments/imp_") or call.path.endswith("/balance"):
            replies.refuse(404)(call)
            return
        number = number_of(call.last_segment)
        happens = event(number)
        if happens is Event.FOUND or (happens in PASSING and number in self._past):
            call.envelope(self._payment(number))
            return
        self._past.add(number)
        ANSWERS[happens](call)

    def _payment(self, number: int) -> dict[str, object]:
        body = self._large if number % LARGE == 0 else self._payments[number % len(self._payments)]
        name = f"{number}번 상품 " * (1 + number % 40)
        return body | {"imp_uid": imp_uid(number), "merchant_uid": f"order-{number}", "name": name}


def main() -> None:
    """Serve until standard input ends."""
    api = Api()
    with Server(lookup=api.lookup, token=api.token) as server:
        sys.stdout.write(f"{server.port}\n")
        sys.stdout.flush()
        sys.stdin.read()
        sys.stdout.write(f"{len(server.token_requests)}\n")


if __name__ == "__main__":
    main()
