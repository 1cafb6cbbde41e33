"""The texts about a payment that are copied for others: the reply to the customer, and the summary for a ticket."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QTranslator

from iamport_desktop.api.codes import Language
from iamport_desktop.api.models import CashReceipt, Payment
from iamport_desktop.domain.attempts import OtherAttempts, Unasked
from iamport_desktop.presentation.i18n import translate, using_translator
from iamport_desktop.presentation.notices import reply_caution
from iamport_desktop.presentation.reply import reply
from iamport_desktop.presentation.summary import summary
from iamport_desktop.presentation.view_model import FormatContext


class TextKind(Enum):
    """What is copied."""

    REPLY = 0
    SUMMARY = 1


@dataclass(frozen=True, slots=True)
class CopiedTexts:
    """The texts about `payment` as it was at `as_of` (aware). They are masked, whatever the window shows."""

    payment: Payment
    as_of: datetime | None
    cash_receipt: CashReceipt | None = None
    other_attempts: OtherAttempts = Unasked.NOT_ASKED

    def write(
        self, kind: TextKind, language: Language, translator: QTranslator, context: FormatContext
    ) -> str:
        """Return the text of `kind` in `language`, whose `translator` it is."""
        context = replace(context, language=language)
        with using_translator(translator):
            if kind is TextKind.REPLY:
                return reply(self.payment, context, self.other_attempts)
            return summary(self.payment, context, as_of=self.as_of, cash_receipt=self.cash_receipt)

    def caution(self, kind: TextKind, context: FormatContext) -> str:
        """Return what the agent is to know before the text is passed on; "" where there is nothing."""
        if self.payment.sandbox is True:
            if kind is TextKind.REPLY:
                return translate("CopyPopover", "A test payment: this is a note for you, not a reply.")
            return translate("CopyPopover", "This is a test payment.")
        return self._reply_caution(context) if kind is TextKind.REPLY else ""

    def _reply_caution(self, context: FormatContext) -> str:
        """Say why the reply does not ask for a payment that it would ask for otherwise."""
        others = self.other_attempts
        if reply(self.payment, context, others) == reply(self.payment, context, ()):
            return ""
        return reply_caution(context.assess(self.payment, others))
