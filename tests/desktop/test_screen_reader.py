"""A payment for a screen reader's user: looked up, read and its receipt opened through AT-SPI alone."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from iamport_desktop.sandbox import Sandbox
from tests.desktop.conftest import reader_session
from tests.support.desktop_driver import DesktopDriver
from tests.support.screen_reader import ScreenReader, accessibility_bus
from tests.support.secret_service import session_bus
from tools.programs import wait_until

pytestmark = pytest.mark.xdist_group("screen_reader")  # one session with a screen reader, in one worker

PARTLY = "imp_100000000002"
# Debian 12's library asks for something newer than Qt's.
ABOUT_AT_SPI = "qt.accessibility.atspi: AtSpiAdaptor::applicationInterface does not implement"
THREE_CANCELLATIONS = "imp_100000000003"
OFTEN = "imp_100000000030"


@dataclass
class Session:
    """The app with its screen reader, and the links that it opened."""

    driver: DesktopDriver
    reader: ScreenReader
    sandbox: Sandbox
    opened: Path

    def body(self, imp_uid: str) -> Any:
        """Return a payment as the API answers it."""
        return next(each.body for each in self.sandbox.payments if each.imp_uid == imp_uid)

    def check_opened(self, url: str) -> None:
        """Wait until this link and no other was opened; then forget it."""
        wait_until(self.opened.read_text, "a link is opened")
        assert self.opened.read_text() == f"{url}\n"
        self.opened.write_text("")


@pytest.fixture(scope="module")
def session(screen: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    home, notes = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("notes")
    opened = notes / "opened.txt"
    opened.touch()
    opener = home / "xdg-open"
    opener.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> {opened}\n', encoding="utf-8")
    opener.chmod(0o755)
    with Sandbox() as sandbox, session_bus(home, screen) as bus, accessibility_bus(bus) as environment:
        environment["PATH"] = f"{home}:{os.environ['PATH']}"
        with reader_session(environment, notes, sandbox) as reading:
            yield Session(reading.driver, reading.reader, sandbox, opened)
            output = reading.driver.output().splitlines()
            assert [line for line in output if not line.startswith(ABOUT_AT_SPI)] == []


def test_a_payment_is_looked_up_read_and_its_receipt_opened(session: Session) -> None:
    reader, expected = session.reader, session.body(PARTLY)
    reader.write(reader.wait_for("text", "Payment to look up"), PARTLY)
    assert reader.act(reader.wait_for("push button", "Look up")) == "Press"

    reader.wait_for("label", "Status: Partially cancelled")
    said = [each.name for each in reader.shown("label")]
    assert "Remaining: ₩20,000" in said
    assert any(name.startswith("Paid ₩30,000 · Cancelled ₩10,000 · Paid ") for name in said)
    assert f"imp_uid: {PARTLY}" in said
    assert "Phone: 010-****-1234" in [each.name for each in reader.shown("list item")]
    assert "Phone" not in said  # a field is read once

    cancelled = expected["cancel_history"][0]
    row = reader.row(reader.wait_for("table", "Cancel history"), 0)
    assert re.fullmatch(r"[0-9]+-[0-9]+\(...\) [0-9]{2}:[0-9]{2}", row.pop("Cancelled at (KST)"))
    ids = [cancelled[each] for each in ("reason", "pg_tid", "cancellation_id")]
    assert list(row.values()) == ["1", "₩10,000", "₩20,000", *ids, "Open cancellation slip"]

    assert reader.act(reader.wait_for("push button", "Open sales slip")) == "Press"
    session.check_opened(expected["receipt_url"])


def test_headings_and_the_steps_of_the_timeline_are_read_as_such(session: Session) -> None:
    session.driver.search(PARTLY)
    session.reader.wait_for("heading", "Cancel history (1)")
    session.reader.wait_for("list", "Course of the payment")
    session.reader.wait_for("list", "Buyer")
    steps = [each.name for each in session.reader.shown("list item")]
    assert [step.partition(", ")[0] for step in steps][:3] == [
        "Requested",
        "Paid ₩30,000",
        "Cancelled ₩10,000",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (THREE_CANCELLATIONS, "Status: Partially cancelled. Remaining: ₩56,300. Paid ₩87,500 · Cancelled"),
        ("imp_999999999999", "No payment imp_999999999999 was found."),
        ("NO-SUCH-7", "NO-SUCH-7: there is no payment with this order number."),
        ("user@example.com", "It looks like an e-mail address"),
    ],
)
def test_the_result_is_read_out_while_the_focus_stays_in_the_search_box(
    session: Session, text: str, expected: str
) -> None:
    session.driver.search(text)
    wait_until(
        lambda: any(expected in each for each in session.reader.announced()), f"{expected!r} is announced"
    )
    assert [each.name for each in session.reader.shown("text", "focused")] == ["Payment to look up"]


def focused(reader: ScreenReader) -> str:
    """Return role and name of the control with the focus."""
    # Qt says of the tab that is chosen that it has the focus, wherever this is.
    stops = [f"{each.role} {each.name}" for each in reader.shown("", "focused") if each.role != "page tab"]
    return stops[0] if stops else ""


def tab_to(session: Session, stop: str) -> None:
    """Press Tab until this control has the focus."""
    stops = [focused(session.reader)]

    def elsewhere() -> bool:
        return focused(session.reader) not in ("", stops[-1])

    while stops[-1] != stop:
        session.driver.press("Tab")
        wait_until(elsewhere, f"Tab leads on from {stops} to another control")
        stops.append(focused(session.reader))


def test_a_payment_is_looked_up_and_its_receipt_opened_by_keyboard_alone(session: Session) -> None:
    session.driver.search(PARTLY)
    session.reader.wait_for("label", f"imp_uid: {PARTLY}")
    tab_to(session, "push button Open sales slip")
    session.driver.press("space")
    session.check_opened(session.body(PARTLY)["receipt_url"])


def test_a_long_history_is_filtered_and_sorted_by_keyboard(session: Session) -> None:
    reader, driver = session.reader, session.driver
    driver.search(OFTEN)
    table = reader.wait_for("table", "Cancel history")
    tab_to(session, "text Filter by reason, amount or day")
    driver.type("299")
    reader.wait_for("heading", "Cancel history (1 of 300)")
    assert reader.row(table, 0)["#"] == "299"
    driver.press("ctrl+a", "BackSpace")
    reader.wait_for("heading", "Cancel history (300)")
    driver.press("Return")
    wait_until(lambda: focused(reader) == "table Cancel history", "Enter leads to the rows")
    driver.open_menu("Menu")
    driver.press("Down", "Down", "Down", "Return")
    wait_until(lambda: reader.row(table, 0)["#"] == "1", "the menu sorts")


def test_every_control_says_what_it_is(session: Session) -> None:
    session.driver.search(PARTLY)
    session.reader.wait_for("label", f"imp_uid: {PARTLY}")
    for key, role, name in (
        ("ctrl+j", "text", "The answer as JSON"),
        ("ctrl+j", "label", "Status: Partially cancelled"),
        ("F1", "label", "Go to the search box"),
    ):
        session.driver.press(key)
        session.reader.wait_for(role, name)
        assert [each for each in session.reader.shown("", "focusable") if not each.name] == []
    assert len(session.reader.shown("push button")) > 10
    assert [each for each in session.reader.everything() if "<" in each.name + each.description] == []
    session.driver.press("Escape")  # the keys go to the window again
    wait_until(lambda: not session.reader.find("label", "Go to the search box"), "the list of keys is closed")


def test_what_is_copied_is_announced_once(session: Session) -> None:
    session.driver.search(PARTLY)
    session.reader.wait_for("label", f"imp_uid: {PARTLY}")
    expected = []
    for key, said in (
        ("ctrl+shift+a", "Approval number copied"),
        ("ctrl+shift+r", "Reply to the customer copied"),
    ):
        session.driver.press(key)
        expected.append(said)
        wait_until(lambda: copied_things(session) == expected, f"it is said: {expected}")
        session.driver.press("Escape")


def copied_things(session: Session) -> list[str]:
    return [text for text in session.reader.announced() if text.endswith("copied")]


def test_a_watch_is_listed_and_stopped_by_keyboard(session: Session) -> None:
    reader, driver = session.reader, session.driver
    awaiting = session.body("imp_100000000005")
    driver.search(awaiting["imp_uid"])
    reader.act(reader.wait_for("push button", "Tell me when the deposit arrives"))
    assert reader.act(reader.wait_for("push button", "1 watched payment")) == "Press"
    reader.wait_for("tree", "1 watched payment")
    cells = [each.name for each in reader.shown("table cell")]
    assert cells[:4] == ["Notify on deposit", awaiting["name"], awaiting["merchant_uid"], "₩74,000"]
    assert cells[4].startswith("Next check ")
    assert cells[5] == "Stop"
    driver.press("Delete")  # the list has the focus
    reader.wait_for("push button", "Tell me when the deposit arrives")
    assert not reader.find("push button", "1 watched payment")


# Cards, accounts, cancellations, deposits, failures, and none of what the one before has.
WALK = [f"imp_1000000000{number:02}" for number in (3, 5, 6, 7, 14, 38, 2, 30, 1, 46)]
TEXTS = "merchant_uid name pg_tid apply_num cancel_reason fail_reason reason cancellation_id".split()


def own_texts(body: dict[str, Any]) -> set[str]:
    """Return what names a payment, its product, its reasons and its histories."""
    records = [body, *body["cancel_history"], *body.get("deposit_history", [])]
    return {str(record[name]) for record in records for name in TEXTS if record.get(name)}


def test_nothing_of_an_earlier_payment_is_in_the_tree(session: Session) -> None:
    """Hidden cells and labels count: a program that collects them does not ask whether their table is shown."""
    reader = session.reader
    bodies = {imp_uid: session.body(imp_uid) for imp_uid in WALK}
    assert len(bodies) == 10
    every_text = set[str]().union(*map(own_texts, bodies.values()))
    for imp_uid, body in bodies.items():
        reader.write(reader.wait_for("text", "Payment to look up"), imp_uid)
        reader.act(reader.wait_for("push button", "Look up"))
        reader.wait_for("label", f"imp_uid: {imp_uid}")
        said = " ".join(f"{node.name} {node.description}" for node in reader.everything())
        assert body["merchant_uid"] in said
        shown = str(body)
        others = {text for text in every_text - own_texts(body) if text not in shown}
        assert [text for text in others if text in said] == []

    reader.write(reader.wait_for("text", "Payment to look up"), "imp_199999999999")
    reader.act(reader.wait_for("push button", "Look up"))
    wait_until(lambda: not reader.find("label", f"imp_uid: {imp_uid}"), "the last payment is gone")
    said = " ".join(f"{node.name} {node.description}" for node in reader.everything())
    assert [text for text in every_text if text in said] == []
