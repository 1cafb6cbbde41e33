"""What the agent chose for good: language, appearance, history, test payments. Kept in the settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from iamport_desktop.api.codes import CodeTables
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.desktop.capture_guard import CaptureGuard, is_possible
from iamport_desktop.resources import resource_path
from iamport_desktop.settings import Settings
from iamport_desktop.ui.appearance import Appearance
from iamport_desktop.ui.display_context import DisplayContext
from iamport_desktop.ui.menus import MenuState


class Preferences(QObject):
    """Applies a choice at once and remembers it.

    `looks_changed`: everything is to be shown anew. `changed`: what the menu and the search box offer is.
    """

    looks_changed = Signal()
    changed = Signal()

    def __init__(
        self,
        looks: Appearance,
        settings: Settings,
        now: Callable[[], datetime],
        *,
        allow_capture: bool = False,
    ) -> None:
        """`looks` are those of the settings, or of the command line, which outdoes them until the agent chooses.

        `allow_capture` turns the exclusion from screen captures off for good.
        """
        super().__init__()
        self._looks, self._settings, self._now = looks, settings, now
        if allow_capture:
            settings.hides_from_captures = False
        self._guard = CaptureGuard(looks.qt)
        self._guard.set_on(settings.hides_from_captures)
        self._codes = CodeTables.load(resource_path("codes"))
        looks.changed.connect(self.looks_changed)

    def outfit(self) -> DisplayContext:
        """How the window looks and speaks now."""
        looks = self._looks
        return DisplayContext(
            looks.language, self._codes, looks.theme, self._now, looks.translation.translators
        )

    def menu_state(self, *, samples: bool) -> MenuState:
        """What the menu ticks."""
        return MenuState(
            test_payments=samples or self._settings.include_test_payments,
            history=self._settings.keeps_history,
            language=self._looks.language,
            theme=self._looks.theme_wish,
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
        self._looks.speak(language)
        self.looks_changed.emit()

    def wear(self, theme: str) -> None:
        """Wear `theme` now and in the next run; "" follows the system."""
        self._settings.theme = theme
        self._looks.wear(theme)
        self.looks_changed.emit()
