"""The shared part of the PyInstaller hooks for Qt modules."""

from __future__ import annotations

from pathlib import Path

from bundle.exclusions import TRANSLATIONS_KEPT, is_excluded_plugin

Collected = list[tuple[str, str]]


def collect(hook: str) -> tuple[list[str], Collected, Collected]:
    """Return what PyInstaller's own hook of this file name collects (modules, plugins, data), without exclusions.

    Plugins are excluded here, before PyInstaller follows their links, so that their libraries stay out as well.
    """
    from PyInstaller.utils.hooks.qt import add_qt6_dependencies

    modules, plugins, data = add_qt6_dependencies(hook)
    return (
        modules,
        [(source, folder) for source, folder in plugins if not is_excluded_plugin(source)],
        [(source, folder) for source, folder in data if Path(source).name in TRANSLATIONS_KEPT],
    )
