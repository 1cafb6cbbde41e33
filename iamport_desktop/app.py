"""The composition root: builds every part and connects their signals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from iamport_desktop.activation import ActivationRequest
from iamport_desktop.api.auth import Credentials
from iamport_desktop.api.codes import CodeTables
from iamport_desktop.api.identifiers import Found, ImpUid, recognise
from iamport_desktop.api.origin import Origin
from iamport_desktop.connection import Connection
from iamport_desktop.credentials import CredentialStore
from iamport_desktop.key_access import KeyAccess
from iamport_desktop.keyring_thread import KeyringThread
from iamport_desktop.lookups import Lookups
from iamport_desktop.network import Network
from iamport_desktop.presentation import screens
from iamport_desktop.presentation.hints import hint
from iamport_desktop.presentation.message import Remedy
from iamport_desktop.resources import resource_path
from iamport_desktop.sample_mode import SampleMode
from iamport_desktop.settings import Settings
from iamport_desktop.translation import Translation, as_language
from iamport_desktop.ui.foreground import bring_to_front
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.outfit import Outfit
from iamport_desktop.ui.theme import apply_theme, theme_for


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for. `language` is `ko`, `en`, or "" for the settings'."""

    origin: Origin
    imp_uid: ImpUid | None = None
    demo: bool = False
    language: str = ""
    theme: str = ""
    screenshot: Path | None = None


def now() -> datetime:
    """This computer's time, aware."""
    return datetime.now(UTC)


class App(QObject):
    """The parts, and who tells whom."""

    def __init__(
        self, qt: QApplication, options: Options, settings: Settings, store: CredentialStore
    ) -> None:
        super().__init__()
        self._qt, self._options, self.settings = qt, options, settings
        self._translation = Translation(qt)
        self._codes = CodeTables.load(resource_path("codes"))
        self._samples = SampleMode()
        self.network = Network(self)
        self.lookups = Lookups(self.network, now, self)
        self.key = KeyAccess(options.origin, KeyringThread(store, self), self.network, self)
        self._language = as_language(options.language or settings.language)
        self._translation.use(self._language)
        self.window = MainWindow(self._outfit())
        self._connect()
        self._show_settings()
        self.window.restoreGeometry(settings.geometry)

    def start(self) -> None:
        """Begin with what takes time. Called when the window has been painted once."""
        self.network.start()
        if self._options.demo:
            self.enter_samples()
        else:
            self.key.load()
        if self._options.imp_uid:
            self.search(self._options.imp_uid)

    def save(self) -> None:
        """Write down what the next run shall know."""
        self.settings.geometry = self.window.saveGeometry()
        self.settings.save()

    def _connect(self) -> None:
        window, search, menu = self.window, self.window.search, self.window.menu
        search.submitted.connect(self.search)
        search.cancelled.connect(self.lookups.cancel)
        search.refreshed.connect(self.lookups.refresh)
        search.back.connect(self.lookups.back)
        search.forward.connect(self.lookups.forward)
        window.first_painted.connect(self.start)
        window.sample_chosen.connect(self.search)
        window.banner.action_requested.connect(self.lookups.clear)
        window.remedy_chosen.connect(self._remedy)
        window.first_start.credentials_requested.connect(self._ask_for_key)
        window.first_start.samples_requested.connect(self.enter_samples)
        menu.credentials_requested.connect(self._ask_for_key)
        menu.test_payments_toggled.connect(self._include_test_payments)
        menu.history_toggled.connect(self._keep_history)
        menu.history_cleared.connect(self._clear_history)
        menu.language_chosen.connect(self._speak)
        menu.theme_chosen.connect(self._wear)
        menu.samples_toggled.connect(self._toggle_samples)
        self._qt.styleHints().colorSchemeChanged.connect(self._dress)
        self.lookups.screen_changed.connect(self._show)
        self.key.obtained.connect(self._use_key)
        self.key.missing.connect(lambda: self.lookups.use(None))
        self.key.failed.connect(self.lookups.fail)

    def search(self, text: str) -> None:
        """Look up the imp_uid in `text`; say why where there is not exactly one."""
        recognised = recognise(text)
        if isinstance(recognised, Found):
            self.window.search.show_text(recognised.imp_uid)
            self.lookups.look_up(recognised.imp_uid)
        else:
            self.window.show_note(hint(recognised))

    def activate(self, request: ActivationRequest) -> None:
        """Come to the front for a second start or a link, and look up what it names."""
        bring_to_front(self.window, request.token)
        if request.imp_uid:
            if self._samples.on and not self._options.demo:
                self._toggle_samples()  # another program means a real payment
            self.search(request.imp_uid)

    def enter_samples(self) -> None:
        """Show sample payments in place of real ones."""
        self.lookups.includes_test_payments = True
        connection = self._samples.enter()
        self._show_settings()
        self._use(connection)

    def _toggle_samples(self) -> None:
        if not self._samples.on:
            self.enter_samples()
            return
        self._samples.leave()
        self._show_settings()
        self.lookups.use(None)
        self.key.load()

    def _use_key(self, credentials: Credentials) -> None:
        if not self._samples.on:
            self._use(Connection(self._options.origin, credentials))

    def _use(self, connection: Connection) -> None:
        self.lookups.use(connection)
        self.network.ask("warm-up", connection.warm_up)

    def _ask_for_key(self) -> None:
        self.key.ask(self.window)

    def _remedy(self, remedy: Remedy) -> None:
        match remedy:
            case Remedy.RETRY:
                self.lookups.refresh()
            case Remedy.RELOAD_KEY:
                self.key.load()
            case Remedy.SAMPLES:
                self.lookups.clear()
            case Remedy.CREDENTIALS:
                self._ask_for_key()
            case Remedy.INCLUDE_TEST_PAYMENTS:
                self._include_test_payments(True)
                self.lookups.refresh()

    def _show(self, screen: screens.Screen) -> None:
        if isinstance(screen, screens.Found):
            if not self._samples.on:
                self.settings.remember(screen.imp_uid)
                self._show_settings()
            self.window.search.show_text(screen.imp_uid)
        self.window.show_screen(screen)
        asked = isinstance(screen, screens.Found | screens.Problem) and screen.imp_uid is not None
        self.window.search.set_ways(
            back=self.lookups.can_go_back, forward=self.lookups.can_go_forward, refresh=asked
        )

    def _include_test_payments(self, include: bool) -> None:
        self.settings.include_test_payments = include
        self._show_settings()

    def _keep_history(self, keep: bool) -> None:
        self.settings.keeps_history = keep
        self._show_settings()

    def _clear_history(self) -> None:
        self.settings.clear_history()
        self._show_settings()

    def _speak(self, language: str) -> None:
        self.settings.language = language
        self._language = as_language(language)
        self._translation.use(self._language)
        self._dress()
        self._show_settings()

    def _wear(self, theme: str) -> None:
        self.settings.theme = theme
        self._dress()
        self._show_settings()

    def _dress(self) -> None:
        self.window.dress(self._outfit())

    def _outfit(self) -> Outfit:
        theme = theme_for(self._options.theme or self.settings.theme)
        apply_theme(self._qt, theme)
        return Outfit(self._language, self._codes, theme, now, self._translation.translators)

    def _show_settings(self) -> None:
        settings, samples = self.settings, self._samples
        if not samples.on:
            self.lookups.includes_test_payments = settings.include_test_payments
        self.window.show_samples(samples.samples(self._language))
        self.window.search.offer([] if samples.on else list(settings.history))
        self.window.menu.show_state(
            test_payments=self.lookups.includes_test_payments,
            history=settings.keeps_history,
            language=self._language,
            theme=settings.theme,
            samples=samples.on,
        )
