"""Copies a payment as a summary for a ticket or as a reply to the customer, in either language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from iamport_desktop.api.codes import Language
from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.i18n import speaking
from iamport_desktop.presentation.reply import reply
from iamport_desktop.presentation.summary import summary
from iamport_desktop.presentation.view_model import Reading
from iamport_desktop.ui.clipboard import copy_text
from iamport_desktop.ui.outfit import Outfit

translate = QCoreApplication.translate

Writer = Callable[[Payment, Reading], str]


class CopyMenu(QMenu):
    """What is copied is masked, whatever the window shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._payment: Payment | None = None
        self._outfit: Outfit | None = None
        self._texts: tuple[tuple[Writer, Language], ...] = (
            (summary, "ko"),
            (summary, "en"),
            (reply, "ko"),
            (reply, "en"),
        )
        self._entries = [self.addAction("") for _ in self._texts]
        for entry, (write, language) in zip(self._entries, self._texts, strict=True):
            entry.triggered.connect(
                lambda _checked=False, write=write, language=language: self.copy(write, language)
            )

    def offer(self, payment: Payment, outfit: Outfit) -> None:
        """Copy `payment` from now on."""
        self._payment, self._outfit = payment, outfit
        names = (
            translate("CopyMenu", "Summary in Korean"),
            translate("CopyMenu", "Summary in English"),
            translate("CopyMenu", "Reply to the customer in Korean"),
            translate("CopyMenu", "Reply to the customer in English"),
        )
        for entry, name in zip(self._entries, names, strict=True):
            entry.setText(name)

    def withdraw(self) -> None:
        """Copy nothing: what is shown now is no payment, and the one before must not be taken for it."""
        self._payment = None

    def copy_summary(self) -> None:
        """Copy the summary in the window's language."""
        if self._outfit:
            self.copy(summary, self._outfit.language)

    def copy_reply(self) -> None:
        """Copy the reply in the window's language."""
        if self._outfit:
            self.copy(reply, self._outfit.language)

    def copy(self, write: Writer, language: Language) -> None:
        """Copy what `write` makes of the payment in `language`."""
        if self._payment is None or self._outfit is None:
            return
        with speaking(self._outfit.translators[language]):
            copy_text(write(self._payment, self._outfit.reading(language=language)))
