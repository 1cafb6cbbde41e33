"""Tests for Windows, or Wine (make test-windows). Elsewhere nothing is collected."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.integration.windows.wine_or_windows import WINE

collect_ignore_glob = [] if sys.platform == "win32" else ["test_*.py"]

# What Qt warns of because Wine is no whole Windows 10.
_OF_WINE = ("PerMonitorVersion2 is not supported", "EnableNonClientDpiScaling")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if WINE and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(*_OF_WINE, extend=True))
