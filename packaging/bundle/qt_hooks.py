"""What the hooks for Qt modules share."""

from __future__ import annotations

from pathlib import Path

from bundle.exclusions import TRANSLATIONS_KEPT, is_excluded_plugin

Collected = list[tuple[str, str]]


def needed(hook: str) -> tuple[list[str], Collected, Collected]:
    """Return what PyInstaller's own hook of this file name collects (modules, plugins, data), without what is left out.

    The plugins are left out here, before PyInstaller looks at what they link to: so their libraries stay out as well.
    """
    from PyInstaller.utils.hooks.qt import add_qt6_dependencies

    modules, plugins, data = add_qt6_dependencies(hook)
    return (
        modules,
        [(source, folder) for source, folder in plugins if not is_excluded_plugin(source)],
        [(source, folder) for source, folder in data if Path(source).name in TRANSLATIONS_KEPT],
    )
