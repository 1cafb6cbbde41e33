"""What a support person asks for: versions, system and settings. No personal data, no key, no path."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QScreen

from iamport_desktop.api.errors import InvalidProxySetting
from iamport_desktop.api.origin import Origin
from iamport_desktop.desktop.crash_report import class_name, report_header
from iamport_desktop.desktop.keyring.store import backend_name


def diagnostics(
    origin: Origin, language: str, theme: str, screen: QScreen, last_error: BaseException | None
) -> str:
    """Return one line for each thing to know, in English.

    `theme` is "" for the system's. Of `last_error`, only the class is named: its message may repeat what a server sent.
    """
    size = screen.size()
    return report_header() + "\n".join(
        (
            f"Window system: {QGuiApplication.platformName()}, screen {size.width()}x{size.height()}, "
            f"scale {screen.devicePixelRatio():g}",
            f"Language: {language}",
            f"Theme: {theme or 'as the system'}",
            f"API: {origin}",
            f"Proxy: {_proxy(origin)}",
            f"Keyring: {backend_name()}",
            f"Last error: {class_name(last_error) if last_error else 'none'}",
        )
    )


def _proxy(origin: Origin) -> str:
    """Name the proxy's host and port, never its login."""
    from iamport_desktop.api.proxy import system_proxy  # imports ssl

    try:
        proxy = system_proxy(origin)
    except InvalidProxySetting as error:
        return f"a setting that cannot be used ({error.fault})"
    return f"{proxy.host}:{proxy.port}" if proxy else "none"
