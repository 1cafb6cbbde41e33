"""What the agent chose for good: language, appearance, history, test payments. Kept in the settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from iamport_desktop.api.codes import CodeTables
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.capture_guard import CaptureGuard, is_possible
from iamport_desktop.resources import resource_path
from iamport_desktop.settings import Settings
from iamport_desktop.translation import Translation, as_language
from iamport_desktop.ui.main_menu import MenuState
from iamport_desktop.ui.outfit import Outfit
from iamport_desktop.ui.theme import apply_theme, theme_for


class Preferences(QObject):
    """Applies a choice at once and remembers it.

    `looks_changed`: everything is to be shown anew. `changed`: what the menu and the search box offer is.
    """

    looks_changed = Signal()
    changed = Signal()

    def __init__(
        self,
        qt: QApplication,
        settings: Settings,
        now: Callable[[], datetime],
        *,
        language: str = "",
        theme: str = "",
        allow_capture: bool = False,
    ) -> None:
        """`language` and `theme` outdo the settings until the agent chooses; "" leaves it to them.

        `allow_capture` turns the exclusion from screen captures off for good.
        """
        super().__init__()
        self._qt, self._settings, self._now = qt, settings, now
        self._theme = theme or settings.theme
        self._language = as_language(language or settings.language)
        if allow_capture:
            settings.hides_from_captures = False
        self._guard = CaptureGuard(qt)
        self._guard.set_on(settings.hides_from_captures)
        self._codes = CodeTables.load(resource_path("codes"))
        self._translation = Translation(qt)
        self._translation.use(self._language)
        apply_theme(qt, theme_for(self._theme))
        qt.styleHints().colorSchemeChanged.connect(self._apply_theme)

    def outfit(self) -> Outfit:
        """How the window looks and speaks now."""
        theme = theme_for(self._theme)
        return Outfit(self._language, self._codes, theme, self._now, self._translation.translators)

    def menu_state(self, *, samples: bool) -> MenuState:
        """What the menu ticks."""
        return MenuState(
            test_payments=samples or self._settings.include_test_payments,
            history=self._settings.keeps_history,
            language=self._language,
            theme=self._theme,
            samples=samples,
            hides_from_captures=self._settings.hides_from_captures if is_possible() else None,
        )

    @property
    def include_test_payments(self) -> bool:
        """Whether lookups ask for test payments too."""
        return self._settings.include_test_payments

    @property
    def history(self) -> list[ImpUid]:
        """The imp_uids to offer, newest first."""
        return self._settings.history

    def remember(self, imp_uid: ImpUid) -> None:
        """Offer `imp_uid` from now on."""
        self._settings.remember(imp_uid)
        self.changed.emit()

    def set_include_test_payments(self, include: bool) -> None:
        """Ask for test payments too, or no longer."""
        self._settings.include_test_payments = include
        self.changed.emit()

    def set_keeps_history(self, keep: bool) -> None:
        """Keep a history, or forget it and keep none."""
        self._settings.keeps_history = keep
        self.changed.emit()

    def set_hides_from_captures(self, hide: bool) -> None:
        """Leave the window out of screen captures, or no longer."""
        self._settings.hides_from_captures = hide
        self._guard.set_on(hide)
        self.changed.emit()

    def clear_history(self) -> None:
        """Forget the imp_uids."""
        self._settings.clear_history()
        self.changed.emit()

    def speak(self, language: str) -> None:
        """Speak `language` now and in the next run."""
        self._settings.language = language
        self._language = as_language(language)
        self._translation.use(self._language)
        self.looks_changed.emit()

    def wear(self, theme: str) -> None:
        """Wear `theme` now and in the next run; "" follows the system."""
        self._settings.theme = self._theme = theme
        self._apply_theme()

    def _apply_theme(self) -> None:
        apply_theme(self._qt, theme_for(self._theme))
        self.looks_changed.emit()
