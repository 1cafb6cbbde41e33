"""Starts Qt, shows the window, and stays until it is closed. What the first paint need not wait for is imported late."""

from __future__ import annotations

import gc
import importlib
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from iamport_desktop import __version__
from iamport_desktop.cli import Options
from iamport_desktop.lookup.state import Failed, FirstStart, Loaded, LookupState, Ready
from iamport_desktop.settings import Settings, default_path
from iamport_desktop.ui.appearance import Appearance
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.theme import apply_font

if TYPE_CHECKING:
    from collections.abc import Callable

    from iamport_desktop.cli import Options
    from iamport_desktop.controllers.app import App
    from iamport_desktop.desktop.crash_reports import CrashReports
    from iamport_desktop.desktop.deep_links import LinkEvents
    from iamport_desktop.desktop.single_instance import InstanceServer, SingleInstance


NOT_WRITTEN = 3  # the command line puts it into words


class Photographer(QObject):
    """Waits for the last screen, saves the picture and ends the program: 0, 1 (the lookup failed) or NOT_WRITTEN."""

    def __init__(self, app: App, options: Options) -> None:
        super().__init__(app)
        self._app, self._options = app, options
        app.lookups.screen_changed.connect(self._look)

    def _look(self, screen: LookupState) -> None:
        # Ready is passed on the way to a lookup; a missing key ends the wait in any case.
        last = Loaded | Failed | FirstStart if self._options.imp_uid else Loaded | Failed | FirstStart | Ready
        if isinstance(screen, last):
            QTimer.singleShot(0, self, lambda: self._take(screen))

    def _take(self, screen: LookupState) -> None:
        failed = isinstance(screen, Failed) or (self._options.imp_uid and not isinstance(screen, Loaded))
        if failed:
            print(self._reason(screen), file=sys.stderr)  # noqa: T201 - the command says why it failed
        saved = self._app.window.grab().save(str(self._options.screenshot), "PNG")
        QApplication.exit(NOT_WRITTEN if not saved else 1 if failed else 0)

    def _reason(self, screen: LookupState) -> str:
        """What the picture says as well."""
        pages = self._app.window.pages
        page = pages.problem if isinstance(screen, Failed) else pages.first_start
        return "\n".join(filter(None, (page.spoken_text(), page.technical.text())))


_MODULES = (
    "iamport_desktop.controllers.app",
    "iamport_desktop.desktop.single_instance",
    "iamport_desktop.application",
)


class Assembly(QObject):
    """Imports on a thread of its own what the app consists of; then `build` builds it, on the thread of the window."""

    _imported = Signal()

    def __init__(self, build: Callable[[], App]) -> None:
        super().__init__()
        self._build = build
        self.app: App | None = None
        self._imported.connect(self._finish)

    def begin(self) -> None:
        """Begin. `app` is there soon after."""
        threading.Thread(target=self._import, name="assembly", daemon=True).start()

    def _import(self) -> None:
        try:
            for each in _MODULES:
                importlib.import_module(each)
        finally:
            self._imported.emit()  # where that failed, `build` fails alike, and is heard

    def _finish(self) -> None:
        gc.freeze()  # what has been imported is not looked through any more
        gc.enable()
        self.app = self._build()
        self.app.start()


Front = tuple[Appearance, MainWindow]

# Seconds for which one thread keeps Python's lock from another. The usual 5 ms, at each step of painting, would let
# the window stand still while other threads import what they need, or read an answer of megabytes.
LOCK_SECONDS = 0.0005


def build_front(qt: QApplication, options: Options, settings: Settings) -> Front:
    """Build it, ready to be shown. What `options` name outdoes the settings."""
    sys.setswitchinterval(LOCK_SECONDS)
    appearance = Appearance(qt, options.language or settings.language, options.theme or settings.theme)
    window = MainWindow()
    window.restoreGeometry(settings.geometry)
    return appearance, window


pass
pass


def launch(options: Options, crashes: CrashReports, instance: SingleInstance | None = None) -> int:
    """Run the window; return the exit code. The caller then leaves the process at once.

    The window tells of `crashes`. Later starts are heard where this process is first at `instance`.
    """
    # `setStyle` would return Qt's style object, whose Python class takes 5 ms to be made.
    qt = QApplication([sys.argv[0], "-style", "Fusion"])
    qt.setApplicationName("iamport-desktop")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("iamport-desktop")
    apply_font(qt)
    if not (options.demo or options.screenshot):
        return _Run(qt, options, Settings(default_path()), crashes, instance).run()
    # Samples and pictures look the same on every desk, and leave nothing behind.
    with tempfile.TemporaryDirectory(prefix="iamport-desktop-") as folder:
        return _Run(qt, options, Settings(Path(folder) / "settings.ini"), crashes).run()


class _Run(QObject):
    """From the first paint to the end. The app is put together behind the paint."""

    def __init__(
        self,
        qt: QApplication,
        options: Options,
        settings: Settings,
        crashes: CrashReports,
        instance: SingleInstance | None = None,
    ) -> None:
        super().__init__()
        self._qt, self._options, self._settings = qt, options, settings
        self._crashes, self._instance = crashes, instance
        self._server: InstanceServer | None = None
        self._links = self._link_events()
        self._front = _, self._window = build_front(qt, options, settings)
        self._assembly = Assembly(self._build)
        self._window.first_painted.connect(self._assembly.begin)
        crashes.written.connect(self._tell_of_trouble)

    def run(self) -> int:
        """Show the window; return the exit code when it is closed."""
        self._window.show()
        code = self._qt.exec()
        if self._server:
            self._server.close()
        if self._assembly.app and not self._options.screenshot:
            self._assembly.app.save()
        return code

    def _tell_of_trouble(self, report: str) -> None:
        """Of what keeps the app from being put together; the app tells of the rest itself."""
        if self._assembly.app:
            return
        if self._options.screenshot:
            self._qt.exit(1)
        else:
            from iamport_desktop.presentation.notices import crash_message

            self._window.starting.show_failure(crash_message(report))

    def _link_events(self) -> LinkEvents | None:
        """Only on macOS, which delivers links so, the first one before the app is there."""
        if sys.platform == "darwin":  # a filter costs something at every event
            from iamport_desktop.desktop.deep_links import LinkEvents

            links = LinkEvents(self)
            self._qt.installEventFilter(links)
            return links
        return None

    def _build(self) -> App:
        import signal

        from PySide6.QtCore import Qt

        from iamport_desktop.controllers.app import App
        from iamport_desktop.desktop.keyring import CredentialStore
        from iamport_desktop.ui.widgets.icons import app_icon

        self._qt.setWindowIcon(app_icon())
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the program
        app = App(self._qt, self._options, self._settings, CredentialStore(), front=self._front)
        self._crashes.written.connect(app.tell_of_trouble, Qt.ConnectionType.QueuedConnection)
        if self._crashes.earlier:
            app.tell_of_earlier_trouble(str(self._crashes.earlier))
        if self._options.screenshot:
            pass

            Photographer(app, self._options)
        if self._links:
            self._links.hand_to(app.activate)
        if self._instance and self._instance.is_first:
            self._server = _hear_later_starts(app, self._instance)
        return app


def _hear_later_starts(app: App, instance: SingleInstance) -> InstanceServer:
    from iamport_desktop.desktop.single_instance import InstanceServer

    server = InstanceServer(instance, app)
    server.requested.connect(app.activate)
    server.listen()  # a start that came before this waits
    return server
