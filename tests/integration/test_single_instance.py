"""One window for all starts: which start is first, and what later ones may request."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.origin import PORTONE, parse_origin
from iamport_desktop.desktop import single_instance
from iamport_desktop.desktop.deep_links import LinkEvents
from iamport_desktop.desktop.single_instance import (
    MAX_CLIENTS,
    ActivationRequest,
    InstanceServer,
    InvalidRequest,
    SingleInstance,
    find_instance,
    runtime_folder,
)
from iamport_desktop.lookup.state import Asking, Failed, Results
from iamport_desktop.sandbox import Sandbox
from tests.support.app_driver import AppDriver
from tests.support.window import button
from tools.programs import clean_environment, require, running, wait_until
from tools.xvfb import display

ID = ImpUid("imp_100000000002")
OTHER_ID = ImpUid("imp_100000000001")
PROGRAM = [sys.executable, "-m", "tests.support.app_server"]


@pytest.fixture
def folder() -> Iterator[Path]:
    with TemporaryDirectory(prefix="run-") as name:  # not pytest's: a socket's path has to be short
        yield Path(name)


# Requests


@pytest.mark.parametrize(
    "request_",
    [
        ActivationRequest(),
        ActivationRequest(ID),
        ActivationRequest(ID, "a/b_TIME1"),
        ActivationRequest(None, "t"),
        ActivationRequest(order_number="ORD-1"),
        ActivationRequest(None, "t" * 256, "주/문" * 33),
        ActivationRequest(order_number="order:%41"),
    ],
)
def test_a_request_survives_the_way(request_: ActivationRequest) -> None:
    assert ActivationRequest.from_line(request_.to_line()) == request_


@pytest.mark.parametrize("token", ["two words", "한글", "x" * 257, "a\nb", "-", "\0"])
def test_a_token_that_does_not_fit_is_left_behind(token: str) -> None:
    assert ActivationRequest.from_line(ActivationRequest(ID, token).to_line()) == ActivationRequest(ID)


HOSTILE_LINES = [
    b"",
    b"\n",
    b"show\n",
    b"show - -",
    b"show imp_1 - more\n",
    b"show imp_1 \n",
    b"show  -\n",
    b"show imp_1/../users -\n",
    b"show imp_1\r -\n",
    b"show IMP_1 -\n",
    b"show " + b"imp_" + b"1" * 28 + b" -\n",
    b"show " + "imp_\u0661".encode() + b" -\n",
    b"show imp_1 a\x00b\n",
    b"show imp_1 " + b"t" * 257 + b"\n",
    b"show imp_1 -\n\n",
    b"show order: -\n",
    b"show ORD-1 -\n",
    b"show order:-x -\n",
    b"show order:ORD%201 -\n",
    b"show order:ORD%0A1 -\n",
    b"show order:ORD%FF -\n",
    b"show order:imp_1 -\n",
    b"show order:" + b"1" * 101 + b" -\n",
    b"quit - -\n",
    b"SHOW - -\n",
    b"\xff\xfe show - -\n",
    b'{"imp_uid": "imp_1"}\n',
    b"GET / HTTP/1.1\r\n",
]
SINGLE_LINES = [line for line in HOSTILE_LINES if line.find(b"\n") == len(line) - 1]


@pytest.mark.parametrize("line", HOSTILE_LINES)
def test_anything_else_is_refused(line: bytes) -> None:
    with pytest.raises(InvalidRequest):
        ActivationRequest.from_line(line)


# The server


class Primary:
    """A primary instance that listens in this process, and the requests that it received."""

    def __init__(self, folder: Path) -> None:
        self.instance = SingleInstance(folder, PORTONE)
        assert not self.instance.forward(ActivationRequest())
        assert self.instance.is_acquired
        self.server = InstanceServer(self.instance)
        self.requests: list[ActivationRequest] = []
        self.server.requested.connect(self.requests.append)
        assert self.server.listen()

    def connect(self, line: bytes = b"") -> QLocalSocket:
        client = QLocalSocket()
        client.connectToServer(self.instance.address)
        assert client.waitForConnected(1000), client.errorString()
        client.write(line)
        client.flush()
        return client


@pytest.fixture
def primary(folder: Path, qapp: QApplication) -> Iterator[Primary]:
    primary = Primary(folder)
    yield primary
    primary.server.close()


def is_disconnected(client: QLocalSocket) -> bool:
    return client.state() == QLocalSocket.LocalSocketState.UnconnectedState


def test_a_client_is_received_and_answered(primary: Primary, qtbot: QtBot) -> None:
    client = primary.connect(ActivationRequest(ID, "t").to_line())
    qtbot.waitUntil(lambda: is_disconnected(client))
    assert primary.requests == [ActivationRequest(ID, "t")]
    assert bytes(client.readAll().data()) == b"taken\n"


def test_a_line_may_come_in_pieces_and_only_the_first_counts(primary: Primary, qtbot: QtBot) -> None:
    client = primary.connect(b"show imp_1 ")
    other = primary.connect(ActivationRequest(ID).to_line())  # is received although the other client is slow
    qtbot.waitUntil(lambda: is_disconnected(other))
    client.write(b"-\nshow imp_2 -\n")
    qtbot.waitUntil(lambda: is_disconnected(client))
    assert primary.requests == [ActivationRequest(ID), ActivationRequest(ImpUid("imp_1"))]


@pytest.mark.parametrize("line", [*SINGLE_LINES, b"x" * 100_000])
def test_a_hostile_line_does_nothing_and_is_not_repeated(primary: Primary, qtbot: QtBot, line: bytes) -> None:
    client = primary.connect(line)
    qtbot.waitUntil(lambda: is_disconnected(client))
    assert primary.requests == []
    assert bytes(client.readAll().data()) in (b"refused\n", b"")  # nothing where it was cut off in the middle


def test_a_silent_client_is_cut_off(folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single_instance, "CLIENT_TIMEOUT_MS", 50)
    primary = Primary(folder)
    silent = [primary.connect(), primary.connect(b"show imp_1")]
    qtbot.waitUntil(lambda: all(is_disconnected(client) for client in silent))
    assert primary.requests == []
    primary.server.close()


def test_only_so_many_silent_clients_are_kept(
    folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "CLIENT_TIMEOUT_MS", 60_000)
    primary = Primary(folder)
    clients = []
    for _ in range(3 * MAX_CLIENTS):
        clients.append(primary.connect(b"show"))
        QApplication.processEvents()
    qtbot.waitUntil(lambda: sum(not is_disconnected(client) for client in clients) <= MAX_CLIENTS)
    for client in clients:
        client.abort()
    qtbot.waitUntil(lambda: primary.server.findChildren(QLocalSocket) == [])
    client = primary.connect(ActivationRequest(ID).to_line())
    qtbot.waitUntil(lambda: is_disconnected(client))
    assert primary.requests == [ActivationRequest(ID)]
    primary.server.close()


# The primary instance


def test_windows_of_different_origins_and_displays_do_not_know_each_other(folder: Path) -> None:
    other_origin = parse_origin("http://127.0.0.1:9")
    instances = [
        SingleInstance(folder, PORTONE),
        SingleInstance(folder, other_origin),
        SingleInstance(folder, PORTONE, ":1"),
    ]
    assert len({instance.address for instance in instances}) == 3
    for instance in instances:
        assert not instance.forward(ActivationRequest())
        assert instance.is_acquired
    for instance in instances:
        instance.release()


def test_a_first_one_that_hangs_does_not_hang_the_next(
    folder: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "REPLY_SECONDS", 0.2)
    first, second = SingleInstance(folder, PORTONE), SingleInstance(folder, PORTONE)
    assert not first.forward(ActivationRequest())
    hung = QLocalServer()  # the kernel accepts connections, which are never read
    assert hung.listen(first.address)
    assert not second.forward(ActivationRequest(ID))
    assert not second.is_acquired
    hung.close()
    first.release()


LATER = """
import sys
from pathlib import Path
from iamport_desktop.desktop.single_instance import ActivationRequest
from iamport_desktop.api.origin import PORTONE
from iamport_desktop.desktop.single_instance import SingleInstance

class OfAnotherVersion(ActivationRequest):
    def to_line(self):
        return b"another\\n"

instance = SingleInstance(Path(sys.argv[1]), PORTONE)
print(flush=True)
accepted = instance.forward(OfAnotherVersion() if "another" in sys.argv else ActivationRequest())
sys.exit(10 * accepted + instance.is_acquired)
"""


def later(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start later, in a child process. Exit code 10: its request was accepted; 1: it is the primary instance."""
    command = [sys.executable, "-c", LATER, str(folder), *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    return process


def ended(process: subprocess.Popen[bytes]) -> bool:
    QApplication.processEvents()  # the primary instance lives in this process
    return process.poll() is not None


def test_a_first_one_that_refuses_makes_the_next_open_its_own_window(primary: Primary, folder: Path) -> None:
    with later(folder, "another") as process:
        wait_until(lambda: ended(process), "it gives up")
    assert process.returncode == 0
    assert primary.requests == []


def test_while_the_first_one_starts_the_next_waits_for_it(folder: Path, qapp: QApplication) -> None:
    first = SingleInstance(folder, PORTONE)
    assert not first.forward(ActivationRequest())
    with later(folder) as process:
        server = InstanceServer(first)
        assert server.listen()
        wait_until(lambda: ended(process), "its request is accepted")
    assert process.returncode == 10
    server.close()


def test_when_the_first_one_leaves_meanwhile_the_next_is_first(folder: Path) -> None:
    first = SingleInstance(folder, PORTONE)
    assert not first.forward(ActivationRequest())
    with later(folder) as process:
        first.release()
    assert process.returncode == 1


# The folder


@pytest.mark.skipif(sys.platform == "win32", reason="modes are not Windows'")
class TestFolder:
    @pytest.fixture(autouse=True)
    def session(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))

    def test_it_lies_in_the_session_s_own_and_is_private(self, folder: Path) -> None:
        old_mask = os.umask(0)
        try:
            assert runtime_folder() == folder / "iamport-desktop"
        finally:
            os.umask(old_mask)
        assert stat.S_IMODE((folder / "iamport-desktop").stat().st_mode) == 0o700

    def test_it_is_made_private_again(self, folder: Path) -> None:
        runtime_folder().chmod(0o777)
        assert stat.S_IMODE(runtime_folder().stat().st_mode) == 0o700

    def test_without_a_session_it_lies_in_the_home(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("XDG_RUNTIME_DIR")
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
        monkeypatch.setenv("HOME", str(tmp_path))
        assert runtime_folder().is_relative_to(tmp_path)

    def test_another_user_s_folder_is_not_used(self, monkeypatch: pytest.MonkeyPatch) -> None:
        runtime_folder()
        monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
        assert find_instance(PORTONE) is None

    def test_a_link_in_its_place_is_not_followed(self, folder: Path, tmp_path: Path) -> None:
        (folder / "iamport-desktop").symlink_to(tmp_path)
        assert find_instance(PORTONE) is None

    def test_no_other_user_can_reach_the_socket(self, qapp: QApplication) -> None:
        instance = find_instance(PORTONE)
        assert instance is not None
        assert not instance.forward(ActivationRequest())
        server = InstanceServer(instance)
        assert server.listen()
        mode = Path(instance.address).stat().st_mode
        assert stat.S_ISSOCK(mode)
        assert not mode & (stat.S_IRWXG | stat.S_IRWXO)
        server.close()
        assert not list(runtime_folder().iterdir())

    def test_an_address_that_is_too_long_costs_only_the_single_instance(
        self, tmp_path: Path, qapp: QApplication
    ) -> None:
        long = tmp_path / ("x" * 120)
        long.mkdir()
        instance = SingleInstance(long, PORTONE)
        assert not instance.forward(ActivationRequest())
        assert not InstanceServer(instance).listen()
        assert not instance.is_acquired


# Links as events


def test_a_link_event_is_passed_on_and_anything_else_is_not(qapp: QApplication) -> None:
    links, received = LinkEvents(), list[ActivationRequest]()
    qapp.installEventFilter(links)
    try:
        for url in (
            f"iamport-desktop://payment/{ID}",
            f"iamport-desktop://payment/{ID}?api-url=https://example.com",
            f"https://payment/{ID}",
            f"file:///{ID}",
        ):
            QApplication.sendEvent(qapp, QFileOpenEvent(QUrl(url)))
        links.deliver_to(received.append)
        assert received == [ActivationRequest(ID)]  # what came before there was a handler
        QApplication.sendEvent(qapp, QFileOpenEvent(QUrl(f"iamport-desktop://payment/{OTHER_ID}")))
        QApplication.sendEvent(qapp, QFileOpenEvent(QUrl("iamport-desktop://order/주문-1")))
        QApplication.sendEvent(qapp, QEvent(QEvent.Type.User))
    finally:
        qapp.removeEventFilter(links)
    assert received[1:] == [ActivationRequest(OTHER_ID), ActivationRequest(order_number="주문-1")]


# What the window does with it


def asked(sandbox: Sandbox) -> list[str]:
    """Return what was looked up, but for follow-up requests."""
    return [request.path for request in sandbox.requests if request.path.startswith("/payments/")]


def type_into_box(driver: AppDriver, text: str) -> None:
    box = driver.window.search.box
    driver.act(box.selectAll)
    driver.act(lambda: QTest.keyClicks(box, text))


def test_an_order_is_looked_up(driver: AppDriver, sandbox: Sandbox) -> None:
    driver.app.activate(ActivationRequest(order_number="ORD-SAMPLE-RETRY"))
    assert isinstance(driver.outcome(), Results)
    assert asked(sandbox) == ["/payments/findAll/ORD-SAMPLE-RETRY"]
    assert driver.window.search.box.text() == "ORD-SAMPLE-RETRY"


def test_an_order_number_that_looks_like_personal_data_is_asked_about(
    driver: AppDriver, sandbox: Sandbox
) -> None:
    driver.app.activate(ActivationRequest(order_number="010-1234-5678"))
    driver.wait_for(Asking)
    driver.settle()
    assert asked(sandbox) == []
    driver.press("Return", driver.window.search.box)
    driver.wait_for(Failed, Results)
    assert asked(sandbox) == ["/payments/findAll/010-1234-5678"]


def test_a_link_does_not_replace_what_is_being_typed(driver: AppDriver, sandbox: Sandbox) -> None:
    driver.show(ID)
    type_into_box(driver, "ORD-SAMPLE-00")
    driver.app.activate(ActivationRequest(order_number="ORD-SAMPLE-RETRY"))
    bar = driver.window.link_bar
    assert bar.text() == "Another program asks to open the order ORD-SAMPLE-RETRY."
    driver.act(lambda: QTest.keyClicks(driver.window.search.box, "02"))
    assert bar.isVisible()  # typing on does not take it away
    assert driver.shows(ID)
    assert driver.window.search.box.text() == "ORD-SAMPLE-0002"
    driver.click(button(bar, "Open"))
    driver.wait_for(Results)
    assert not bar.isVisible()
    assert asked(sandbox)[-1] == "/payments/findAll/ORD-SAMPLE-RETRY"


def test_the_next_search_ends_the_offer(driver: AppDriver, sandbox: Sandbox) -> None:
    type_into_box(driver, OTHER_ID)
    driver.app.activate(ActivationRequest(ID))
    assert driver.window.link_bar.isVisible()
    driver.press("Return", driver.window.search.box)
    driver.wait(lambda: driver.shows(OTHER_ID), "what was typed is looked up")
    assert not driver.window.link_bar.isVisible()
    assert asked(sandbox) == [f"/payments/{OTHER_ID}"]


def test_a_link_does_not_mask_what_is_being_read_until_enter_opens_it(driver: AppDriver) -> None:
    driver.show(OTHER_ID)
    driver.press("F8")
    driver.app.activate(ActivationRequest(ID))
    assert driver.shows(OTHER_ID)
    assert driver.window.pages.payment.reveal.on
    assert button(driver.window.link_bar, "Open (Enter)").isEnabled()
    driver.set_language("ko")
    assert driver.window.link_bar.text() == f"다른 프로그램이 {ID} 결제 조회를 요청했습니다."
    driver.press("Return", driver.window.search.box)
    driver.wait(lambda: driver.shows(ID), "the link opens")
    assert not driver.window.pages.payment.reveal.on
    assert not driver.window.link_bar.isVisible()


def test_a_link_does_not_replace_a_question(driver: AppDriver) -> None:
    driver.search("010-1234-5678")
    driver.wait_for(Asking)
    driver.app.activate(ActivationRequest(order_number="010-9876-5432"))
    assert driver.window.link_bar.text() == "Another program asks to open the order ••••••."
    driver.press("Return", driver.window.search.box)  # the answer to the question
    driver.wait_for(Failed, Results)
    assert not driver.window.link_bar.isVisible()


def test_a_request_is_looked_up(driver: AppDriver, sandbox: Sandbox, qtbot: QtBot) -> None:
    driver.app.activate(ActivationRequest(ID))
    qtbot.waitUntil(lambda: driver.shows(ID))
    assert f"/payments/{ID}" in [request.path for request in sandbox.requests]


def test_a_request_means_a_real_payment_even_where_samples_are_shown(
    driver: AppDriver, sandbox: Sandbox, qtbot: QtBot
) -> None:
    driver.app.sessions.enter_sample_mode()
    driver.app.activate(ActivationRequest())
    assert driver.window.windowTitle().endswith("sample payments")
    driver.app.activate(ActivationRequest(ID))
    assert not driver.window.windowTitle().endswith("sample payments")
    qtbot.waitUntil(lambda: driver.shows(ID))
    assert f"/payments/{ID}" in [request.path for request in sandbox.requests]


# Real processes


class Starts:
    """Starts of the app in one home and session, on one sandbox."""

    def __init__(self, home: Path, runtime: Path, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.runtime = runtime
        self.environment = clean_environment(home) | {
            "XDG_RUNTIME_DIR": str(runtime),
            "QT_QPA_PLATFORM": "offscreen",
            "APP_VARIANTS": "key",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        command = [*PROGRAM, "--api-url", self.sandbox.url, *arguments]
        return subprocess.Popen(command, env=self.environment, stderr=subprocess.PIPE)

    @contextmanager
    def window(self, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
        """Start one that opens a window, and wait until it hears later ones."""
        command = [*PROGRAM, "--api-url", self.sandbox.url, *arguments]
        with running(command, self.environment, stderr=subprocess.DEVNULL) as process:
            wait_until(self.listening, "the window listens")
            yield process

    def listening(self) -> bool:
        return any(path.is_socket() for path in self.runtime.glob("iamport-desktop/*"))

    def looked_up(self) -> list[str]:
        return [
            request.path.removeprefix("/payments/")
            for request in self.sandbox.requests
            if "imp_" in request.path
        ]

    def left(self, process: subprocess.Popen[bytes]) -> tuple[int, bytes]:
        """Wait for the end of a start that forwards its request; return its exit code and its error output."""
        try:
            _, errors = process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            pytest.fail("the later start stays")
        return process.returncode, errors


@pytest.fixture
def starts(tmp_path: Path, folder: Path, sandbox: Sandbox) -> Starts:
    if sys.platform != "linux":
        pytest.skip("needs Linux' signals, folders and display")
    return Starts(tmp_path, folder, sandbox)


def test_a_later_start_hands_over_and_leaves(starts: Starts) -> None:
    with starts.window() as first:
        assert starts.left(starts.start()) == (0, b"")
        assert starts.left(starts.start(ID)) == (0, b"")
        wait_until(lambda: starts.looked_up() == [ID], "the window looks it up")
        assert starts.left(starts.start("--", f"iamport-desktop://payment/{OTHER_ID}")) == (0, b"")
        wait_until(lambda: starts.looked_up() == [ID, OTHER_ID], "the window looks the link up")
        assert starts.left(starts.start("ORD-SAMPLE-0002")) == (0, b"")
        wait_until(
            lambda: "/payments/findAll/ORD-SAMPLE-0002" in asked(starts.sandbox),
            "the window looks the order up",
        )
        assert first.poll() is None


def test_what_a_crash_left_is_taken_over(starts: Starts) -> None:
    with starts.window() as first:
        first.send_signal(signal.SIGKILL)
        first.wait()
    assert list(starts.runtime.glob("iamport-desktop/*.lock"))
    stale = next(path for path in starts.runtime.glob("iamport-desktop/*") if path.is_socket()).stat().st_ino
    command = [*PROGRAM, "--api-url", starts.sandbox.url]
    with running(command, starts.environment, stderr=subprocess.DEVNULL) as next_one:

        def replaced() -> bool:
            return any(
                path.is_socket() and path.stat().st_ino != stale for path in starts.runtime.glob("*/*")
            )

        wait_until(replaced, "the next one listens in its place")
        assert starts.left(starts.start(ID)) == (0, b"")
        assert next_one.poll() is None


def test_a_window_that_hangs_gets_a_second_one_beside_it(starts: Starts) -> None:
    with starts.window() as first:
        first.send_signal(signal.SIGSTOP)
        try:
            command = [*PROGRAM, "--api-url", starts.sandbox.url, ID]
            with running(command, starts.environment, stderr=subprocess.DEVNULL) as second:
                wait_until(lambda: starts.looked_up() == [ID], "the second one looks it up itself")
                assert second.poll() is None
        finally:
            first.send_signal(signal.SIGCONT)


@pytest.mark.extended
def test_twenty_starts_at_once_make_one_window(starts: Starts) -> None:
    processes = [starts.start(f"imp_{number}") for number in range(20)]
    try:
        wait_until(
            lambda: sum(process.poll() is not None for process in processes) >= 19, "nineteen leave", 60
        )
        staying = [process for process in processes if process.poll() is None]
        assert len(staying) == 1
        assert {process.returncode for process in processes if process not in staying} == {0}
        assert starts.left(starts.start(ID)) == (0, b"")
        wait_until(lambda: ID in starts.looked_up(), "the one window looks it up")
        assert staying[0].poll() is None
    finally:
        for process in processes:
            process.kill()
            process.communicate()


def test_samples_pictures_and_other_servers_stand_apart(
    starts: Starts, tmp_path: Path, sandbox: Sandbox
) -> None:
    with starts.window():
        picture = tmp_path / "picture.png"
        code, _ = starts.left(starts.start("--demo", "--screenshot", str(picture), ID))
        assert (code, picture.exists()) == (0, True)
        assert starts.looked_up() == []
        with Sandbox() as elsewhere:
            command = [*PROGRAM, "--api-url", elsewhere.url, ID]
            with running(command, starts.environment, stderr=subprocess.DEVNULL):
                wait_until(
                    lambda: f"/payments/{ID}" in [request.path for request in elsewhere.requests],
                    "it asks there",
                )
        assert starts.looked_up() == []


def test_a_session_without_a_folder_still_gets_a_window(starts: Starts) -> None:
    starts.runtime.joinpath("iamport-desktop").write_text("in the way", encoding="ascii")
    command = [*PROGRAM, "--api-url", starts.sandbox.url, ID]
    with running(command, starts.environment, stderr=subprocess.DEVNULL):
        wait_until(lambda: starts.looked_up() == [ID], "the window looks it up")


# A real display


def xdotool(starts: Starts, *arguments: str) -> str:
    command = [require("xdotool", "xdotool"), *arguments]
    return subprocess.run(command, env=starts.environment, capture_output=True, text=True).stdout.strip()


def in_front(starts: Starts) -> str:
    return xdotool(starts, "getactivewindow")


def test_a_link_brings_the_minimised_window_to_the_front(starts: Starts, tmp_path: Path) -> None:
    with display(tmp_path) as name:
        starts.environment |= {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        with starts.window() as first:
            first_window = xdotool(starts, "search", "--sync", "--onlyvisible", "--pid", str(first.pid))
            demo = [*PROGRAM, "--demo"]
            with running(demo, starts.environment, stderr=subprocess.DEVNULL) as samples:
                samples_window = xdotool(
                    starts, "search", "--sync", "--onlyvisible", "--pid", str(samples.pid)
                )
                xdotool(starts, "windowminimize", "--sync", first_window)
                xdotool(starts, "windowactivate", "--sync", samples_window)
                assert starts.left(starts.start(f"iamport-desktop://payment/{ID}")) == (0, b"")
                wait_until(lambda: in_front(starts) == first_window, "the window is in front again")
                assert xdotool(starts, "search", "--onlyvisible", "--pid", str(first.pid)) == first_window
                xdotool(starts, "windowactivate", "--sync", samples_window)
                assert starts.left(starts.start()) == (0, b"")
                wait_until(lambda: in_front(starts) == first_window, "it is in front once more")
        wait_until(lambda: starts.looked_up() == [ID], "the window looks it up")


# The command line


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize(
    "link",
    [
        "iamport-desktop:",
        "iamport-desktop://payment/imp_1?x=\u202e\u0007",
        "IAMPORT-DESKTOP://payment/imp_1",
        "iamport-desktop://payment/" + "x" * 100_000,
        "iamport-desktop://order/" + "x" * 100_000,
        "iamport-desktop://order/ORD-1%E2%80%AE%07",
    ],
)
def test_a_bad_link_is_refused_in_a_sentence(
    lang: str, link: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from iamport_desktop.cli import main

    with pytest.raises(SystemExit) as left:
        main([f"--lang={lang}", link])
    assert left.value.code == 2
    errors = capsys.readouterr().err
    assert ("결제 링크" if lang == "ko" else "not a link to a payment") in errors
    assert "\u202e" not in errors
    assert "\u0007" not in errors
    assert len(errors) < 1000


@pytest.mark.parametrize("more", ["--demo", "--api-url=http://127.0.0.1:9", "imp_2", "--", "--lang=en"])
def test_nothing_may_follow_a_link(more: str, capsys: pytest.CaptureFixture[str]) -> None:
    from iamport_desktop.cli import main

    with pytest.raises(SystemExit) as left:
        main(["--lang=en", "--", f"iamport-desktop://payment/{ID}", more])
    assert left.value.code == 2
    assert "nothing may follow a link" in capsys.readouterr().err
