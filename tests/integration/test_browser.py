"""A receipt's link reaches the default browser, byte for byte."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, Qt, QThread, QTimer, QUrl
from pytestqt.qtbot import QtBot

from iamport_desktop.api.origin import parse_origin
from iamport_desktop.desktop.browser import LinkNotOpened, LinkOpener, child_environment
from tests.support.browser import Browser, default_browser
from tools.programs import PATIENCE, clean_environment, require, wait_until
from tools.xvfb import display

linux = pytest.mark.skipif(sys.platform != "linux", reason="xdg-open is Linux's")

# What PGs put there, and what QUrl rewrites.
PATH = "/receipt/x?data=a+b%2Bc/d==&q=%7E%2b&r=%2f%20*()~&t="
PATH_OF_LARGE_LETTERS = "/receipt/x?data=a+b%2Bc/d==&r=%2F%20&t="


@contextmanager
def receipt_server() -> Iterator[tuple[str, "Queue[tuple[str, str]]"]]:
    """Serve a page; yield its origin, and each request's path and User-Agent as they came."""
    seen: Queue[tuple[str, str]] = Queue()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.startswith("/receipt"):
                seen.put((self.path, self.headers["User-Agent"]))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<title>receipt</title>")

        def log_message(self, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", seen
        finally:
            server.shutdown()
            thread.join()


def live_in(home: Path, monkeypatch: pytest.MonkeyPatch, **more: str) -> None:
    """Join this process to the session of `home`."""
    environment = clean_environment(home) | more
    for name in os.environ.keys() - environment.keys():
        monkeypatch.delenv(name)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)


@linux
@pytest.mark.extended
def test_a_receipt_reaches_a_real_browser_unchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    require("xdg-open", "xdg-utils")
    with (
        display(tmp_path) as screen,
        receipt_server() as (origin, seen),
        default_browser(tmp_path) as browser,
    ):
        sent = PATH if browser is Browser.CHROMIUM else PATH_OF_LARGE_LETTERS
        live_in(tmp_path, monkeypatch, DISPLAY=screen)
        opener = LinkOpener(lambda: parse_origin(origin))
        failures: list[LinkNotOpened] = []
        opener.failed.connect(failures.append)
        opener.open(origin + sent)
        wait_until(lambda: not seen.empty(), "the browser asks for the receipt", patience=60)
        path, user_agent = seen.get()
        QCoreApplication.processEvents()
        assert not failures
    assert path == sent
    assert "Chrome" in user_agent


def test_qurl_would_have_changed_it() -> None:
    # The reason for not using QDesktopServices; when this fails, the reason is gone.
    url = "https://Example.com" + PATH
    assert bytes(QUrl(url, QUrl.ParsingMode.StrictMode).toEncoded().data()) != url.encode()


@pytest.fixture
def fake_opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the only folder in PATH, for an xdg-open of the test."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def put_opener(folder: Path, script: str) -> None:
    opener = folder / "xdg-open"
    opener.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    opener.chmod(0o755)


@linux
def test_the_opener_gets_the_link_as_one_untouched_argument(fake_opener: Path) -> None:
    url = "https://Example.com" + PATH + "상품$(id);&#x"
    put_opener(
        fake_opener,
        f'printf "%s\\n" "$@" > {fake_opener}/new && exec /bin/mv {fake_opener}/new {fake_opener}/got',
    )
    LinkOpener().open(url)
    wait_until((fake_opener / "got").exists, "the opener is started")
    assert (fake_opener / "got").read_text(encoding="utf-8") == url + "\n"


@linux
def test_without_an_opener_the_failure_arrives(fake_opener: Path, qtbot: QtBot) -> None:
    opener = LinkOpener()
    with qtbot.waitSignal(opener.failed) as failed:
        opener.open("https://example.com/r")
    (failure,) = failed.args
    assert isinstance(failure, LinkNotOpened)
    assert failure.url == "https://example.com/r"
    assert "xdg-open" in failure.detail


@linux
def test_without_a_browser_the_failure_arrives_on_the_ui_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    # The real xdg-open; this person's only browser was uninstalled.
    require("xdg-open", "xdg-utils")
    live_in(tmp_path, monkeypatch, BROWSER="uninstalled-browser")
    opener = LinkOpener()
    heard_on: list[QThread] = []
    direct = Qt.ConnectionType.DirectConnection  # hears it on the thread that says it
    opener.failed.connect(lambda failure: heard_on.append(QThread.currentThread()), direct)
    with qtbot.waitSignal(opener.failed, timeout=int(PATIENCE * 1000)) as failed:
        opener.open("https://example.com/r")
    assert failed.args[0].detail == "xdg-open ended with 3"
    assert heard_on == [opener.thread()]


@linux
def test_a_browser_that_stays_in_the_foreground_holds_nothing_up(fake_opener: Path, qtbot: QtBot) -> None:
    os.mkfifo(fake_opener / "end")
    put_opener(fake_opener, f"read _ < {fake_opener}/end; exit 0")
    opener = LinkOpener()
    beats: list[None] = []
    pulse = QTimer(interval=5)
    pulse.timeout.connect(lambda: beats.append(None))
    pulse.start()
    opener.open("https://example.com/r")
    qtbot.waitUntil(lambda: len(beats) >= 10)
    with (fake_opener / "end").open("w") as end:  # waits for the opener to be there
        end.write("\n")
    join_openers()


def join_openers() -> None:
    for thread in threading.enumerate():
        if thread.name == "link":
            thread.join(PATIENCE)


@linux
def test_a_failure_after_the_window_is_gone_does_no_harm(fake_opener: Path, qtbot: QtBot) -> None:
    os.mkfifo(fake_opener / "end")
    put_opener(fake_opener, f"read _ < {fake_opener}/end; exit 4")
    opener = LinkOpener()
    opener.open("https://example.com/r")
    end = (fake_opener / "end").open("w")
    shiboken6.delete(opener)
    end.close()
    join_openers()  # an exception on the thread would fail the test


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "https://a\\@b/", "http://127.0.0.1/r", ""]
)
def test_what_may_not_be_opened_never_reaches_the_opener(fake_opener: Path, url: str) -> None:
    put_opener(fake_opener, f"> {fake_opener}/got")
    with pytest.raises(ValueError, match="is not opened"):
        LinkOpener().open(url)
    assert not [thread for thread in threading.enumerate() if thread.name == "link"]


BUNDLED = {
    "HOME": "/srv/desk",
    "LD_LIBRARY_PATH": "/opt/iamport-desktop/_internal",
    "QT_PLUGIN_PATH": "/opt/iamport-desktop/_internal/plugins",
    "QML2_IMPORT_PATH": "/opt/iamport-desktop/_internal/qml",
    "_PYI_ARCHIVE_FILE": "/opt/iamport-desktop/iamport-desktop",
    "_PYI_PARENT_PROCESS_LEVEL": "1",
    "_MEIPASS2": "/opt/iamport-desktop/_internal",
}


def test_a_browser_started_from_the_bundle_gets_none_of_the_bundle() -> None:
    assert child_environment(BUNDLED, frozen=True) == {"HOME": "/srv/desk"}


def test_it_gets_the_persons_own_library_path_back() -> None:
    child = child_environment(BUNDLED | {"LD_LIBRARY_PATH_ORIG": "/srv/desk/lib"}, frozen=True)
    assert child == {"HOME": "/srv/desk", "LD_LIBRARY_PATH": "/srv/desk/lib"}


def test_outside_a_bundle_the_environment_is_the_persons_own() -> None:
    assert child_environment(BUNDLED, frozen=False) == BUNDLED
    assert child_environment(BUNDLED) == BUNDLED
