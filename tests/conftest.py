"""What every test shares: Qt without a screen, fonts and colours of the app, a sandbox."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from iamport_desktop.api.codes import CodeTables
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.domain.rules import Rules
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.resources import resource_path
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.ui.theme import LIGHT, apply_font, apply_theme
from tests.support.app_driver import AppDriver, running_app
from tests.support.fixed_keyring import FixedKeyring

NOW = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
RULES = Rules.load(resource_path())


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["iamport-desktop"]


@pytest.fixture(scope="session")
def styled_app(qapp: QApplication) -> Iterator[QApplication]:
    """The QApplication with the style, font and light colours of the app."""
    qapp.setStyle("Fusion")
    apply_font(qapp)
    apply_theme(qapp, LIGHT)
    yield qapp
    qapp.clipboard().clear()  # its data, which Python made, must not outlive Python


@pytest.fixture(autouse=True)
def _release_modifiers() -> Iterator[None]:
    """Release Ctrl and the like behind a test: Qt takes them for held until another key event says otherwise."""
    yield
    if QApplication.instance() and QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyClick(QWidget(), Qt.Key.Key_unknown)


@pytest.fixture(scope="session")
def codes() -> CodeTables:
    return CodeTables.load(resource_path("codes"))


@pytest.fixture(scope="session")
def installed_translation(qapp: QApplication) -> Translation:
    """The one translation of all tests: Qt keeps asking each that was ever installed."""
    return Translation(qapp)


@pytest.fixture
def translation(installed_translation: Translation) -> Iterator[Translation]:
    """In English, until a test chooses another language."""
    installed_translation.use("en")
    yield installed_translation
    installed_translation.use("en")


@pytest.fixture(params=["ko", "en"])
def language(request: pytest.FixtureRequest, translation: Translation) -> str:
    """Each of the two languages in turn."""
    translation.use(request.param)
    return str(request.param)


@pytest.fixture
def context(codes: CodeTables, translation: Translation) -> FormatContext:
    """English, masked, at a fixed time."""
    return FormatContext("en", codes, RULES, NOW)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def driver(
    styled_app: QApplication, translation: Translation, sandbox: Sandbox, tmp_path: Path
) -> Iterator[AppDriver]:
    """The app with the key of the sandbox, in English, when it is ready."""
    with running_app(styled_app, tmp_path, sandbox.url, CredentialStore(FixedKeyring)) as driver:
        yield driver
