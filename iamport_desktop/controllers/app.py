"""The composition root: builds every part and connects their signals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.identifiers import Recognition
from iamport_desktop.api.origin import Origin
from iamport_desktop.application import Front, build_front
from iamport_desktop.cli import Options
from iamport_desktop.controllers.credentials import CredentialsController
from iamport_desktop.controllers.preferences import Preferences
from iamport_desktop.controllers.sample_mode import SampleMode
from iamport_desktop.controllers.watch import WatchController
from iamport_desktop.desktop.browser import LinkOpener
from iamport_desktop.desktop.foreground import activate_window
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.desktop.keyring.worker import KeyringWorker
from iamport_desktop.desktop.single_instance import ActivationRequest
from iamport_desktop.lookup import state
from iamport_desktop.lookup.controller import LookupController, Searching
from iamport_desktop.lookup.follow_ups import FollowUps
from iamport_desktop.lookup.session import Connection, ConnectionWarmer
from iamport_desktop.lookup.watcher import PaymentWatcher
from iamport_desktop.lookup.worker import ApiWorker
from iamport_desktop.presentation.messages.message import Remedy
from iamport_desktop.presentation.notices import crash_message, input_feedback, previous_crash_message
from iamport_desktop.settings import Settings
from iamport_desktop.ui import shortcuts

translate = QCoreApplication.translate


def now() -> datetime:
    """This computer's time, aware."""
    return datetime.now(UTC)


class App(QObject):
    """The parts, and who tells whom."""

    def __init__(
        self,
        qt: QApplication,
        options: Options,
        settings: Settings,
        store: CredentialStore,
        *,
        front: Front | None = None,
        now: Callable[[], datetime] = now,
    ) -> None:
        """`front` is painted already; without one, the window is built, and work begins with its first paint."""
        super().__init__()
        self._options, self.settings = options, settings
        self._samples = SampleMode()
        # No parent takes these three along: a thread of theirs that is still at work would meet a dead object.
        self.network, self.links, keyring = ApiWorker(), LinkOpener(), KeyringWorker(store)
        self.lookups = LookupController(self.network, now, self)
        self.searching = Searching(self.lookups, self)
        self.follow_ups = FollowUps(self.network, self)
        self.watching = PaymentWatcher(self.network, now, self)
        self.warmth = ConnectionWarmer(self.network, self)
        self.key = CredentialsController(options.origin, keyring, self.network, self)
        appearance, self.window = front or build_front(qt, options, settings)
        self.preferences = Preferences(qt, appearance, settings, now, allow_capture=options.allow_capture)
        self.window.build_pages(self.preferences.format_context, appearance.translators)
        shortcuts.install_shortcuts(self.window)
        self._shown: state.LookupState = self.lookups.screen
        self.watch_desk = WatchController(
            self.watching, self.lookups, self.window, self.preferences.format_context
        )
        self._connect_search()
        self._connect_menu()
        self._connect_key()
        self._update_choices()
        if not front:
            self.window.first_painted.connect(self.start)

    def start(self) -> None:
        """Begin with what takes time. Called when the window has been painted once."""
        self.network.start()
        if self._options.demo:
            self.enter_samples()
        else:
            self.key.load()
        if self._options.imp_uid:
            self.searching.open(self._options.imp_uid)
        if early := self.window.take_early_search():
            self.searching.submit(early)

    def save(self) -> None:
        """Write down what the next run shall know."""
        self.settings.geometry = self.window.saveGeometry()
        self.settings.save()

    def activate(self, request: ActivationRequest) -> None:
        """Come to the front for a second start or a link, and look up what it names."""
        activate_window(self.window, request.token)
        if request.imp_uid:
            if self._samples.on and not self._options.demo:
                self._leave_samples()  # another program means a real payment
            self.searching.open(request.imp_uid)

    def tell_of_trouble(self, report: str) -> None:
        """Say that something went wrong in the app itself; `report` is the report's path, or ""."""
        screen = self.lookups.screen
        if screen is not self._shown:  # half of it stands there, and the other half may be another payment's
            asks = state.Loading | state.Result | state.Failed
            subject = screen.subject if isinstance(screen, asks) else None
            self.window.show_state(state.Failed(subject, RuntimeError()))
        self.window.show_crash(partial(crash_message, report))

    def tell_of_earlier_trouble(self, report: str) -> None:
        """Say that the app died the last time; `report` is the report's path."""
        self.window.show_crash(partial(previous_crash_message, report))

    def _connect_search(self) -> None:
        window, pages, bar = self.window, self.window.pages, self.window.search
        bar.submitted.connect(self.searching.submit)
        bar.edited.connect(self.searching.withdraw_offer)
        bar.edited.connect(self.warmth.somebody_types)
        bar.cancelled.connect(self.lookups.cancel)
        bar.refreshed.connect(self.lookups.refresh)
        bar.back.connect(self.lookups.back)
        bar.forward.connect(self.lookups.forward)
        window.note.action_requested.connect(self.searching.accept_offer)
        window.watch_bars.open_requested.connect(self.searching.submit)
        pages.payment_chosen.connect(self.searching.submit)
        pages.remedy_chosen.connect(self._remedy)
        window.sample_bar.action_requested.connect(self.lookups.clear)
        self.searching.recognised.connect(bar.show_text)
        self.searching.rejected.connect(self._show_input_feedback)
        self.lookups.screen_changed.connect(self._show)
        self.lookups.screen_changed.connect(self.follow_ups.follow)
        self.follow_ups.answered.connect(window.add_follow_up)
        pages.link_activated.connect(self.links.open)
        self.links.failed.connect(self._tell_no_browser)

    def _connect_menu(self) -> None:
        menu, preferences = self.window.menu, self.preferences
        menu.credentials_requested.connect(self._ask_for_key)
        menu.test_payments_toggled.connect(preferences.set_include_test_payments)
        menu.captures_toggled.connect(preferences.set_hides_from_captures)
        menu.history_toggled.connect(preferences.set_keeps_history)
        menu.history_cleared.connect(preferences.clear_history)
        menu.language_chosen.connect(preferences.set_language)
        menu.theme_chosen.connect(preferences.set_theme)
        menu.samples_toggled.connect(self._toggle_samples)
        preferences.changed.connect(self._update_choices)

    def _connect_key(self) -> None:
        self.window.pages.credentials_requested.connect(self._ask_for_key)
        self.window.pages.samples_requested.connect(self.enter_samples)
        self.key.obtained.connect(self._use_key)
        self.key.missing.connect(self._miss_key)
        self.key.failed.connect(self.lookups.fail)

    def enter_samples(self) -> None:
        """Show sample payments in place of real ones."""
        origin, credentials = self._samples.enter()
        self._update_samples()
        self._use(origin, credentials)

    def _leave_samples(self) -> None:
        self._samples.leave()
        self._update_samples()
        self._use_none()
        self.key.load()

    def _toggle_samples(self) -> None:
        if self._samples.on:
            self._leave_samples()
        else:
            self.enter_samples()

    def _ask_for_key(self) -> None:
        self.key.ask(self.window)

    def _use_key(self, credentials: Credentials) -> None:
        if not self._samples.on:
            self._use(self._options.origin, credentials)

    def _miss_key(self) -> None:
        if not self._samples.on:  # the keyring may answer late
            self._use_none()

    def _use(self, origin: Origin, credentials: Credentials) -> None:
        connection = Connection(origin, credentials)
        self.follow_ups.use(Connection(origin, credentials))
        self.watching.use(Connection(origin, credentials))
        self.lookups.use(connection)
        self.warmth.use(connection)

    def _use_none(self) -> None:
        self.follow_ups.use(None)
        self.watching.use(None)
        self.warmth.use(None)
        self.lookups.use(None)

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
                self.preferences.set_include_test_payments(True)
                self.lookups.refresh()

    def _show_input_feedback(self, recognition: Recognition, offers_order: bool) -> None:
        self.window.show_note(
            partial(input_feedback, recognition), _order_search_text if offers_order else None
        )

    def _tell_no_browser(self) -> None:
        self.window.show_note(_no_browser_text)

    def _show(self, screen: state.LookupState) -> None:
        if isinstance(screen, state.Loaded):
            if not self._samples.on:
                self.preferences.remember(screen.imp_uid)
            self.window.search.show_result(screen.imp_uid)
        self.window.show_state(screen)
        self.window.search.set_enabled(
            back=self.lookups.can_go_back,
            forward=self.lookups.can_go_forward,
            refresh=self.lookups.can_refresh,
        )
        self._shown = screen

    def _update_samples(self) -> None:
        self.window.set_samples(self._sample_texts if self._samples.on else None)
        self._update_choices()

    def _sample_texts(self) -> list[tuple[str, str]]:
        return self._samples.samples(self.preferences.format_context().language)

    def _update_choices(self) -> None:
        """Bring the menu and the completions up to date."""
        samples = self._samples.on
        self.lookups.includes_test_payments = samples or self.preferences.include_test_payments
        self.window.search.box.set_completions([] if samples else list(self.preferences.history))
        self.window.menu.show_state(self.preferences.menu_state(samples=samples))


def _order_search_text() -> str:
    return translate("App", "Search as order number (Enter)")


def _no_browser_text() -> str:
    return translate(
        "App", "No browser opened the link. Copy it with the button beside it and open it elsewhere."
    )
