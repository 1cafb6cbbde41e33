"""What happens between lookups, or while one is under way."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from functools import partial

from iamport_desktop.api.connections import Limits
from iamport_desktop.api.errors import ConnectionRefused, PaymentNotFound
from iamport_desktop.lookup.state import Loaded
from tests.faults import replies
from tests.faults.assertions import check_found, check_none, check_problem
from tests.faults.case import Case
from tests.faults.case_context import SECRETS, CaseContext, patience
from tests.faults.fault import IMP_UID, environment, serving
from tests.faults.server import Behaviour, Call, Server
from tests.support.window import button

OTHER = "imp_900000000002"


def _closed_between_lookups(context: CaseContext) -> None:
    with serving(replies.paid) as target:
        driver = context.open(target.url)
        check_found(driver, driver.look_up(IMP_UID))
        target.server.drop_connections()
        check_found(driver, driver.look_up(OTHER))


def _dropped_by_a_firewall(context: CaseContext) -> None:
    """The idle connection is dead without notice; new ones work. With the usual limits."""
    with serving(replies.paid) as target, _Firewall(target.server.port) as firewall:
        driver = context.open(firewall.url)
        check_found(driver, driver.look_up(IMP_UID))
        firewall.forget_connections()
        begun = time.monotonic()
        check_found(driver, driver.look_up(OTHER))
        seconds = time.monotonic() - begun
        assert seconds < 2.0 + context.monitor.longest.whole, f"it took {seconds:.1f} s"


def _gone_and_back(context: CaseContext) -> None:
    with environment(), Server(lookup=replies.paid, token=replies.token()) as first:
        port = first.port
        driver = context.open(first.url)
        check_found(driver, driver.look_up(IMP_UID))
    check_problem(driver, driver.look_up(OTHER), ConnectionRefused)
    with environment(), Server(lookup=replies.paid, token=replies.token(), port=port):
        check_found(driver, driver.try_again())


def _overtaken(context: CaseContext) -> None:
    """The answer to the first search comes after the second one, and is never shown."""
    held = threading.Event()

    def slow_for_the_first(call: Call) -> None:
        if call.last_segment == IMP_UID:
            held.wait(10)
        call.envelope(replies.payment(call.last_segment, merchant_uid=f"order of {call.last_segment}"))

    with patience(Limits(deadline=20)), serving(slow_for_the_first) as target:
        driver = context.open(target.url)
        driver.search(IMP_UID)
        driver.wait(lambda: target.server.lookups, "the first is asked for")
        driver.search(OTHER)
        check_found(driver, driver.outcome())
        held.set()
        driver.settle()
        check_none(driver.texts(), [f"order of {IMP_UID}"])
        assert isinstance(driver.state, Loaded)
        assert driver.state.imp_uid == OTHER


def _hammered(context: CaseContext) -> None:
    """A hundred searches and refreshes without waiting; the last one is shown."""
    with patience(), serving(replies.paid) as target:
        driver = context.open(target.url)
        for number in range(50):
            driver.search(f"imp_9300000{number:05}")
            driver.press("F5")
        check_found(driver, driver.look_up(OTHER))
        assert isinstance(driver.state, Loaded)
        assert driver.state.imp_uid == OTHER


def _cancelled(context: CaseContext) -> None:
    with patience(Limits(deadline=20)), serving(replies.say_nothing) as target:
        driver = context.open(target.url)
        driver.search(IMP_UID)
        driver.wait(lambda: target.server.lookups, "it is asked for")
        driver.press("Esc")
        driver.wait(target.server.abandoned.is_set, "the server sees that nobody waits")
        assert not driver.is_loading
        target.heal()
        check_found(driver, driver.look_up(IMP_UID))


def _changed_in_the_middle(change: str, context: CaseContext) -> None:
    """Language or theme changes during a lookup, which goes on."""
    held = threading.Event()

    def slow(call: Call) -> None:
        held.wait(10)
        replies.paid(call)

    with patience(Limits(deadline=20)), serving(slow) as target:
        driver = context.open(target.url)
        driver.search(IMP_UID)
        driver.wait(lambda: target.server.lookups, "it is asked for")
        for value in ("ko", "en", "ko") if change == "language" else ("dark", "light"):
            preferences = driver.app.preferences
            choose = preferences.set_language if change == "language" else preferences.set_theme
            driver.act(partial(choose, value))
        held.set()
        check_found(driver, driver.outcome())


def _token_must_not_follow(context: CaseContext) -> None:
    """Neither the token nor the secret goes where a redirect leads."""
    with serving(replies.paid) as elsewhere:
        moved = replies.page(307, Location=f"{elsewhere.url}/payments/{IMP_UID}")
        with patience(), serving(moved) as target:
            driver = context.open(target.url)
            driver.look_up(IMP_UID)
            assert not elsewhere.server.requests, "the redirect was followed"
            target.heal()
            check_found(driver, driver.try_again())
        with patience(), serving(replies.paid, moved) as target:
            context.open(target.url).look_up(IMP_UID)
            assert not elsewhere.server.requests, "the key was carried to another host"


def _token_mid_session(token: Behaviour, context: CaseContext) -> None:
    """The token is refused between two lookups, and renewed silently."""
    with patience(), serving(replies.paid, token) as target:
        driver = context.open(target.url)
        check_found(driver, driver.look_up(IMP_UID))
        target.server.lookup = replies.first(replies.refuse(401), replies.paid)
        check_found(driver, driver.look_up(OTHER))
        check_none(driver.texts(), SECRETS)


def _test_payment(context: CaseContext) -> None:
    """It is not found until the button that includes test payments is clicked."""

    def only_as_a_test_payment(call: Call) -> None:
        found = call.path.endswith("&include_sandbox=true")
        (replies.paid if found else replies.refuse(404))(call)

    with patience(), serving(only_as_a_test_payment) as target:
        driver = context.open(target.url)
        check_problem(driver, driver.look_up(IMP_UID), PaymentNotFound)
        driver.set_language("en")
        include = button(driver.window, "Include test payments and search again")
        driver.act(include.click)
        check_found(driver, driver.outcome())


SESSION_CASES = [
    Case("Network", name, play)
    for name, play in {
        "kept connection closed between two lookups": _closed_between_lookups,
        "idle connection dropped silently by a firewall": _dropped_by_a_firewall,
        "network gone and back": _gone_and_back,
        "an answer overtaken by the next search": _overtaken,
        "a hundred searches without waiting": _hammered,
        "cancelled while the server is silent": _cancelled,
    }.items()
] + [
    Case("HTTP", "redirects: neither token nor key follow", _token_must_not_follow, 2),
    Case("HTTP", "404 of a test payment", _test_payment),
    Case("HTTP", "401 between two lookups", partial(_token_mid_session, replies.token())),
    Case("HTTP", "tokens that expire at once", partial(_token_mid_session, replies.token(seconds_left=-5))),
    Case("OS", "language changed while a lookup is under way", partial(_changed_in_the_middle, "language")),
    Case("OS", "appearance changed while a lookup is under way", partial(_changed_in_the_middle, "theme")),
]


class _Firewall:
    """Forwards connections to a port, and can forget those that are open: nothing goes through any more."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._generation = 0
        self._sockets: list[socket.socket] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def forget_connections(self) -> None:
        self._generation += 1

    def __enter__(self) -> _Firewall:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        for each in (self._listener, *self._sockets):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                inside, _ = self._listener.accept()
                outside = socket.create_connection(("127.0.0.1", self._port))
                self._sockets += [inside, outside]
                for ways in ((inside, outside), (outside, inside)):
                    threading.Thread(target=self._pass, args=(*ways, self._generation), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, generation: int) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if generation == self._generation:
                    target.sendall(data)
