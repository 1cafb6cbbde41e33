"""The order of a payment that is not paid is asked for its other attempts, and no reply invites to pay before."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.domain.attempts import Unasked
from iamport_desktop.lookup import follow_ups
from iamport_desktop.lookup.state import Loaded, Order, Results
from iamport_desktop.presentation.i18n import using_translator
from iamport_desktop.presentation.reply import reply
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.sandbox.embedded import RecordedRequest
from tests.faults import replies
from tests.faults.fault import CREDENTIALS, environment
from tests.faults.server import Behaviour, Call, Server
from tests.support.app_driver import AppDriver, running_app
from tests.support.memory_store import MemoryStore
from tests.support.window import button, texts

ORDER = "ORD-SAMPLE-RETRY"
FAILED_FIRST, FAILED_LAST, PAID = map(ImpUid, (f"imp_1000000000{number}" for number in (38, 39, 40)))
OVER_LIMIT = ImpUid("imp_100000000011")  # failed, the only attempt of its order
PENDING = ImpUid("imp_100000000020")
PAID_CARD = ImpUid("imp_100000000001")
PAID_NOTICE = "Another payment for the same order is paid: ₩279,000"


class Held:
    """Holds back the answers about orders until the end of the test."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.release = threading.Event()
        self.arrived = threading.Event()
        sandbox.before_answer = self._wait

    def _wait(self, request: RecordedRequest) -> None:
        if request.path.startswith("/payments/findAll/"):
            self.arrived.set()
            self.release.wait()


@pytest.fixture
def held(sandbox: Sandbox) -> Iterator[Held]:
    held = Held(sandbox)
    yield held
    held.release.set()


def orders_asked(sandbox: Sandbox) -> int:
    return sum(request.path.startswith("/payments/findAll/") for request in sandbox.requests)


def others(driver: AppDriver) -> object:
    """What is known of the other attempts for the order of the payment on screen."""
    return driver.window.pages.payment._other_attempts


def wait_until_asked(driver: AppDriver) -> None:
    driver.wait(lambda: not driver.app.follow_ups.is_pending, "the follow-up requests end")


def notices(driver: AppDriver) -> list[str]:
    return [text for text in texts(driver.window.pages.payment.view.notices) if text]


def copied_reply(driver: AppDriver) -> str:
    driver.press("Ctrl+Shift+R")
    return QApplication.clipboard().text()


def caution(driver: AppDriver) -> str:
    """What the popover says to the agent above the reply."""
    return driver.window.pages.payment.copy_popover.caution.text()


def reply_with(driver: AppDriver, attempts: Any) -> str:
    """The reply for the payment on screen where the other attempts are these."""
    assert isinstance(driver.state, Loaded)
    return reply(driver.state.payment, driver.app.preferences.format_context(), attempts)


def test_a_paid_attempt_is_shown_above_all_and_opens(driver: AppDriver) -> None:
    driver.show(FAILED_LAST)
    wait_until_asked(driver)
    assert notices(driver)[0].startswith(PAID_NOTICE)
    driver.click(button(driver.window.pages.payment.view.notices, "Open"))
    driver.wait(lambda: driver.shows(PAID), "the paid attempt is shown")
    assert not any(PAID_NOTICE in text for text in driver.texts())


@pytest.mark.parametrize(
    ("language", "said"), [("ko", "같은 주문에 결제완료된 결제가 있습니다: 279,000원"), ("en", PAID_NOTICE)]
)
def test_it_is_said_in_both_languages(driver: AppDriver, language: str, said: str) -> None:
    driver.show(FAILED_LAST)
    wait_until_asked(driver)
    driver.set_language(language)
    assert notices(driver)[0].startswith(said)
    assert {"ko": "열기", "en": "Open"}[language] in notices(driver)


def test_the_order_of_a_paid_payment_is_not_asked_for(driver: AppDriver, sandbox: Sandbox) -> None:
    driver.show(PAID_CARD)
    wait_until_asked(driver)
    assert others(driver) is Unasked.NOT_ASKED
    assert orders_asked(sandbox) == 0


def test_a_payment_without_an_order_number_has_no_order_to_ask_for(
    driver: AppDriver, sandbox: Sandbox
) -> None:
    sandbox.change_payment(OVER_LIMIT, merchant_uid=None)
    driver.show(OVER_LIMIT)
    wait_until_asked(driver)
    assert others(driver) is Unasked.NOT_ASKED
    assert copied_reply(driver) == reply_with(driver, Unasked.NOT_ASKED)


def test_the_reply_invites_to_pay_only_when_the_answer_is_there(driver: AppDriver, held: Held) -> None:
    driver.show(OVER_LIMIT)
    driver.wait(held.arrived.is_set, "the order is asked for")
    assert others(driver) is Unasked.ASKING
    inviting, waiting = reply_with(driver, ()), reply_with(driver, Unasked.ASKING)
    assert inviting != waiting
    assert copied_reply(driver) == waiting
    assert "still being looked up" in caution(driver)
    held.release.set()
    wait_until_asked(driver)
    assert others(driver) == ()
    driver.window.clear_note()
    assert copied_reply(driver) == inviting
    assert caution(driver) == ""


def test_the_reply_does_not_invite_where_another_attempt_is_paid(driver: AppDriver) -> None:
    driver.show(FAILED_LAST)
    wait_until_asked(driver)
    assert copied_reply(driver) != reply_with(driver, ())
    assert "another payment for the same order is paid" in caution(driver)


def test_a_reply_that_would_not_invite_anyway_needs_no_caution(driver: AppDriver, held: Held) -> None:
    driver.show(PENDING)
    driver.wait(held.arrived.is_set, "the order is asked for")
    assert copied_reply(driver) == reply_with(driver, ())
    assert caution(driver) == ""


def test_a_test_payment_is_no_paid_attempt(driver: AppDriver, sandbox: Sandbox) -> None:
    sandbox.change_payment(PAID, sandbox=True)
    driver.show(FAILED_LAST)
    wait_until_asked(driver)
    assert not any(PAID_NOTICE in text for text in notices(driver))
    assert copied_reply(driver) == reply_with(driver, ())
    assert caution(driver) == ""


def test_the_answer_about_one_payment_is_not_shown_with_the_next(
    driver: AppDriver, sandbox: Sandbox, held: Held
) -> None:
    driver.show(FAILED_LAST)
    driver.wait(held.arrived.is_set, "the order is asked for")
    driver.show(PAID_CARD)
    held.release.set()
    wait_until_asked(driver)
    driver.settle()
    assert others(driver) is Unasked.NOT_ASKED
    assert not any("same order" in text for text in driver.texts())


def test_a_list_that_was_just_shown_is_not_asked_for_again(driver: AppDriver, sandbox: Sandbox) -> None:
    driver.act(lambda: driver.app.lookups._open(Order(ORDER)))
    assert isinstance(driver.outcome(), Results)
    driver.act(lambda: driver.app.lookups.open(FAILED_LAST))
    driver.wait(lambda: driver.shows(FAILED_LAST), "the attempt is shown")
    assert notices(driver)[0].startswith(PAID_NOTICE)
    assert orders_asked(sandbox) == 1


def test_an_order_of_one_attempt_is_not_asked_for_twice(driver: AppDriver, sandbox: Sandbox) -> None:
    driver.act(lambda: driver.app.lookups._open(Order("ORD-SAMPLE-0011")))
    assert isinstance(driver.outcome(), Loaded)
    assert others(driver) == ()
    assert orders_asked(sandbox) == 1


def test_an_old_list_is_asked_for_again(
    driver: AppDriver, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow_ups, "LISTED_LIFE", -follow_ups.LISTED_LIFE)
    driver.act(lambda: driver.app.lookups._open(Order(ORDER)))
    driver.outcome()
    driver.act(lambda: driver.app.lookups.open(FAILED_LAST))
    driver.wait(lambda: driver.shows(FAILED_LAST), "the attempt is shown")
    wait_until_asked(driver)
    assert orders_asked(sandbox) == 2
    assert notices(driver)[0].startswith(PAID_NOTICE)


def at_order(behaviour: Behaviour) -> Callable[[Call], None]:
    """A failed payment; its order is answered by `behaviour`."""

    def behave(call: Call) -> None:
        if "/findAll/" in call.path:
            behaviour(call)
        else:
            replies.paid_with(status="failed", fail_reason="[2116] 개인 월 한도금액 초과")(call)

    return behave


def listed(*payments: dict[str, Any], **more: Any) -> Behaviour:
    return replies.respond({"list": list(payments), "next": 0, **more})


ITSELF = replies.payment(OVER_LIMIT, status="failed")
UNKNOWN = {
    "not-found": replies.refuse(404),
    "server-error": replies.refuse(500),
    "no-list": replies.respond({}),
    "hung-up": replies.hang_up,
    "of-another-order": listed(replies.payment(PAID, merchant_uid="order-2")),
    "without-itself": listed(replies.payment(FAILED_FIRST, status="failed")),
    "cut-off": listed(ITSELF, total=2),
    "contradictory": listed(ITSELF, replies.payment(PAID), replies.payment(PAID, status="failed")),
    "turned-paid": listed(replies.payment(OVER_LIMIT)),
}


@pytest.mark.parametrize("kind", UNKNOWN)
def test_whatever_is_not_known_for_sure_does_not_let_the_reply_invite(
    styled_app: QApplication, tmp_path: Path, kind: str
) -> None:
    with (
        environment(),
        Server(lookup=at_order(UNKNOWN[kind]), token=replies.token()) as server,
        running_app(styled_app, tmp_path, server.url, MemoryStore(CREDENTIALS)) as driver,
    ):
        driver.show(OVER_LIMIT)
        wait_until_asked(driver)
        with using_translator(driver.window.pages.payment.copy_popover._translators["en"]):
            inviting = reply_with(driver, ())
        assert copied_reply(driver) != inviting
        assert caution(driver).startswith("The reply does not ask the customer to pay")
