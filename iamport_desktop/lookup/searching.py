"""What a submitted text asks for. An order number is sent only when the agent says so, by submitting it twice."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from iamport_desktop.api.identifiers import Found, ImpUid, Several, recognise
from iamport_desktop.lookup.lookups import Lookups
from iamport_desktop.presentation.notices import hint
from iamport_desktop.presentation.screens import Batch, Order

# The API takes 40 characters; shops have been seen to keep longer ones.
LONGEST_ORDER_NUMBER = 200


class Searching(QObject):
    """Turns texts into lookups, or into a hint why there is none."""

    recognised = Signal(str)
    hinted = Signal(str, bool)

    def __init__(self, lookups: Lookups, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lookups = lookups
        self._offered = ""

    def submit(self, text: str) -> None:
        """Look up what `text` names: `recognised` tells what that is, `hinted` what is wrong and whether the text

        may be an order number, which it is taken for when it is submitted again.
        """
        offered, self._offered = self._offered, ""
        recognition = recognise(text)
        match recognition:
            case Found(imp_uid):
                self.open(imp_uid)
            case Several(imp_uids):
                self.recognised.emit(" ".join(imp_uids))
                self._lookups.look_up(Batch(imp_uids))
            case _ if offered and text.strip() == offered:
                self.recognised.emit(offered)
                self._lookups.look_up(Order(offered))
            case _:
                self._offered = text.strip() if len(text.strip()) <= LONGEST_ORDER_NUMBER else ""
                self.hinted.emit(hint(recognition), bool(self._offered))

    def open(self, imp_uid: ImpUid) -> None:
        """Look `imp_uid` up."""
        self.recognised.emit(imp_uid)
        self._lookups.look_up(imp_uid)

    def accept_offer(self) -> None:
        """Search for the text that was offered as an order number."""
        if self._offered:
            self.submit(self._offered)

    def withdraw_offer(self) -> None:
        """The text was changed: what was offered does not hold any more."""
        self._offered = ""
