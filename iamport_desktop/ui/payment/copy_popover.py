"""The popover under the copy button: what is copied, or was copied by a key, in which language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTranslator
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from iamport_desktop.api.codes import Language
from iamport_desktop.api.models import CashReceipt, Payment
from iamport_desktop.domain.attempts import OtherAttempts
from iamport_desktop.presentation.copied_texts import CopiedTexts, TextKind
from iamport_desktop.presentation.i18n import LANGUAGE_NAMES, LANGUAGES
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.ui import shortcuts
from iamport_desktop.ui.theme import GRID
from iamport_desktop.ui.widgets.accessibility import announce
from iamport_desktop.ui.widgets.clipboard import copied_sentence, copy_masked
from iamport_desktop.ui.widgets.label import PlainLabel
from iamport_desktop.ui.widgets.text_view import TextView
from iamport_desktop.ui.widgets.toast import show_toast

translate = QCoreApplication.translate

WIDTH, MAX_TEXT_HEIGHT = 480, 300
KINDS = (TextKind.REPLY, TextKind.SUMMARY)  # the tabs


class CopyPopover(QWidget):
    """Shows the text to copy over the page, which a click beside it leaves, and so does Esc.

    Once the text was copied, each change of its kind or language copies it again.
    """

    def __init__(
        self,
        format_context: Callable[[], FormatContext],
        translators: Mapping[Language, QTranslator],
        anchors: Sequence[QWidget],
        page: QWidget,
    ) -> None:
        """`anchors` are the buttons on `page` that it opens from; it hangs under the first that is in sight."""
        super().__init__(page)
        self._page = page
        self._format_context, self._translators, self._anchors = format_context, translators, anchors
        self._texts: CopiedTexts | None = None
        self._copied = False
        self._focus_before: QWidget | None = None
        self._frame = QFrame(self)
        self._frame.setProperty("kind", "popover")
        self._kinds = QTabBar()
        self._kinds.setDrawBase(False)
        self._kinds.setExpanding(False)
        for _kind in KINDS:
            self._kinds.addTab("")
        self._languages = QButtonGroup(self)
        self._radios = [QRadioButton(LANGUAGE_NAMES[language]) for language in LANGUAGES]
        self._text = TextView()
        self.caution = PlainLabel(severity="warning")
        self._sign = PlainLabel(severity="success", one_line=True)
        self._keys = PlainLabel(kind="muted")
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self._compose()
        self._kinds.currentChanged.connect(self._on_choice)
        self._languages.idToggled.connect(lambda _index, checked: self._on_choice() if checked else None)
        self.button.clicked.connect(self._press_button)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self.hide()

    def _compose(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(GRID)
        choices.addWidget(self._kinds)
        choices.addStretch(1)
        for index, radio in enumerate(self._radios):
            self._languages.addButton(radio, index)
            choices.addWidget(radio)
        last = QHBoxLayout()
        last.addWidget(self._sign)
        last.addStretch(1)
        last.addWidget(self.button)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(choices)
        column.addWidget(self.caution)
        column.addWidget(self._text)
        column.addLayout(last)
        column.addWidget(self._keys)

    # What is copied

    def set_payment(self, payment: Payment | None, as_of: datetime | None = None) -> None:
        """Copy `payment`, as it was at `as_of` (aware), from now on; nothing while there is none."""
        self._texts = CopiedTexts(payment, as_of) if payment else None
        self.close_popover()

    def set_other_attempts(self, other_attempts: OtherAttempts) -> None:
        """Word the reply by the other attempts for the payment's order, or by why they are not known."""
        if self._texts:
            self._texts = replace(self._texts, other_attempts=other_attempts)
            self._update_uncopied()

    def set_cash_receipt(self, cash_receipt: CashReceipt) -> None:
        """Add the payment's cash receipt to the summary."""
        if self._texts:
            self._texts = replace(self._texts, cash_receipt=cash_receipt)
            self._update_uncopied()

    def copy_reply(self) -> None:
        """Copy the reply to the customer in the current language, and show it."""
        self._open(TextKind.REPLY, copy=True)

    def copy_summary(self) -> None:
        """Copy the summary in the current language, and show it."""
        self._open(TextKind.SUMMARY, copy=True)

    def open(self) -> None:
        """Show the reply before it is copied."""
        self._open(TextKind.REPLY, copy=False)

    def close_popover(self) -> None:
        """Hide, forget the text, and give the focus back to where it was."""
        if self.isHidden():
            return
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.hide()
        self._text.setPlainText("")
        self.caution.setText("")
        if had_focus and self._focus_before and self._focus_before.isVisible():
            self._focus_before.setFocus()
        self._focus_before = None

    # Inside

    def _open(self, kind: TextKind, *, copy: bool) -> None:
        if self._texts is None:
            return
        if self.isHidden():
            self._focus_before = QApplication.focusWidget()
        self._copied = False  # so that the choices below copy nothing
        self._kinds.setCurrentIndex(KINDS.index(kind))
        self._radios[LANGUAGES.index(self._format_context().language)].setChecked(True)
        self._copied = copy
        self._retranslate()
        self._fill()
        self.show()
        self.raise_()
        self._place()
        (self._radio if copy else self.button).setFocus()
        if copy:
            self._copy()

    @property
    def _kind(self) -> TextKind:
        return KINDS[self._kinds.currentIndex()]

    @property
    def _radio(self) -> QRadioButton:
        return self._radios[self._languages.checkedId()]

    def _written(self) -> str:
        language = LANGUAGES[self._languages.checkedId()]
        assert self._texts is not None  # noqa: S101 - it is open
        return self._texts.write(self._kind, language, self._translators[language], self._format_context())

    def _copy(self) -> None:
        copy_masked(self, self._text.toPlainText())
        self._sign.setText(f"✓ {copied_sentence(_name(self._kind))}")
        announce(self, " ".join(filter(None, (copied_sentence(_name(self._kind)), self.caution.text()))))

    def _press_button(self) -> None:
        """Copy and close, with a message in place of the popover; or close what was copied by a key."""
        if not self._copied:
            text = self._text.toPlainText()
            copy_masked(self, text)
            show_toast(self._page, copied_sentence(_name(self._kind)), text.partition("\n")[0])
        self.close_popover()

    def _on_choice(self) -> None:
        self._update()
        if self._copied and self.isVisible():
            self._copy()

    def _update_uncopied(self) -> None:
        """Show what is known now, unless what is shown is what was copied."""
        if not self._copied:
            self._update()

    def _update(self) -> None:
        if self.isVisible() and self._texts:
            self._fill()
            self._place()

    def _fill(self) -> None:
        assert self._texts is not None  # noqa: S101 - it is open
        self._text.setPlainText(self._written())
        self._text.setAccessibleName(_name(self._kind))
        self.caution.setText(self._texts.caution(self._kind, self._format_context()))
        self.caution.setVisible(bool(self.caution.text()))
        self._sign.setVisible(self._copied)

    def _place(self) -> None:
        """Hang under an anchor, or in the upper right corner while none is in sight; fit into the page."""
        page = self._page
        self.setGeometry(page.rect())
        width = min(WIDTH, self.width() - 2 * GRID)
        self._frame.setFixedWidth(width)
        self._text.fit_height(width - 4 * GRID, MAX_TEXT_HEIGHT)
        self._frame.adjustSize()
        if self._frame.height() > self.height() - 2 * GRID:
            over = self._frame.height() - self.height() + 2 * GRID
            self._text.setFixedHeight(max(self._text.height() - over, self._text.fontMetrics().height()))
            self._frame.adjustSize()
        right, bottom = self.width() - GRID, GRID
        if anchor := next((each for each in self._anchors if not each.visibleRegion().isEmpty()), None):
            corner = anchor.mapTo(page, QPoint(anchor.width(), anchor.height() + 4))
            right, bottom = corner.x(), corner.y()
        left = max(GRID, min(right, self.width() - GRID) - width)
        self._frame.move(left, max(GRID, min(bottom, self.height() - GRID - self._frame.height())))

    def follow_page(self) -> None:
        """Fit into the page again, whose size has changed."""
        if self.isVisible():
            self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_popover()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._press_button()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt's name
        """Go round inside."""
        stops: list[QWidget] = [self._kinds, self._radio, self._text, self.button]
        focused = QApplication.focusWidget()
        index = stops.index(focused) if focused in stops else -1
        stops[(index + (1 if next else -1)) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new and not self.isAncestorOf(new) and new.window() is self.window():
            self._focus_before = None  # the agent has gone elsewhere
            self.close_popover()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self._retranslate()
            self._update()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for index, kind in enumerate(KINDS):
            self._kinds.setTabText(index, _name(kind))
        self._kinds.setAccessibleName(translate("CopyPopover", "What is copied"))
        self._sign.setText(f"✓ {copied_sentence(_name(self._kind))}")
        copy, close = translate("CopyPopover", "Copy"), translate("CopyPopover", "Close")
        self.button.setText(close if self._copied else copy)
        keys = (
            (shortcuts.COPY_REPLY, _name(TextKind.REPLY)),
            (shortcuts.COPY_SUMMARY, _name(TextKind.SUMMARY)),
            (shortcuts.ESCAPE, close),
        )
        self._keys.setText(" · ".join(f"{shortcuts.key_name(key)} {text}" for key, text in keys))


def _name(kind: TextKind) -> str:
    if kind is TextKind.REPLY:
        return translate("CopyPopover", "Reply to the customer")
    return translate("CopyPopover", "Summary")
