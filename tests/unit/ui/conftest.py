"""The window without a network: every sample payment, and the looks to show it in."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtGui import QAccessibleAnnouncementEvent
from pytestqt.qtbot import QtBot

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.lookup.state import Loaded
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.sandbox.samples import load_samples
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.widgets import accessibility
from tests.conftest import NOW
from tests.support.build_window import API, Context, build_window

RECEIPTS = f"{API}/receipt"


def as_answered(body: object) -> Any:
    """`body` as it comes out of an answer's JSON."""
    return json.loads(json.dumps(body), parse_float=Decimal)


@pytest.fixture(scope="session")
def bodies() -> dict[str, dict[str, Any]]:
    """Every sample payment as the API answers it, by imp_uid."""
    samples = load_samples(NOW.timestamp(), RECEIPTS)
    return {each.imp_uid: as_answered(each.body) for each in samples.payments}


@pytest.fixture(scope="session")
def payments(bodies: dict[str, dict[str, Any]]) -> dict[str, Payment]:
    """Every sample payment, by imp_uid."""
    return {imp_uid: Payment.from_json(body) for imp_uid, body in bodies.items()}


@pytest.fixture
def context() -> Context:
    """English, at a fixed time, until a test changes it."""
    return Context("en", NOW)


@pytest.fixture
def window(qtbot: QtBot, context: Context, translation: Translation) -> MainWindow:
    window = build_window(context, translation)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(window.isActiveWindow)  # else its keys are not heard
    return window


def found(payment: Payment) -> Loaded:
    """The screen that shows `payment`, just asked for."""
    return Loaded(ImpUid(payment.imp_uid or ""), payment, NOW)


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of the announcements."""
    messages: list[str] = []

    class Recorder:
        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802 - Qt's name
            messages.append(event.message())

    monkeypatch.setattr(accessibility, "QAccessible", Recorder)
    return messages
