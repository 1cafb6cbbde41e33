"""What the window has to show during a fault and after it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtWidgets import QApplication, QPushButton

from iamport_desktop.api.models import Payment
from iamport_desktop.lookup.state import Failed, Loaded, Results
from iamport_desktop.presentation.messages import describe
from tests.support.app_driver import AppDriver
from tests.support.window import seen

LANGUAGES = ("ko", "en")

PREVIOUS = Payment.from_json(
    {
        "imp_uid": "imp_900000000777",
        "merchant_uid": "order-of-the-previous-lookup",
        "name": "previous product",
        "status": "paid",
        "amount": 777_777,
        "currency": "KRW",
        "receipt_url": "https://previous.example/receipt",
    }
)
NOT_COPIED = "what was copied before"
SOON = 1.0  # seconds, for LOADING_DELAY_MS on a busy machine; less than a silent server takes
TRACES = ("imp_900000000777", "order-of-the-previous", "previous product", "777,777", "previous.example")


def check_none(seen: Iterable[str], forbidden: Iterable[str]) -> None:
    """Check that none of `forbidden` is visible."""
    together = "\n".join(seen)
    shown = [each for each in forbidden if each in together]
    assert not shown, f"the window shows {shown}"


def check_nothing_of_the_previous(driver: AppDriver) -> None:
    """Check that nothing of the payment before is visible."""
    check_none(driver.texts(), TRACES)


def check_under_way(driver: AppDriver) -> None:
    """Check that during a lookup the window says so, copies nothing, and soon hides the payment before.

    That one stays for LOADING_DELAY_MS, so that a quick answer replaces it in one step.
    """
    QApplication.clipboard().setText(NOT_COPIED)
    driver.act(driver.window.pages.payment.copy_popover.copy_summary)
    assert not driver.is_loading or QApplication.clipboard().text() == NOT_COPIED, (
        "the payment before was copied"
    )
    driver.wait(
        lambda: not driver.is_loading or not driver.window.pages.payment.isVisible(),
        "the payment before is put away",
        SOON,
    )
    cancel = [each for each in seen(driver.window, QPushButton) if each.text() == "Cancel"]
    assert not driver.is_loading or cancel, "it does not say that it asks"
    check_nothing_of_the_previous(driver)


def check_found(driver: AppDriver, outcome: Loaded | Results | Failed) -> None:
    """Check that the requested payment is shown, and nothing else."""
    assert isinstance(outcome, Loaded), f"{outcome!r} instead of a payment"
    assert outcome.payment.imp_uid == outcome.imp_uid
    page = driver.window.pages.payment
    assert page.isVisible(), "the payment is not on the screen"
    assert any(outcome.imp_uid in text for text in driver.texts()), "its imp_uid is not to be read"
    check_nothing_of_the_previous(driver)


def check_problem(driver: AppDriver, outcome: Loaded | Results | Failed, kind: type[Exception]) -> None:
    """Check that one sentence names the cause and one the next step, in both languages, and no payment is shown."""
    assert isinstance(outcome, Failed), f"{outcome!r} instead of a problem"
    assert type(outcome.error) is kind, f"{outcome.error!r} instead of {kind.__name__}"
    page = driver.window.pages.problem
    said = set()
    for language in LANGUAGES:
        driver.set_language(language)
        assert page.isVisible(), "the problem is not on the screen"
        message = describe(outcome.error)
        assert (page.headline.text(), page.sentence.text()) == (message.what, message.next_step)
        check_sentence(message.what, language)
        check_sentence(message.next_step, language)
        said.add(message.what)
        check_nothing_of_the_previous(driver)
    assert len(said) == len(LANGUAGES), "it says the same in both languages"
    unexpected = describe(RuntimeError()).what
    assert unexpected not in said, "the sentence names no cause"


def check_sentence(text: str, language: str) -> None:
    """Check that `text` is a sentence in `language`; words of the server may be quoted."""
    assert len(text.split()) > 1, f"no sentence: {text!r}"
    assert bool(re.search("[가-힣]", text)) == (language == "ko"), f"not in {language}: {text!r}"
