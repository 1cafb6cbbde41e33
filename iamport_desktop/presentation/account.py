"""The virtual account that a customer is to send the money to, as a block to copy.

It is the shop's account, so nothing of it is masked but a holder that is named after the customer.
"""

from __future__ import annotations

from collections.abc import Iterator

from iamport_desktop.api.models import Payment
from iamport_desktop.domain import masking
from iamport_desktop.domain.assessment import Assessment, VirtualAccount
from iamport_desktop.presentation.formatting import money, one_line, spoken_deadline
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.view_model import FormatContext, Row

_MIN_NAME_LENGTH = 2  # a single letter is in every text


def account_row(payment: Payment, assessment: Assessment, context: FormatContext) -> Row | None:
    """Return the account in one row, whose `copied` is the block; None where it takes no deposit."""
    lines = account_lines(payment, assessment, context)
    if not lines:
        return None
    label = translate("Account", "Account to pay into")
    return Row("account", label, " · ".join(lines), "\n".join(lines))


def account_lines(payment: Payment, assessment: Assessment, context: FormatContext) -> tuple[str, ...]:
    """Return bank and number, holder, amount and deadline, a line for each; () where it takes no deposit."""
    account = assessment.account
    return () if account is None else tuple(_lines(account, payment, context))


def _lines(account: VirtualAccount, payment: Payment, context: FormatContext) -> Iterator[str]:
    yield one_line(" ".join(filter(None, (_bank(account, context), account.number))))
    if account.holder:
        holder = one_line(_holder(account.holder, payment, context))
        yield translate("Account", "Account holder: {name}").format(name=holder)
    if account.amount is not None:
        amount = money(account.amount, payment.currency, context.language)
        yield translate("Account", "Amount: {amount}").format(amount=amount)
    if account.deadline is not None:
        when = spoken_deadline(account.deadline, context.now, context.language, keeps_hour=account.keeps_hour)
        yield translate("Account", "Deadline: {when}").format(when=when)


def _bank(account: VirtualAccount, context: FormatContext) -> str:
    return context.name("bank", account.bank_code, account.bank_name)


def _holder(holder: str, payment: Payment, context: FormatContext) -> str:
    masked = is_named_after_customer(holder, payment) and not context.revealed
    return masking.name(holder) if masked else holder


def is_named_after_customer(holder: str, payment: Payment) -> bool:
    """Return whether the holder of an account has the name of the buyer or the depositor."""
    return any(name in _plain(holder) for name in _customer_names(payment))


def _customer_names(payment: Payment) -> Iterator[str]:
    names: list[object] = [payment.buyer_name]
    names += [deposit.depositor_name for deposit in payment.deposit_history or ()]
    names += (payment.extension or {}).values()  # some PGs name the depositor there
    for name in names:
        if isinstance(name, str) and len(plain := _plain(name)) >= _MIN_NAME_LENGTH:
            yield plain


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()
