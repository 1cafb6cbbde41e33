"""The settings, the menu and the About dialog, by keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QWidget

from iamport_desktop import __version__
from iamport_desktop.api.origin import PORTONE
from iamport_desktop.api.proxy import ProxyServer
from iamport_desktop.diagnostics import diagnostics
from iamport_desktop.lookup.state import Failed, Ready
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.settings import Settings
from iamport_desktop.ui.dialogs.about import AboutDialog
from iamport_desktop.ui.dialogs.settings import SettingsDialog
from iamport_desktop.ui.theme import DARK, LIGHT, apply_theme, current_theme
from tests.support.app_driver import AppDriver
from tests.support.window import seen, texts

PAID = "imp_100000000001"


@pytest.fixture
def settings(driver: AppDriver) -> SettingsDialog:
    """The dialog that Ctrl+, opens."""
    driver.press("Ctrl+,")
    return the(SettingsDialog, driver)


Dialog = TypeVar("Dialog", bound=QDialog)


def the(kind: type[Dialog], driver: AppDriver) -> Dialog:
    """Return the open dialog of this kind."""
    (dialog,) = seen(driver.window, kind)
    return dialog


def press(driver: AppDriver, widget: QWidget, key: Qt.Key) -> None:
    driver.act(lambda: QTest.keyClick(widget, key))


def test_language_and_theme_apply_at_once(
    driver: AppDriver, settings: SettingsDialog, tmp_path: Path
) -> None:
    choose(driver, settings.theme, Qt.Key.Key_End)
    assert current_theme() is DARK
    choose(driver, settings.language, Qt.Key.Key_Home)
    assert settings.windowTitle() == "설정"
    assert "조회" in driver.texts()
    driver.app.save()
    kept = Settings(tmp_path / "settings.ini")
    assert (kept.language, kept.theme) == ("ko", "dark")
    driver.set_theme("light")
    apply_theme(QApplication.instance(), LIGHT)  # type: ignore[arg-type]


def choose(driver: AppDriver, box: QComboBox, key: Qt.Key) -> None:
    driver.act(box.setFocus)
    press(driver, box, key)
    driver.settle()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_shop_name_is_taken_by_enter_and_on_closing(
    driver: AppDriver, settings: SettingsDialog, key: Qt.Key
) -> None:
    driver.act(settings.shop_name.setFocus)
    driver.act(lambda: QTest.keyClicks(settings.shop_name, "My Shop "))
    press(driver, settings.shop_name, key)
    assert driver.app.preferences.format_context().shop_name == "My Shop"
    assert (seen(driver.window, SettingsDialog) == []) is (key == Qt.Key.Key_Escape)


def test_the_history_is_cleared_and_no_longer_kept(driver: AppDriver) -> None:
    driver.show(PAID)
    driver.press("Ctrl+,")
    settings = the(SettingsDialog, driver)
    assert driver.app.preferences.history == [PAID]
    driver.act(settings.clear_history.setFocus)
    press(driver, settings.clear_history, Qt.Key.Key_Space)
    assert driver.app.preferences.history == []
    assert not settings.clear_history.isEnabled()
    assert settings.focusWidget() is settings.history
    press(driver, settings.history, Qt.Key.Key_Space)
    press(driver, settings, Qt.Key.Key_Escape)
    driver.show("imp_100000000002")
    assert driver.app.preferences.history == []


def test_test_payments_are_included_from_the_next_lookup_on(
    driver: AppDriver, settings: SettingsDialog, sandbox: Sandbox
) -> None:
    press(driver, settings.test_payments, Qt.Key.Key_Space)
    press(driver, settings, Qt.Key.Key_Escape)
    driver.show(PAID)
    (asked,) = [request for request in sandbox.requests if request.path == f"/payments/{PAID}"]
    assert "include_sandbox=true" in asked.query


@pytest.mark.parametrize("supported", [False, True])
def test_captures_are_a_setting_only_where_the_system_can_hide_a_window(
    driver: AppDriver, monkeypatch: pytest.MonkeyPatch, supported: bool
) -> None:
    monkeypatch.setattr("iamport_desktop.controllers.preferences.is_supported", lambda: supported)
    driver.press("Ctrl+,")
    settings = the(SettingsDialog, driver)
    assert settings.captures.isVisible() is supported
    if supported:
        press(driver, settings.captures, Qt.Key.Key_Space)
        assert driver.app.settings.hides_from_captures


def test_the_banner_leads_out_of_the_samples(driver: AppDriver) -> None:
    driver.act(driver.window.menu.samples.trigger)
    driver.wait_for(Ready)
    driver.press("Ctrl+,")
    settings = the(SettingsDialog, driver)
    assert (settings.test_payments.isChecked(), settings.test_payments.isEnabled()) == (True, False)
    press(driver, settings, Qt.Key.Key_Escape)
    leave = driver.button("Leave sample mode")
    driver.act(leave.setFocus)
    press(driver, leave, Qt.Key.Key_Space)
    assert not driver.app.sessions.in_sample_mode
    assert not driver.window.sample_bar.isVisible()
    assert driver.window.menu.key.isEnabled()
    driver.show(PAID)  # with the key that was in use before


def test_about_says_the_version_and_copies_what_support_asks_for(
    driver: AppDriver, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "iamport_desktop.api.proxy.system_proxy",
        lambda _: ProxyServer("http", "proxy.example.com", 3128, ("an-agent", "a-password")),
    )
    assert isinstance(driver.look_up("imp_999999999999"), Failed)
    driver.act(driver.window.menu.about.trigger)
    about = the(AboutDialog, driver)
    assert f"iamport desktop {__version__}" in texts(about)
    assert "MIT License" in about.licenses.toPlainText()
    press(driver, about.copy_button, Qt.Key.Key_Space)
    copied = QApplication.clipboard().text()
    for line in (
        f"iamport-desktop {__version__}",
        "Language: en",
        "Theme: as the system",
        f"API: {sandbox.url}",
        "Proxy: proxy.example.com:3128",
        "Last error: iamport_desktop.api.errors.PaymentNotFound",
    ):
        assert line in copied.splitlines()
    assert "Diagnostics copied" in texts(about)
    for private in ("a-password", "an-agent", sandbox.imp_key, sandbox.imp_secret, str(Path.home()), "imp_9"):
        assert private not in copied
    press(driver, about, Qt.Key.Key_Escape)
    driver.wait(lambda: driver.window.findChildren(AboutDialog) == [], "the dialog is deleted")


def test_the_diagnostics_say_that_the_proxy_setting_cannot_be_used(
    driver: AppDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("iamport_desktop.api.proxy.getproxies", lambda: {"https": "socks5://a:b@example.com"})
    screen = driver.window.screen()
    text = diagnostics(PORTONE, "ko", "dark", screen, None)
    assert "Proxy: a setting that cannot be used (unsupported)" in text.splitlines()
    assert "Last error: none" in text.splitlines()
    assert "example.com" not in text
