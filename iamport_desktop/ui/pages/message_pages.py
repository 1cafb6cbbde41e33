"""Pages with a message in place of a payment: first start, ready, loading, problem."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from iamport_desktop.presentation.messages.message import Message, Remedy
from iamport_desktop.ui.widgets.icons import IconLabel
from iamport_desktop.ui.widgets.label import PlainLabel, set_style_property

translate = QCoreApplication.translate

MAX_WIDTH = 520  # of the texts
ICON_SIZE = 56


class MessagePage(QWidget):
    """An icon, a headline, a sentence and buttons, in the middle of the window.

    A subclass sets its texts in `retranslate`, which is called again when the language changes.
    """

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = PlainLabel(kind="headline")
        self.sentence = PlainLabel()
        self.technical = PlainLabel(kind="muted")
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        texts = QVBoxLayout()
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(12)
        texts.addWidget(IconLabel(ICON_SIZE, icon_name), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.headline, self.sentence, self.technical):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            texts.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        middle = QWidget()
        middle.setMaximumWidth(MAX_WIDTH)
        middle.setLayout(texts)
        row, buttons = QHBoxLayout(), QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        buttons.addStretch(1)
        buttons.addLayout(self.buttons)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row)
        column.addSpacing(16)
        column.addLayout(buttons)
        column.addStretch(3)

    def show_texts(self, headline: str, sentence: str, technical: str = "") -> None:
        """Show these texts; an empty one takes no space."""
        for label, text in (
            (self.headline, headline),
            (self.sentence, sentence),
            (self.technical, technical),
        ):
            label.setText(text)
            label.setVisible(bool(text))
            label.setMaximumWidth(_balanced_width(label))

    def spoken_text(self) -> str:
        """Return the headline and the sentence, for a screen reader."""
        return " ".join(label.text() for label in (self.headline, self.sentence) if label.text())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for label in (self.headline, self.sentence, self.technical):
            label.setMaximumWidth(_balanced_width(label))  # the style sheet has set the fonts by now

    def retranslate(self) -> None:
        """Set the texts in the current language."""
        raise NotImplementedError


def _balanced_width(label: PlainLabel) -> int:
    """Return the smallest width in which the text has no more lines than in MAX_WIDTH, so that they are even."""
    height = label.heightForWidth(MAX_WIDTH)
    widths = range(MAX_WIDTH // 2, MAX_WIDTH)
    # A wider label is never higher.
    return widths.start + bisect_left(widths, -height, key=lambda width: -label.heightForWidth(width))


class FirstStartPage(MessagePage):
    """No key yet: enter one, or look at sample payments."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("key", parent)
        self.enter_key, self.view_samples = QPushButton(), QPushButton()
        self.enter_key.setProperty("kind", "primary")
        self.buttons.addWidget(self.enter_key)
        self.buttons.addWidget(self.view_samples)
        self.retranslate()

    def retranslate(self) -> None:
        self.show_texts(
            translate("Pages", "Enter the REST API key once"),
            translate(
                "Pages",
                "The app reads payments with the REST API key and secret of your shop (PortOne console, "
                "V1 API keys). They are kept safely on this computer alone.",
            ),
        )
        self.enter_key.setText(translate("Pages", "Enter key…"))
        self.view_samples.setText(translate("Pages", "View sample payments"))


class ReadyPage(MessagePage):
    """Waiting for a search: what the search box takes, by example."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("search", parent)
        self.retranslate()

    def retranslate(self) -> None:
        self.show_texts(
            translate("Pages", "Paste an imp_uid or an order number, and press Enter"),
            translate(
                "Pages",
                "For example imp_123456789012, ORD-20261125-0001, or a whole message from a customer: the number "
                "in it is found.",
            ),
        )


class LoadingPage(MessagePage):
    """A lookup is under way: of what, and since when if the answer is late."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("nothing", parent)
        self._subject, self._late = "", ""
        self.cancel = QPushButton()
        self.cancel.setProperty("kind", "small")
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(240)
        self.buttons.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignVCenter)
        self.buttons.addWidget(self.cancel)
        self.retranslate()

    def show_subject(self, subject: str) -> None:
        """Say that `subject` is being looked up."""
        self._subject, self._late = subject, ""
        self.retranslate()

    def show_late(self, late: str) -> None:
        """Say that the answer is late."""
        self._late = late
        self.retranslate()

    def clear(self) -> None:
        """Forget what was looked up."""
        self.show_subject("")

    def retranslate(self) -> None:
        self._progress.setAccessibleName(translate("Pages", "Looking up"))
        sentence = translate("Pages", "Looking up {what}…").format(what=self._subject)
        self.show_texts("", sentence if self._subject else "", self._late)
        self.cancel.setText(translate("SearchBar", "Cancel"))
        self.cancel.setToolTip(f"{self.cancel.text()} (Esc)")


class RemedyPage(MessagePage):
    """A lookup failed, or was not made yet: what happened, what to do, and a button for each remedy."""

    remedy_chosen = Signal(object)

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(icon_name, parent)
        self._describe: Callable[[], Message] | None = None
        self._buttons = {remedy: QPushButton() for remedy in Remedy}
        for remedy, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, remedy=remedy: self.remedy_chosen.emit(remedy))
            button.hide()
            self.buttons.addWidget(button)

    def clear(self) -> None:
        """Forget the message."""
        self._describe = None
        self.show_texts("", "")

    def show_message(self, describe: Callable[[], Message]) -> None:
        """Show the message that `describe` returns, and a button for each of its remedies, the first one primary."""
        self._describe = describe
        message = describe()
        for button in self._buttons.values():
            self.buttons.removeWidget(button)
            button.hide()
        for index, remedy in enumerate(message.remedies):
            button = self._buttons[remedy]
            set_style_property(button, "kind", "primary" if index == 0 else "")
            self.buttons.addWidget(button)
            button.show()
        self.retranslate()

    def retranslate(self) -> None:
        if self._describe is None:
            return
        message = self._describe()
        self.show_texts(message.what, message.next_step, message.technical)
        texts = {
            Remedy.LOOK_UP: translate("Pages", "Look up as order number"),
            Remedy.RETRY: translate("Pages", "Try again"),
            Remedy.SAMPLES: translate("Pages", "Show the sample payments"),
            Remedy.RELOAD_KEY: translate("Pages", "Ask the keyring again"),
            Remedy.CREDENTIALS: translate("Pages", "Enter key…"),
            Remedy.INCLUDE_TEST_PAYMENTS: translate("Pages", "Include test payments and search again"),
            Remedy.AS_ORDER_NUMBER: translate("Pages", "Look up as order number"),
        }
        for remedy, button in self._buttons.items():
            button.setText(texts[remedy])
