"""The settings dialog. What is chosen applies at once; there is nothing to confirm."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from iamport_desktop.presentation.i18n import LANGUAGE_NAMES
from iamport_desktop.ui.widgets.accessibility import announce
from iamport_desktop.ui.widgets.label import PlainLabel

translate = QCoreApplication.translate

THEMES = ("", "light", "dark")
WIDTH = 460
SECTION_SPACING = 6  # beside the spacing of the rows
FIELD_HEIGHT = 36


@dataclass(frozen=True, slots=True)
class SettingsState:
    """What the dialog shows.

    `theme` is "" for the system's. `has_history` says that there is a history to clear. `hides_from_captures` is None
    where the system cannot hide a window from screen captures. `samples` says that sample payments are shown, which
    are test payments all.
    """

    language: str
    theme: str
    shop_name: str
    keeps_history: bool
    has_history: bool
    include_test_payments: bool
    hides_from_captures: bool | None
    samples: bool


class SettingsDialog(QDialog):
    """Shows the settings under three headings. A signal is emitted for what the agent changes, and for nothing else."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    captures_toggled = Signal(bool)
    shop_name_changed = Signal(str)
    test_payments_toggled = Signal(bool)
    history_toggled = Signal(bool)
    history_cleared = Signal()

    def __init__(self, state: SettingsState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._headings = [PlainLabel(kind="title", one_line=True) for _ in range(3)]
        self._language_label, self._theme_label, self._shop_name_label = (
            PlainLabel(kind="label", one_line=True) for _ in range(3)
        )
        self.language, self.theme, self.shop_name = QComboBox(), QComboBox(), QLineEdit()
        self.captures, self.test_payments, self.history = QCheckBox(), QCheckBox(), QCheckBox()
        self.clear_history, self.close_button = QPushButton(), QPushButton()
        self._shop_name_note = PlainLabel(kind="muted")
        self._compose()
        self._connect()
        self._retranslate()
        self.show_state(state)

    def _compose(self) -> None:
        for value, name in LANGUAGE_NAMES.items():
            self.language.addItem(name, value)
        for value in THEMES:
            self.theme.addItem("", value)
        for box in (self.language, self.theme):
            box.setMinimumHeight(FIELD_HEIGHT)
        window, reply, lookup = self._headings
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(window)
        form.addRow(self._language_label, self.language)
        form.addRow(self._theme_label, self.theme)
        form.addRow(self.captures)
        form.addItem(QSpacerItem(0, SECTION_SPACING))
        form.addRow(reply)
        form.addRow(self._shop_name_label, self.shop_name)
        form.addRow(self._shop_name_note)
        form.addItem(QSpacerItem(0, SECTION_SPACING))
        form.addRow(lookup)
        form.addRow(self.test_payments)
        history = QHBoxLayout()
        history.addWidget(self.history, 1)
        history.addWidget(self.clear_history)
        form.addRow(history)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(20)
        column.addLayout(form)
        column.addLayout(buttons)
        column.addStretch(1)
        self.clear_history.setProperty("kind", "small")
        for button in (self.clear_history, self.close_button):
            button.setAutoDefault(False)  # Enter in the field takes the name, and closes nothing
        self.setMinimumWidth(WIDTH)
        self.language.setFocus()

    def _connect(self) -> None:
        self.language.activated.connect(lambda: self.language_chosen.emit(self.language.currentData()))
        self.theme.activated.connect(lambda: self.theme_chosen.emit(self.theme.currentData()))
        self.captures.clicked.connect(self.captures_toggled)
        self.shop_name.editingFinished.connect(self._submit_shop_name)
        self.test_payments.clicked.connect(self.test_payments_toggled)
        self.history.clicked.connect(self.history_toggled)
        self.clear_history.clicked.connect(self._clear_history)
        self.close_button.clicked.connect(self.accept)

    def show_state(self, state: SettingsState) -> None:
        """Show what holds now, without a signal."""
        self._state = state
        self.language.setCurrentIndex(self.language.findData(state.language))
        self.theme.setCurrentIndex(self.theme.findData(state.theme))
        self.captures.setVisible(state.hides_from_captures is not None)
        self.captures.setChecked(bool(state.hides_from_captures))
        if not self.shop_name.isModified():
            self.shop_name.setText(state.shop_name)
        self.test_payments.setChecked(state.include_test_payments or state.samples)
        self.test_payments.setEnabled(not state.samples)
        self.history.setChecked(state.keeps_history)
        self.clear_history.setEnabled(state.has_history)

    def done(self, code: int) -> None:
        """Close, and take the name that was typed last."""
        self._submit_shop_name()
        super().done(code)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _submit_shop_name(self) -> None:
        if self.shop_name.isModified():
            self.shop_name.setModified(False)
            self.shop_name_changed.emit(self.shop_name.text())

    def _clear_history(self) -> None:
        self.history.setFocus()  # the button is disabled next
        self.history_cleared.emit()
        announce(self, translate("SettingsDialog", "The remembered imp_uids were cleared."))

    def _retranslate(self) -> None:
        self.setWindowTitle(translate("SettingsDialog", "Settings"))
        headings = (
            translate("SettingsDialog", "Window"),
            translate("SettingsDialog", "Reply to the customer"),
            translate("SettingsDialog", "Lookup"),
        )
        for heading, text in zip(self._headings, headings, strict=True):
            heading.setText(text)
        self._language_label.setText(translate("SettingsDialog", "Language (언어)"))
        self._theme_label.setText(translate("SettingsDialog", "Appearance"))
        themes = (
            translate("SettingsDialog", "As the system"),
            translate("SettingsDialog", "Light"),
            translate("SettingsDialog", "Dark"),
        )
        for index, text in enumerate(themes):
            self.theme.setItemText(index, text)
        self.captures.setText(translate("SettingsDialog", "Hide the window from screen captures"))
        self._shop_name_label.setText(translate("SettingsDialog", "Shop name"))
        self._shop_name_note.setText(
            translate("SettingsDialog", "A reply begins with this name. Empty leaves it out.")
        )
        self.test_payments.setText(translate("SettingsDialog", "Include test payments"))
        self.history.setText(translate("SettingsDialog", "Remember looked-up imp_uids"))
        self.clear_history.setText(translate("SettingsDialog", "Clear now"))
        self.close_button.setText(translate("SettingsDialog", "Close"))
        for label, field in (
            (self._language_label, self.language),
            (self._theme_label, self.theme),
            (self._shop_name_label, self.shop_name),
        ):
            field.setAccessibleName(label.text())
        self.shop_name.setAccessibleDescription(self._shop_name_note.text())
