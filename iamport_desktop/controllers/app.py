"""The app behind the window: builds every part, connects them, and answers the window's requests."""

from __future__ import annotations

import threading
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from iamport_desktop import __version__
from iamport_desktop.api.clock import ServerClock
from iamport_desktop.api.origin import PORTONE, Origin
from iamport_desktop.controllers.credentials import CredentialsController
from iamport_desktop.controllers.links import LinkController
from iamport_desktop.controllers.preferences import Preferences
from iamport_desktop.controllers.sessions import SessionController
from iamport_desktop.controllers.watch import WatchController
from iamport_desktop.desktop.browser import LinkOpener
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.desktop.keyring.worker import KeyringWorker
from iamport_desktop.desktop.single_instance import ActivationRequest
from iamport_desktop.diagnostics import diagnostics
from iamport_desktop.domain.personal_data import find_personal_data
from iamport_desktop.domain.rules import Rules
from iamport_desktop.lookup.controller import LookupController, search_text
from iamport_desktop.lookup.follow_ups import FollowUps
from iamport_desktop.lookup.state import Failed, Loaded, Loading, LookupState, Results, WatchedPayment
from iamport_desktop.lookup.watcher import PaymentWatcher
from iamport_desktop.lookup.worker import ApiWorker
from iamport_desktop.presentation.messages.message import Remedy
from iamport_desktop.presentation.notices import crash_message, desk_clock_message, previous_crash_message
from iamport_desktop.resources import license_text
from iamport_desktop.settings import Options, Settings
from iamport_desktop.ui.appearance import Appearance
from iamport_desktop.ui.dialogs.about import AboutDialog
from iamport_desktop.ui.keyboard import install_shortcuts
from iamport_desktop.ui.main_window import MainWindow

translate = QCoreApplication.translate

# Within this, no age and no deadline is told wrongly enough to matter.
DESK_CLOCK_TOLERANCE = timedelta(minutes=3)


class AppController(QObject):
    """All parts of the app. `start` begins the work."""

    _last_error: BaseException | None = None  # that a lookup ended with

    def __init__(
        self,
        qt: QApplication,
        window: MainWindow,
        appearance: Appearance,
        options: Options,
        settings: Settings,
        store: CredentialStore,
        clock: ServerClock,
        rules: Rules,
    ) -> None:
        """`window` has no pages yet. `store` holds the key. Ages and deadlines are measured by `clock`."""
        super().__init__()
        self.window, self._options, self.settings = window, options, settings
        # No QObject parent: their threads may outlive the window and must not emit on a deleted object.
        self.worker, self.links, keyring = ApiWorker(), LinkOpener(self._api), KeyringWorker()
        self.clock, self._rules = clock, rules
        self.lookups = LookupController(clock.now, rules, self)
        self.follow_ups = FollowUps(clock.now, rules, self)
        self.watcher = PaymentWatcher(clock.now, rules, self)
        self.credentials = CredentialsController(options.origin, store, keyring, self.worker, clock.now, self)
        self.sessions = SessionController(
            options.origin,
            self.worker,
            self.credentials,
            self.lookups,
            self.follow_ups,
            self.watcher,
            clock,
            self,
        )
        self.preferences = Preferences(
            qt, appearance, settings, clock.now, rules, self._api, allow_capture=options.allow_capture
        )
        window.set_foreign_address("" if options.origin == PORTONE else str(options.origin))
        window.build_pages(self.preferences.format_context, appearance.translators)
        install_shortcuts(window)
        self._watch = WatchController(self.watcher, self.lookups, window, self.preferences.format_context)
        self._deep_links = LinkController(self.lookups, self.sessions, window, demo=options.demo)
        self._shown_state, self._desk_clock_was_checked = self.lookups.state, False
        self._early_search = self.window.take_early_search()
        self._connect_search()
        self._connect_pages()
        self._connect_menu()
        self._update_choices()

    def start(self) -> None:
        """Load the key, or enter the sample mode, and look up what the start asked for."""
        self.worker.start()
        threading.Thread(target=self._rules.warm_up, name="rules", daemon=True).start()
        if self._options.demo:
            self.sessions.enter_sample_mode()
        else:
            self.credentials.load()
        self._deep_links.open(
            ActivationRequest(self._options.imp_uid, order_number=self._options.order_number)
        )
        if self._early_search:
            self.lookups.search(self._early_search)

    def save(self) -> None:
        """Save the settings."""
        self.settings.geometry = self.window.saveGeometry()
        self.settings.save()

    def activate(self, request: ActivationRequest) -> None:
        """Bring the window to the front for a later start or a link, and look up what it names, or offer to."""
        self._deep_links.receive(request)

    def show_crash(self, report: str) -> None:
        """Show that the app failed; `report` is the path of the report, "" where none could be written."""
        state = self.lookups.state
        if state is not self._shown_state:  # shown in part; the rest may be another payment's
            subject = state.subject if isinstance(state, Loading | Loaded | Results | Failed) else None
            self.window.show_state(Failed(subject, RuntimeError()))
        self.window.show_crash(partial(crash_message, report))

    def show_previous_crash(self, report: str) -> None:
        """Show that the app crashed in its last run; `report` is the path of the report."""
        self.window.show_crash(partial(previous_crash_message, report))

    def _api(self) -> Origin:
        """Return the API that is asked."""
        return self.sessions.api

    def _connect_search(self) -> None:
        bar, lookups = self.window.search, self.lookups
        bar.edited.connect(lookups.on_text_edited)
        bar.cancelled.connect(lookups.cancel)
        self.window.pages.cancelled.connect(lookups.cancel)
        bar.refreshed.connect(lookups.refresh)
        bar.back.connect(lookups.back)
        bar.forward.connect(lookups.forward)
        lookups.recognised.connect(bar.show_text)
        lookups.state_changed.connect(self._show_state)
        lookups.state_changed.connect(self.follow_ups.follow)
        self.follow_ups.answered.connect(self.window.add_follow_up)
        self.follow_ups.other_attempts_changed.connect(self.window.show_other_attempts)

    def _connect_pages(self) -> None:
        window, pages = self.window, self.window.pages
        pages.payment_chosen.connect(self.lookups.search)
        pages.remedy_chosen.connect(self._apply_remedy)
        pages.credentials_requested.connect(self.open_credentials_dialog)
        pages.samples_requested.connect(self.sessions.enter_sample_mode)
        pages.step_requested.connect(self.lookups.step_in_list)
        pages.link_activated.connect(self.links.open)
        self.credentials.link_activated.connect(self.links.open)
        self.links.failed.connect(lambda: self.window.show_note(_no_browser_text))
        self._watch.open_requested.connect(self._open_watched)
        window.sample_bar.action_requested.connect(self.lookups.clear)
        window.sample_bar.leave_requested.connect(self.sessions.leave_sample_mode)
        self.sessions.sample_mode_changed.connect(self._on_sample_mode_changed)

    def _connect_menu(self) -> None:
        menu, preferences = self.window.menu, self.preferences
        menu.credentials_requested.connect(self.open_credentials_dialog)
        menu.settings_requested.connect(lambda: preferences.open_dialog(self.window))
        menu.about_requested.connect(self.open_about_dialog)
        menu.samples_toggled.connect(self.sessions.toggle_sample_mode)
        preferences.changed.connect(self._update_choices)

    def open_credentials_dialog(self) -> None:
        """Open the dialog for the key."""
        self.credentials.open_dialog(self.window)

    def open_about_dialog(self) -> None:
        """Open the dialog with version, licenses and diagnostics."""
        preferences, screen = self.preferences, self.window.screen()
        told = diagnostics(
            self._options.origin, preferences.language, preferences.theme, screen, self._last_error
        )
        AboutDialog(__version__, told, license_text(), self.window).open()

    def _apply_remedy(self, remedy: Remedy) -> None:
        match remedy:
            case Remedy.LOOK_UP:
                self.lookups.confirm()
            case Remedy.RETRY:
                self.lookups.refresh()
            case Remedy.RELOAD_KEY:
                self.credentials.load()
            case Remedy.SAMPLES:
                self.lookups.clear()
            case Remedy.CREDENTIALS:
                self.open_credentials_dialog()
            case Remedy.AS_ORDER_NUMBER:
                self.lookups.search_as_order_number()
            case Remedy.INCLUDE_TEST_PAYMENTS:
                self.preferences.set_include_test_payments(True)
                self.lookups.refresh()

    def _open_watched(self, item: WatchedPayment) -> None:
        if item.origin == self._options.origin:
            self.sessions.leave_sample_mode()
        elif not self.sessions.in_sample_mode:
            return  # a sample of an earlier sample mode
        self.lookups.open(item.imp_uid)

    def _show_state(self, state: LookupState) -> None:
        if isinstance(state, Loaded) and not self.sessions.in_sample_mode:
            if not find_personal_data(state.imp_uid):
                self.preferences.remember(state.imp_uid)
            self._update_completions()
        if isinstance(state, Loaded | Results):
            self.window.search.show_result(search_text(state.subject))
        self.window.show_state(state)
        if isinstance(state, Results) and not self.window.search.box.is_being_edited():
            self.window.pages.results.view.setFocus()
        self._watch.update_button()
        self.window.search.set_enabled(
            back=self.lookups.can_go_back,
            forward=self.lookups.can_go_forward,
            refresh=self.lookups.can_refresh,
        )
        self._shown_state = state
        if isinstance(state, Failed):
            self._last_error = state.error
        if isinstance(state, Loaded | Results | Failed):
            self._check_desk_clock()

    def _check_desk_clock(self) -> None:
        """Say once that the desk's clock is wrong, as soon as the server's time is known."""
        offset = self.clock.desk_offset
        if offset is None or self._desk_clock_was_checked:
            return
        self._desk_clock_was_checked = True
        if abs(offset) > DESK_CLOCK_TOLERANCE:
            self.window.show_note(partial(desk_clock_message, offset))

    def _on_sample_mode_changed(self) -> None:
        self.window.set_samples(self._samples if self.sessions.in_sample_mode else None)
        self.preferences.set_in_sample_mode(self.sessions.in_sample_mode)
        self._update_choices()

    def _samples(self) -> list[tuple[str, str]]:
        return self.sessions.samples(self.preferences.format_context().language)

    def _update_choices(self) -> None:
        """Apply the preferences to lookups, menu and completions."""
        in_sample_mode = self.sessions.in_sample_mode
        self.lookups.include_test_payments = in_sample_mode or self.preferences.include_test_payments
        self.window.menu.show_samples(in_sample_mode)
        self._update_completions()

    def _update_completions(self) -> None:
        history: list[str] = [] if self.sessions.in_sample_mode else [*self.preferences.history]
        self.window.search.box.set_completions(history)


def _no_browser_text() -> str:
    return translate(
        "App", "No browser opened the link. Copy it with the button beside it and open it elsewhere."
    )
