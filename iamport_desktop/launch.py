"""Starts Qt, shows the window, and stays until it is closed."""

from __future__ import annotations

import signal
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from iamport_desktop import __version__
from iamport_desktop.app import App, Options
from iamport_desktop.crash import CrashReports
from iamport_desktop.credentials import CredentialStore
from iamport_desktop.instance import SingleInstance
from iamport_desktop.instance_server import InstanceServer
from iamport_desktop.link_events import LinkEvents
from iamport_desktop.screenshot import Photographer
from iamport_desktop.settings import Settings, default_path
from iamport_desktop.ui.icons import app_icon
from iamport_desktop.ui.theme import apply_font


def launch(options: Options, crashes: CrashReports, instance: SingleInstance | None = None) -> int:
    """Run the window; return the exit code. The caller then leaves the process at once.

    The window tells of `crashes`. Later starts are heard where this process is first at `instance`.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the program
    qt = QApplication([sys.argv[0]])
    qt.setApplicationName("iamport-desktop")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("iamport-desktop")
    qt.setStyle("Fusion")
    qt.setWindowIcon(app_icon())
    apply_font(qt)
    if not (options.demo or options.screenshot):
        return _run(qt, options, Settings(default_path()), crashes, instance)
    # Samples and pictures look the same on every desk, and leave nothing behind.
    with tempfile.TemporaryDirectory(prefix="iamport-desktop-") as folder:
        return _run(qt, options, Settings(Path(folder) / "settings.ini"), crashes)


def _run(
    qt: QApplication,
    options: Options,
    settings: Settings,
    crashes: CrashReports,
    instance: SingleInstance | None = None,
) -> int:
    app = App(qt, options, settings, CredentialStore())
    crashes.written.connect(app.tell_of_trouble, Qt.ConnectionType.QueuedConnection)
    if crashes.earlier:
        app.tell_of_earlier_trouble(str(crashes.earlier))
    photographer = Photographer(app, options) if options.screenshot else None
    if sys.platform == "darwin":  # only there; a filter costs something at every event
        links = LinkEvents(app)
        links.requested.connect(app.activate)
        qt.installEventFilter(links)
    server = _hear_later_starts(app, instance) if instance and instance.is_first else None
    app.window.show()
    code = qt.exec()
    if server:
        server.close()
    if photographer is None:
        app.save()
    return code


def _hear_later_starts(app: App, instance: SingleInstance) -> InstanceServer:
    server = InstanceServer(instance, app)
    server.requested.connect(app.activate)
    app.window.first_painted.connect(server.listen)  # a start that comes before that waits
    return server
