"""The window's pages, menu and personal data; and that a Korean window speaks Korean."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from iamport_desktop.api.errors import CredentialsRejected, DeadlineExceeded, NameNotFound, PaymentNotFound
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.api.origin import PORTONE
from iamport_desktop.desktop.keyring import KeyringTimeout, StoreLocked
from iamport_desktop.lookup.state import Failed, FirstStart, Loading, LookupState, Ready, Starting
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.presentation.messages.message import Remedy
from iamport_desktop.presentation.notices import stored_key_message
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.ui.dialogs.credentials import CredentialsDialog
from iamport_desktop.ui.dialogs.settings import SettingsDialog, SettingsState
from iamport_desktop.ui.keyboard import key_groups, show_keys
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.menus import MainMenu
from iamport_desktop.ui.pages.message_pages import MAX_WIDTH
from iamport_desktop.ui.payment.reveal import SECONDS, RevealTimer
from iamport_desktop.ui.widgets.message_bars import MessageBar
from tests.conftest import NOW
from tests.support.build_window import Context, build_window
from tests.support.window import button, menu_texts, seen, settle, texts
from tests.unit.ui.conftest import found

ID = ImpUid("imp_100000000001")
WITH_BUYER, OTHER = "imp_100000000002", "imp_100000000003"
NAME, PHONE = "김샘플", "010-0000-1234"
SETTINGS = SettingsState(
    language="ko",
    theme="",
    shop_name="예시상점",
    keeps_history=True,
    has_history=True,
    include_test_payments=False,
    hides_from_captures=False,
    samples=False,
)
PROBLEMS = [
    PaymentNotFound(included_sandbox=False),
    PaymentNotFound(included_sandbox=True),
    CredentialsRejected(http_status=401),
    DeadlineExceeded(host="api.example.com", seconds=15),
    NameNotFound(host="api.example.com"),
    StoreLocked(),
    KeyringTimeout(),
]

# Names, keys of the keyboard and terms that Korean desks use in Latin letters.
LATIN = set(
    "imp_uid imp_ ORD customer_uid API REST V1 PG MID KST JSON ID URL PNG iamport Ctrl Alt Shift Enter Return Esc "
    "English DNS NHN KICC".lower().split()
)


# Pages


def test_first_start_offers_two_ways(qtbot: QtBot, window: MainWindow) -> None:
    window.show_state(FirstStart())
    page = window.pages.first_start
    assert page.isVisible()
    for name, signal in (
        ("Enter key…", window.pages.credentials_requested),
        ("View sample payments", window.pages.samples_requested),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def test_a_lookup_shows_what_it_is_for_and_can_be_cancelled(qtbot: QtBot, window: MainWindow) -> None:
    window.show_state(Loading(ID))
    assert any(ID in text for text in texts(window.pages.loading))
    qtbot.waitUntil(window.pages.loading.isVisible)
    with qtbot.waitSignal(window.pages.cancelled):
        qtbot.mouseClick(button(window, "Cancel"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.search.cancelled):
        qtbot.keyClick(window, Qt.Key.Key_Escape)


def test_starting_and_ready_say_different_things(window: MainWindow) -> None:
    window.show_state(Starting())
    starting = texts(window.pages)
    window.show_state(Ready())
    assert texts(window.pages) != starting
    assert starting


@pytest.mark.parametrize("error", PROBLEMS, ids=lambda error: type(error).__name__)
def test_a_problem_offers_its_remedies_and_no_others(
    qtbot: QtBot, window: MainWindow, error: Exception
) -> None:
    window.show_state(Failed(ID, PaymentNotFound(included_sandbox=False)))
    window.show_state(Failed(ID, error))
    chosen: list[Remedy] = []
    window.pages.remedy_chosen.connect(chosen.append)
    buttons = seen(window.pages.problem, QPushButton)
    for each in sorted(buttons, key=lambda each: each.x()):
        qtbot.mouseClick(each, Qt.MouseButton.LeftButton)
    assert window.pages.problem.headline.text()
    assert (Remedy.INCLUDE_TEST_PAYMENTS in chosen) is (getattr(error, "included_sandbox", None) is False)
    assert (Remedy.RELOAD_KEY in chosen) is isinstance(error, StoreLocked | KeyringTimeout)
    assert len(chosen) == len(set(chosen)) == len(buttons)


@pytest.mark.parametrize("error", PROBLEMS, ids=lambda error: type(error).__name__)
def test_the_lines_of_a_message_are_even(window: MainWindow, error: Exception) -> None:
    window.show_state(Failed(ID, error))
    page = window.pages.problem
    for label in (page.headline, page.sentence, page.technical):
        width, lines = label.maximumWidth(), label.heightForWidth(MAX_WIDTH)
        assert label.heightForWidth(width) == lines
        assert width == MAX_WIDTH // 2 or label.heightForWidth(width - 1) > lines


def test_an_unknown_sample_is_said_to_be_one(window: MainWindow) -> None:
    window.show_state(Failed(ID, PaymentNotFound(included_sandbox=True)))
    real = window.pages.problem.headline.text()
    window.set_samples(lambda: [(ID, "one")])
    assert window.pages.problem.headline.text() != real
    assert "sample" in window.pages.problem.headline.text()


def test_the_banner_and_the_title_tell_of_samples(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.sample_bar.isVisible()
    window.show_state(Ready())
    window.set_samples(lambda: [(ID, "Card, paid")])
    assert window.sample_bar.isVisible()
    assert window.windowTitle() == "iamport desktop — sample payments"
    assert ID in texts(window.pages.samples)
    window.set_samples(None)
    assert not window.sample_bar.isVisible()
    assert window.windowTitle() == "iamport desktop"


def test_a_message_bar_takes_no_room_without_words(qtbot: QtBot) -> None:
    bar = MessageBar(Severity.WAITING)
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.show_text(lambda: "something", lambda: "Do it")
    assert (bar.isVisible(), bar.text()) == (True, "something")
    with qtbot.waitSignal(bar.action_requested):
        qtbot.mouseClick(button(bar, "Do it"), Qt.MouseButton.LeftButton)
    bar.show_text(lambda: "something else")
    assert seen(bar, QPushButton) == []
    bar.clear()
    assert bar.isHidden()


@pytest.mark.parametrize(
    ("key", "modifier", "signal"),
    [
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, "refreshed"),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, "back"),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, "forward"),
    ],
)
def test_keys_of_the_window(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier, signal: str
) -> None:
    with qtbot.waitSignal(getattr(window.search, signal)):
        qtbot.keyClick(window, key, modifier)


def test_ctrl_l_goes_to_the_search_box(
    qtbot: QtBot, window: MainWindow, payments: dict[str, Payment]
) -> None:
    window.show_state(found(payments[WITH_BUYER]))
    window.pages.payment.view.header.copy.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.search.box.hasFocus()


# Menu


@pytest.mark.parametrize(
    ("item", "signal"),
    [
        ("key", "credentials_requested"),
        ("settings", "settings_requested"),
        ("samples", "samples_toggled"),
        ("keys", "keys_requested"),
        ("about", "about_requested"),
    ],
)
def test_each_item_of_the_menu_asks_for_its_own(qtbot: QtBot, item: str, signal: str) -> None:
    menu = MainMenu()
    qtbot.addWidget(menu)
    action: QAction = getattr(menu, item)
    with qtbot.waitSignal(getattr(menu, signal)):
        action.trigger()


def test_the_menu_prints_the_keys_that_the_window_has(qtbot: QtBot, window: MainWindow) -> None:
    printed = {text.partition("\t")[2] for text in menu_texts(window.menu)} - {""}
    assert printed == {"Ctrl+,", "F1"}
    assert printed <= {key.keys for _, keys in key_groups(window) for key in keys}
    with qtbot.waitSignal(window.menu.settings_requested):
        qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)


def test_samples_need_no_key(qtbot: QtBot) -> None:
    menu = MainMenu()
    qtbot.addWidget(menu)
    assert (menu.key.isEnabled(), menu.samples.text()) == (True, "Sample payments")
    menu.show_samples(True)
    assert (menu.key.isEnabled(), menu.samples.text()) == (False, "Leave sample mode")
    menu.show_samples(False)
    assert (menu.key.isEnabled(), menu.samples.text()) == (True, "Sample payments")


# Personal data


def tick(reveal: RevealTimer, seconds: int) -> None:
    """Let `seconds` pass, as its own timer tells them."""
    (timer,) = [each for each in reveal.findChildren(QTimer) if each.isActive()]
    assert timer.interval() == 1000
    timer.stop()
    for _ in range(seconds):
        timer.timeout.emit()


def test_personal_data_is_masked_until_it_is_asked_for_and_again_after_30_seconds(
    qtbot: QtBot, window: MainWindow, payments: dict[str, Payment]
) -> None:
    window.show_state(found(payments[WITH_BUYER]))
    assert not {NAME, PHONE} & set(texts(window))
    qtbot.mouseClick(window.pages.payment.view.header.reveal, Qt.MouseButton.LeftButton)
    assert {NAME, PHONE} <= set(texts(window))
    assert SECONDS == 30
    tick(window.pages.payment.reveal, SECONDS - 1)
    assert "Personal data shown · 1 s" in texts(window)
    assert {NAME, PHONE} <= set(texts(window))
    window.pages.payment.reveal.findChildren(QTimer)[0].timeout.emit()
    assert not {NAME, PHONE} & set(texts(window))
    assert not window.pages.payment.reveal.on


@pytest.mark.parametrize("next_screen", ["another", "the same again", "loading", "problem"])
def test_what_was_revealed_does_not_survive_the_next_lookup(
    qtbot: QtBot, window: MainWindow, payments: dict[str, Payment], next_screen: str
) -> None:
    screens: dict[str, LookupState] = {
        "another": found(payments[OTHER]),
        "the same again": found(payments[WITH_BUYER]),
        "loading": Loading(ID),
        "problem": Failed(ID, PaymentNotFound()),
    }
    window.show_state(found(payments[WITH_BUYER]))
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert NAME in texts(window)
    window.show_state(screens[next_screen])
    assert not window.pages.payment.reveal.on
    window.show_state(found(payments[WITH_BUYER]))
    assert not {NAME, PHONE} & set(texts(window))


def test_it_can_be_masked_at_once(qtbot: QtBot, window: MainWindow, payments: dict[str, Payment]) -> None:
    window.show_state(found(payments[WITH_BUYER]))
    for shown in (True, False, True, False):
        qtbot.keyClick(window, Qt.Key.Key_F8)
        assert (NAME in texts(window)) is shown


# Korean


@pytest.fixture
def korean(qtbot: QtBot, styled_app: QApplication, context: Context, translation: Translation) -> MainWindow:
    """A window that was English at first."""
    window = build_window(context, translation)
    qtbot.addWidget(window)
    window.show()
    window.show_state(FirstStart())
    context.language = "ko"
    translation.use("ko")
    settle()
    return window


def latin_words(said: Iterable[str], allowed: str = "") -> set[str]:
    """Words in Latin letters that no desk in Korea needs to read."""
    known = LATIN | set(re.findall(r"[a-z_]+", allowed.lower()))
    words = {word.lower() for text in said for word in re.findall(r"[A-Za-z_]+", text)}
    return {word for word in words if len(word) > 2 and word not in known}


@pytest.mark.parametrize(
    "screen",
    [FirstStart(), Starting(), Ready(), Loading(ID), *(Failed(ID, error) for error in PROBLEMS)],
    ids=lambda screen: type(getattr(screen, "error", screen)).__name__,
)
def test_no_english_is_left_on_a_korean_page(korean: MainWindow, screen: LookupState) -> None:
    korean.show_state(screen)
    said = [text for text in texts(korean) if text != korean.pages.problem.technical.text()]
    assert latin_words(said, "api.example.com PortOne GNOME KWallet Keys") == set()


def test_no_english_is_left_on_a_korean_payment(
    korean: MainWindow, bodies: dict[str, dict[str, Any]], payments: dict[str, Payment]
) -> None:
    foreign: dict[str, set[str]] = {}
    for imp_uid, payment in payments.items():
        korean.show_state(found(payment))
        # What the server sent is shown as it came, and the fields' API names stand in tooltips.
        sent = json.dumps(bodies[imp_uid], default=str, ensure_ascii=False)
        if words := latin_words(texts(korean), sent):
            foreign[imp_uid] = words
    assert foreign == {}


def test_no_english_is_left_in_the_menu_and_the_dialogs(qtbot: QtBot, korean: MainWindow) -> None:
    said = menu_texts(korean.menu)
    dialog = CredentialsDialog(PORTONE, korean)
    dialog.show_stored(lambda: stored_key_message("1234567890123456", NOW, PORTONE))
    dialog.open()
    said += texts(dialog)
    dialog.reject()
    said += texts(SettingsDialog(SETTINGS, korean))
    show_keys(korean)
    said += [text for top in QApplication.topLevelWidgets() if top.isVisible() for text in texts(top)]
    assert (
        latin_words(said, "https api.iamport.kr PortOne Keys Language English iamport desktop Ctrl PgDn PgUp")
        == set()
    )
