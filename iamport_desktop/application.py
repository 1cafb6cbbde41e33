"""The window and its event loop: the window is painted first, and everything behind it is built after that."""

from __future__ import annotations

import gc
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from iamport_desktop import __version__
from iamport_desktop.desktop.crash_reports import CrashReports
from iamport_desktop.desktop.deep_links import LinkEvents
from iamport_desktop.desktop.single_instance import InstanceServer, SingleInstance
from iamport_desktop.resources import resource_path
from iamport_desktop.settings import Options, Settings, default_path
from iamport_desktop.ui.appearance import Appearance
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.theme import apply_font

if TYPE_CHECKING:
    from iamport_desktop.api.clock import ServerClock
    from iamport_desktop.controllers.app import AppController
    from iamport_desktop.desktop.keyring import CredentialStore
    from iamport_desktop.domain.rules import Rules


def run(options: Options, crash_reports: CrashReports, instance: SingleInstance | None) -> int:
    """Open the window, and return the exit code when it is closed. The caller then ends the process at once.

    `instance` is None where no later start is to be received.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the program
    qt = create_qt_application()
    with _open_settings(options) as settings:
        application = Application(qt, options, settings)
        application.show_crashes(crash_reports)
        application.receive_links()
        if instance and instance.is_acquired:
            application.receive_later_starts(instance)
        application.ready.connect(shorten_pauses)
        application.window.show()
        code = qt.exec()
        application.close()
    return code


def create_qt_application() -> QApplication:
    """Create the QApplication, as every widget expects it."""
    qt = QApplication([sys.argv[0], "-style", "Fusion"])
    qt.setApplicationName("iamport-desktop")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("iamport-desktop")
    apply_font(qt)
    return qt


def shorten_pauses() -> None:
    """Have Python hold up the window for less long, from now on.

    What was imported is left out of garbage collections, and they are seldom. Painting takes Python's lock for each
    label: while an answer is parsed on the other thread, it waits for this long each time.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    sys.setswitchinterval(0.0005)


@contextmanager
def _open_settings(options: Options) -> Iterator[Settings]:
    if not options.is_ephemeral:
        yield Settings(default_path())
        return
    with tempfile.TemporaryDirectory(prefix="iamport-desktop-") as folder:
        yield Settings(Path(folder) / "settings.ini")


class Application(QObject):
    """The window, and the `app` behind it, which is built after the first paint. `ready` is emitted then."""

    ready = Signal()

    def __init__(
        self,
        qt: QApplication,
        options: Options,
        settings: Settings,
        store: CredentialStore | None = None,
        clock: ServerClock | None = None,
    ) -> None:
        """`options` override `settings`. `store` is the operating system's keyring unless given.

        `clock` falls back to this computer's time unless given.
        """
        super().__init__()
        self._qt, self._options, self._settings = qt, options, settings
        self._store, self._clock = store, clock
        self._app: AppController | None = None
        self._links: LinkEvents | None = None
        self._server: InstanceServer | None = None
        self._appearance = Appearance(
            qt, options.language or settings.language, options.theme or settings.theme
        )
        self.window = MainWindow()
        if not options.screenshot:  # a picture has the same size on every screen
            self.window.fit_to_screen(settings.geometry)
        self.window.first_painted.connect(self._import_app)

    @property
    def app(self) -> AppController:
        """What is behind the window. Raises RuntimeError before `ready`."""
        if self._app is None:
            raise RuntimeError("the app is not built yet")
        return self._app

    def show_crashes(self, crash_reports: CrashReports) -> None:
        """Show in the window that a report was written, now or when the last run ended."""
        crash_reports.written.connect(self._on_crash)
        if previous := crash_reports.earlier:
            self.ready.connect(lambda: self.app.show_previous_crash(str(previous)))

    def receive_links(self) -> None:
        """Open the links that macOS delivers as events, perhaps before `ready`."""
        if sys.platform == "darwin":  # an event filter sees every event
            self._links = LinkEvents(self)
            self._qt.installEventFilter(self._links)

    def receive_later_starts(self, instance: SingleInstance) -> None:
        """Do what later starts of the program ask for, from `ready` on; until then they wait."""
        self.ready.connect(lambda: self._listen(instance))

    def close(self) -> None:
        """Save the settings and stop receiving later starts, after the window was closed."""
        if self._server:
            self._server.close()
        if self._app and not self._options.screenshot:
            self._app.save()

    def _import_app(self) -> None:
        """Import what the first paint does not need. Pending events are handled before each further step."""
        import iamport_desktop.controllers.app  # noqa: F401

        QTimer.singleShot(0, self._load_rules)

    def _load_rules(self) -> None:
        from iamport_desktop.domain.rules import Rules

        rules = Rules.load(resource_path())
        QTimer.singleShot(0, self, lambda: self._build(rules))

    def _build(self, rules: Rules) -> None:
        from iamport_desktop.api.clock import ServerClock
        from iamport_desktop.controllers.app import AppController
        from iamport_desktop.controllers.screenshot import ScreenshotTaker
        from iamport_desktop.desktop.keyring import CredentialStore
        from iamport_desktop.ui.widgets.icons import app_icon

        self._qt.setWindowIcon(app_icon())
        store, clock = self._store or CredentialStore(), self._clock or ServerClock()
        app = AppController(
            self._qt, self.window, self._appearance, self._options, self._settings, store, clock, rules
        )
        if self._options.screenshot:
            ScreenshotTaker(
                app,
                self._options.screenshot,
                wants_payment=bool(self._options.imp_uid or self._options.order_number),
            )
        self._app = app
        QTimer.singleShot(0, self, lambda: self._start(app))

    def _start(self, app: AppController) -> None:
        app.start()
        if self._links:
            self._links.deliver_to(app.activate)
        self.ready.emit()

    def _listen(self, instance: SingleInstance) -> None:
        self._server = InstanceServer(instance, self)
        self._server.requested.connect(self.app.activate)
        self._server.listen()

    def _on_crash(self, report: str) -> None:
        # In a turn of its own: the report may have been written in the middle of painting.
        QTimer.singleShot(0, self, lambda: self._show_crash(report))

    def _show_crash(self, report: str) -> None:
        if self._app:
            self._app.show_crash(report)
        elif self._options.screenshot:
            self._qt.exit(1)
        else:
            from iamport_desktop.presentation.notices import crash_message  # which only a crash needs

            self.window.starting.show_failure(crash_message(report))
