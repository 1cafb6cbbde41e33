"""The pages that stand where no payment does: first start, ready, loading, problem."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from iamport_desktop.presentation.messages.message import Message, Remedy
from iamport_desktop.ui.widgets.icons import icon
from iamport_desktop.ui.widgets.label import PlainLabel, set_look

translate = QCoreApplication.translate

WIDTH = 520
PICTURE = 56


class Page(QWidget):
    """A picture, a headline, a sentence and buttons, in the middle of the window."""

    def __init__(self, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._drawing = QLabel(), icon(picture, QPalette.ColorRole.PlaceholderText)
        self.headline = PlainLabel(kind="headline")
        self.sentence = PlainLabel()
        self.technical = PlainLabel(kind="muted")
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        for each in (self._picture, self.headline, self.sentence, self.technical):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            column.addWidget(each)
        column.addSpacing(4)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addLayout(self.buttons)
        centred.addStretch(1)
        column.addLayout(centred)
        column.addStretch(3)
        middle = QWidget()
        middle.setMaximumWidth(WIDTH)
        middle.setLayout(column)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)

    def say(self, headline: str, sentence: str, technical: str = "") -> None:
        """Show these texts, under the picture in today's colours; an empty one takes no room."""
        self._picture.setPixmap(self._drawing.pixmap(PICTURE, PICTURE))
        for label, text in (
            (self.headline, headline),
            (self.sentence, sentence),
            (self.technical, technical),
        ):
            label.setText(text)
            label.setVisible(bool(text))

    def spoken(self) -> str:
        """What it says, for those who hear the window."""
        return " ".join(each.text() for each in (self.headline, self.sentence) if each.text())


class FirstStartPage(Page):
    """No key yet: enter one, or look at sample payments."""

    credentials_requested = Signal()
    samples_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("key", parent)
        self._enter, self._samples = QPushButton(), QPushButton()
        self._enter.setProperty("kind", "primary")
        self._enter.clicked.connect(self.credentials_requested)
        self._samples.clicked.connect(self.samples_requested)
        self.buttons.addWidget(self._enter)
        self.buttons.addWidget(self._samples)

    def show_page(self) -> None:
        """Fill in the texts."""
        self.say(
            translate("Pages", "Enter the REST API key once"),
            translate(
                "Pages",
                "The app reads payments with the REST API key and secret of your shop (PortOne console, "
                "V1 API keys). They are kept in this computer's own keyring and nowhere else.",
            ),
        )
        self._enter.setText(translate("Pages", "Enter key…"))
        self._samples.setText(translate("Pages", "View sample payments"))


class ReadyPage(Page):
    """Waiting for an imp_uid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("search", parent)

    def show_page(self) -> None:
        """Fill in the texts."""
        self.say(
            translate("Pages", "Paste an imp_uid and press Enter"),
            translate(
                "Pages",
                "A whole line or address from a ticket will do: the imp_uid in it is found. F5 asks again, "
                "Ctrl+L goes back to the search box.",
            ),
        )


class LoadingPage(Page):
    """A lookup is under way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("nothing", parent)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(240)
        self.buttons.addWidget(self._progress)

    def show_page(self, what: str) -> None:
        """Fill in the texts."""
        self._progress.setAccessibleName(translate("Pages", "Looking up"))
        self.say("", translate("Pages", "Looking up {what}…").format(what=what))


class ProblemPage(Page):
    """A lookup failed: what happened, what to do, and the buttons that do it."""

    remedy_chosen = Signal(Remedy)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("status-contradictory", parent)
        self._buttons = {remedy: QPushButton() for remedy in Remedy}
        for remedy, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, chosen=remedy: self.remedy_chosen.emit(chosen))

    def show_page(self, message: Message) -> None:
        """Show `message` with its remedies, the first one foremost."""
        self.say(message.what, message.next_step, message.technical)
        texts = {
            Remedy.RETRY: translate("Pages", "Try again"),
            Remedy.SAMPLES: translate("Pages", "Show the sample payments"),
            Remedy.RELOAD_KEY: translate("Pages", "Ask the keyring again"),
            Remedy.CREDENTIALS: translate("Pages", "Enter key…"),
            Remedy.INCLUDE_TEST_PAYMENTS: translate("Pages", "Include test payments and search again"),
        }
        for button in self._buttons.values():
            self.buttons.removeWidget(button)
            button.hide()
        for place, remedy in enumerate(message.remedies):
            button = self._buttons[remedy]
            button.setText(texts[remedy])
            set_look(button, "kind", "primary" if place == 0 else "")
            self.buttons.addWidget(button)
            button.show()
