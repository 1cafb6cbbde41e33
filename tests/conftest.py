"""What every test shares: Qt without a screen, the app's fonts and looks, a sandbox."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from iamport_desktop.api.codes import CodeTables
from iamport_desktop.domain.rules import Rules
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.resources import resource_path
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.ui.theme import LIGHT, apply_font, apply_theme

NOW = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
RULES = Rules.load(resource_path())


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["iamport-desktop"]


@pytest.fixture(scope="session")
def dressed_app(qapp: QApplication) -> QApplication:
    """The application as `launch` sets it up."""
    qapp.setStyle("Fusion")
    apply_font(qapp)
    apply_theme(qapp, LIGHT)
    return qapp


@pytest.fixture(scope="session")
def codes() -> CodeTables:
    return CodeTables.load(resource_path("codes"))


@pytest.fixture(scope="session")
def spoken(qapp: QApplication) -> Translation:
    """The one translation of all tests, English at first: Qt asks every one that was ever installed."""
    translation = Translation(qapp)
    translation.use("en")
    return translation


@pytest.fixture(params=["ko", "en"])
def language(request: pytest.FixtureRequest, spoken: Translation) -> Iterator[str]:
    """Each of the two languages, installed."""
    spoken.use(request.param)
    yield request.param
    spoken.use("en")


@pytest.fixture
def context(codes: CodeTables, spoken: Translation) -> FormatContext:
    """English, masked, at a fixed time."""
    return FormatContext("en", codes, RULES, NOW)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running
