"""What the agent chose in the settings dialog: language, theme, shop's name, history, test payments. Kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from iamport_desktop.api.codes import CodeTables, Language
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.origin import Origin
from iamport_desktop.desktop.capture_guard import CaptureGuard, is_supported
from iamport_desktop.domain.rules import Rules
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.resources import resource_path
from iamport_desktop.settings import Settings
from iamport_desktop.ui.appearance import Appearance
from iamport_desktop.ui.dialogs.settings import SettingsDialog, SettingsState


class Preferences(QObject):
    """Applies a choice at once and keeps it in the settings. `changed` is emitted after each choice."""

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        appearance: Appearance,
        settings: Settings,
        now: Callable[[], datetime],
        rules: Rules,
        api: Callable[[], Origin],
        *,
        allow_capture: bool = False,
    ) -> None:
        """`appearance` may differ from the settings: the command line overrides them until the agent chooses.

        `api()` is where the payments come from. `allow_capture` ends the exclusion from screen captures, in the
        settings too.
        """
        super().__init__()
        self._appearance, self._settings, self._now = appearance, settings, now
        self._rules, self._api = rules, api
        if allow_capture:
            settings.hides_from_captures = False
        self._guard = CaptureGuard(app)
        self._guard.set_enabled(settings.hides_from_captures)
        self._codes = CodeTables.load(resource_path("codes"))
        self._in_sample_mode = False
        self._dialog: SettingsDialog | None = None
        self.changed.connect(self._show_in_dialog)

    def format_context(self) -> FormatContext:
        """Return how payments are formatted at this moment, masked."""
        return FormatContext(
            self._appearance.language,
            self._codes,
            self._rules,
            self._now(),
            shop_name=self._settings.shop_name,
            api=self._api(),
        )

    @property
    def language(self) -> Language:
        """The language of the window."""
        return self._appearance.language

    @property
    def theme(self) -> str:
        """`light`, `dark`, or "" for the system's."""
        return self._appearance.theme_setting

    def open_dialog(self, window: QWidget) -> None:
        """Open the settings dialog over `window`."""
        if self._dialog:
            self._dialog.raise_()
            return
        dialog = self._dialog = SettingsDialog(self.state(), window)
        dialog.language_chosen.connect(self.set_language)
        dialog.theme_chosen.connect(self.set_theme)
        dialog.captures_toggled.connect(self.set_hides_from_captures)
        dialog.shop_name_changed.connect(self.set_shop_name)
        dialog.test_payments_toggled.connect(self.set_include_test_payments)
        dialog.history_toggled.connect(self.set_keeps_history)
        dialog.history_cleared.connect(self.clear_history)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def set_in_sample_mode(self, on: bool) -> None:
        """Show in the dialog that samples are shown, which are test payments all."""
        self._in_sample_mode = on
        self._show_in_dialog()

    def state(self) -> SettingsState:
        """Return what the settings dialog shows."""
        return SettingsState(
            language=self._appearance.language,
            theme=self._appearance.theme_setting,
            shop_name=self._settings.shop_name,
            keeps_history=self._settings.keeps_history,
            has_history=bool(self._settings.history),
            include_test_payments=self._settings.include_test_payments,
            hides_from_captures=self._settings.hides_from_captures if is_supported() else None,
            samples=self._in_sample_mode,
        )

    def _show_in_dialog(self) -> None:
        if self._dialog:
            self._dialog.show_state(self.state())

    def _forget_dialog(self) -> None:
        if self._dialog:
            self._dialog.deleteLater()
            self._dialog = None

    @property
    def include_test_payments(self) -> bool:
        """Whether lookups ask for test payments too."""
        return self._settings.include_test_payments

    @property
    def history(self) -> list[ImpUid]:
        """The imp_uids to offer, newest first."""
        return self._settings.history

    def remember(self, imp_uid: ImpUid) -> None:
        """Put `imp_uid` in front of the history, if one is kept. Emits nothing."""
        self._settings.remember(imp_uid)

    def set_include_test_payments(self, include: bool) -> None:
        """Ask for test payments too, or no longer."""
        self._settings.include_test_payments = include
        self.changed.emit()

    @property
    def shop_name(self) -> str:
        """What a reply to the customer calls the shop; "" leaves it out."""
        return self._settings.shop_name

    def set_shop_name(self, name: str) -> None:
        """Begin replies with `name`; "" leaves it out."""
        self._settings.shop_name = name
        self.changed.emit()

    def set_keeps_history(self, keep: bool) -> None:
        """Keep a history, or forget it and keep none."""
        self._settings.keeps_history = keep
        self.changed.emit()

    def set_hides_from_captures(self, hide: bool) -> None:
        """Leave the window out of screen captures, or no longer."""
        self._settings.hides_from_captures = hide
        self._guard.set_enabled(hide)
        self.changed.emit()

    def clear_history(self) -> None:
        """Forget the imp_uids."""
        self._settings.clear_history()
        self.changed.emit()

    def set_language(self, choice: str) -> None:
        """Use the language `choice` (`ko`, `en`, or "" for the system's), in the next run too."""
        self._settings.language = choice
        self._appearance.set_language(choice)
        self.changed.emit()

    def set_theme(self, choice: str) -> None:
        """Use the theme `choice` (`light`, `dark`, or "" for the system's), in the next run too."""
        self._settings.theme = choice
        self._appearance.set_theme(choice)
        self.changed.emit()
