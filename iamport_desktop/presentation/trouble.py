"""What is said of trouble in the app itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def trouble(report: str) -> str:
    """Something went wrong just now. `report` is the path of the report, "" where none could be written."""
    if not report:
        return translate(
            "Trouble",
            "Something went wrong in this app, and no report of it could be written. "
            "If it happens again, restart the app.",
        )
    return translate(
        "Trouble",
        "Something went wrong in this app. If it happens again, pass this report on to whoever looks after the "
        "app (it holds no personal data): {report}",
    ).format(report=report)


def earlier_trouble(report: str) -> str:
    """The app died the last time. `report` is the path of the report."""
    return translate(
        "Trouble",
        "The app ended unexpectedly the last time. If it happens again, pass this report on to whoever looks "
        "after the app (it holds no personal data): {report}",
    ).format(report=report)
