"""What happens between lookups, or while one is under way."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from functools import partial

from PySide6.QtCore import Qt

from iamport_desktop.api.connections import Limits
from iamport_desktop.api.errors import ConnectionRefused, PaymentNotFound
from iamport_desktop.lookup.state import Loaded
from tests.faults import replies
from tests.faults.case import Case
from tests.faults.fault import IMP_UID, environment, serving
from tests.faults.judging import check_found, check_none, check_problem
from tests.faults.server import Behaviour, Call, Server
from tests.faults.stage import SECRETS, Stage, patience
from tests.support.window import button

OTHER = "imp_900000000002"


def _closed_between_lookups(stage: Stage) -> None:
    with serving(replies.paid) as scene:
        desk = stage.open(scene.url)
        check_found(desk, desk.look_up(IMP_UID))
        scene.server.drop_connections()
        check_found(desk, desk.look_up(OTHER))


def _dropped_by_a_firewall(stage: Stage) -> None:
    """The idle connection leads nowhere, and nobody says so. New ones work. With the usual patience."""
    with serving(replies.paid) as scene, _Firewall(scene.server.port) as firewall:
        desk = stage.open(firewall.url)
        check_found(desk, desk.look_up(IMP_UID))
        firewall.forget_connections()
        begun = time.monotonic()
        check_found(desk, desk.look_up(OTHER))
        seconds = time.monotonic() - begun
        assert seconds < 2.0 + stage.heart.longest.whole, f"it took {seconds:.1f} s"


def _gone_and_back(stage: Stage) -> None:
    with environment(), Server(lookup=replies.paid, token=replies.token()) as first:
        port = first.port
        desk = stage.open(first.url)
        check_found(desk, desk.look_up(IMP_UID))
    check_problem(desk, desk.look_up(OTHER), ConnectionRefused)
    with environment(), Server(lookup=replies.paid, token=replies.token(), port=port):
        check_found(desk, desk.try_again())


def _overtaken(stage: Stage) -> None:
    """The answer to the first search comes after the second search, and is never shown."""
    held = threading.Event()

    def slow_for_the_first(call: Call) -> None:
        if call.last_segment == IMP_UID:
            held.wait(10)
        call.envelope(replies.payment(call.last_segment, merchant_uid=f"order of {call.last_segment}"))

    with patience(Limits(deadline=20)), serving(slow_for_the_first) as scene:
        desk = stage.open(scene.url)
        desk.submit(IMP_UID)
        desk.wait(lambda: scene.server.lookups, "the first is asked for")
        desk.submit(OTHER)
        check_found(desk, desk.outcome())
        held.set()
        desk.settle()
        check_none(desk.read(), [f"order of {IMP_UID}"])
        assert isinstance(desk.screen, Loaded)
        assert desk.screen.imp_uid == OTHER


def _hammered(stage: Stage) -> None:
    """A hundred searches and refreshes without waiting; the last one is shown."""
    with patience(), serving(replies.paid) as scene:
        desk = stage.open(scene.url)
        for number in range(50):
            desk.submit(f"imp_9300000{number:05}")
            desk.press(Qt.Key.Key_F5)
        check_found(desk, desk.look_up(OTHER))
        assert isinstance(desk.screen, Loaded)
        assert desk.screen.imp_uid == OTHER


def _cancelled(stage: Stage) -> None:
    with patience(Limits(deadline=20)), serving(replies.say_nothing) as scene:
        desk = stage.open(scene.url)
        desk.submit(IMP_UID)
        desk.wait(lambda: scene.server.lookups, "it is asked for")
        desk.press(Qt.Key.Key_Escape)
        desk.wait(scene.server.abandoned.is_set, "the server sees that nobody waits")
        assert not desk.loading
        scene.heal()
        check_found(desk, desk.look_up(IMP_UID))


def _changed_in_the_middle(change: str, stage: Stage) -> None:
    """While an answer is awaited, everything is shown anew; the answer comes all the same."""
    held = threading.Event()

    def slow(call: Call) -> None:
        held.wait(10)
        replies.paid(call)

    with patience(Limits(deadline=20)), serving(slow) as scene:
        desk = stage.open(scene.url)
        desk.submit(IMP_UID)
        desk.wait(lambda: scene.server.lookups, "it is asked for")
        for value in ("ko", "en", "ko") if change == "language" else ("dark", "light"):
            menu = desk.window.menu
            signal = menu.language_chosen if change == "language" else menu.theme_chosen
            desk.act(partial(signal.emit, value))
        held.set()
        check_found(desk, desk.outcome())


def _token_must_not_follow(stage: Stage) -> None:
    """Neither the token nor the secret goes where a redirect leads."""
    with serving(replies.paid) as elsewhere:
        moved = replies.page(307, Location=f"{elsewhere.url}/payments/{IMP_UID}")
        with patience(), serving(moved) as scene:
            desk = stage.open(scene.url)
            desk.look_up(IMP_UID)
            assert not elsewhere.server.requests, "the redirect was followed"
            scene.heal()
            check_found(desk, desk.try_again())
        with patience(), serving(replies.paid, moved) as scene:
            stage.open(scene.url).look_up(IMP_UID)
            assert not elsewhere.server.requests, "the key was carried to another host"


def _token_mid_session(token: Behaviour, stage: Stage) -> None:
    """The token is refused between two lookups, and renewed unseen."""
    with patience(), serving(replies.paid, token) as scene:
        desk = stage.open(scene.url)
        check_found(desk, desk.look_up(IMP_UID))
        scene.server.lookup = replies.first(replies.refuse(401), replies.paid)
        check_found(desk, desk.look_up(OTHER))
        check_none(desk.read(), SECRETS)


def _test_payment(stage: Stage) -> None:
    """It is not found until the person presses the button that includes test payments."""

    def only_as_a_test_payment(call: Call) -> None:
        found = call.path.endswith("?include_sandbox=true")
        (replies.paid if found else replies.refuse(404))(call)

    with patience(), serving(only_as_a_test_payment) as scene:
        desk = stage.open(scene.url)
        check_problem(desk, desk.look_up(IMP_UID), PaymentNotFound)
        desk.speak("en")
        include = button(desk.window, "Include test payments and search again")
        desk.act(include.click)
        check_found(desk, desk.outcome())


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
    """Passes connections on to a port, and can forget those that there are: nothing goes through any more."""

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
