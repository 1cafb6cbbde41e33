"""Contrast of 4.5:1 for every text, in both themes: of the colours in the table, and of what is really drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)

from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.ui.theme import DARK, LIGHT, Theme
from tests.support.window import seen, settle
from tests.support.window_states import state_gallery

ENOUGH = 4.5  # WCAG 2.2, 1.4.3
ENOUGH_FOR_DISABLED = 3.0
SHARP = 2  # picture dots to a pixel: thin strokes reach their whole colour
# Each colour of a text, on each ground, stands in one of these.
COLOURFUL = (
    "first start",
    "partially cancelled",
    "awaiting deposit",
    "failed",
    "unknown",
    "hostile",
    "revealed",
    "raw answer",
    "not found",
    "attempts",
    "samples",
    "hint",
    "key dialog",
    "menu",
)
both_themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


@cache
def luminance(colour: int) -> float:
    """Relative luminance as WCAG defines it."""
    parts = ((colour >> shift & 0xFF) / 255 for shift in (16, 8, 0))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: int, other: int) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def pairs(theme: Theme) -> Iterator[tuple[str, str, str]]:
    """What is written on what, as the style sheet has it."""
    for ground in ("window", "surface", "raised", "selection"):
        yield f"text on {ground}", theme.text, getattr(theme, ground)
    for ground in ("window", "surface", "raised"):
        yield f"muted on {ground}", theme.muted, getattr(theme, ground)
    yield "on accent", theme.on_accent, theme.accent
    yield "link on surface", theme.accent, theme.surface  # in a selected row it has the colour of the text
    for severity in Severity:
        colours = theme.severities[severity]
        yield f"{severity} on its tint", colours.text, colours.tint
        yield f"{severity} on surface", colours.text, theme.surface


def test_it_is_measured_as_wcag_does() -> None:
    assert contrast(0x000000, 0xFFFFFF) == pytest.approx(21)
    assert contrast(0x777777, 0xFFFFFF) == pytest.approx(4.48, abs=0.01)


@both_themes
def test_the_colours_of_the_theme(theme: Theme) -> None:
    measured = {name: contrast(QColor(a).rgb(), QColor(b).rgb()) for name, a, b in pairs(theme)}
    assert {name: round(each, 2) for name, each in measured.items() if each < ENOUGH} == {}


def picture_of(window: QWidget) -> QImage:
    picture = QImage(window.size() * SHARP, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(SHARP)
    window.render(picture)
    return picture


def written(window: QWidget) -> Iterator[tuple[str, bool, QRect]]:
    """Every text in sight: itself, whether it can be used, and where it stands in the window."""
    for widget in seen(window, QWidget):
        for text, area in _texts_of(widget):
            place = QRect(widget.mapTo(window, area.topLeft()), area.size())
            if text.strip() and window.rect().contains(place):
                yield text, widget.isEnabled(), place


def _texts_of(widget: QWidget) -> Iterator[tuple[str, QRect]]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text(), widget.rect()
        case QLineEdit():
            yield widget.text() or widget.placeholderText(), widget.rect().adjusted(8, 8, -40, -8)
        case QTabBar():
            yield from ((widget.tabText(tab), widget.tabRect(tab)) for tab in range(widget.count()))
        case QAbstractItemView():
            model = widget.model()
            indexes = (
                model.index(r, c) for r in range(min(model.rowCount(), 8)) for c in range(model.columnCount())
            )
            port = widget.viewport()
            yield from (
                (str(index.data() or ""), QRect(port.mapTo(widget, area.topLeft()), area.size()))
                for index in indexes
                if port.rect().contains(area := widget.visualRect(index))
            )
        case QMenu():
            for action in widget.actions():
                if action.isEnabled():
                    yield action.text(), widget.actionGeometry(action)


def drawn_contrast(picture: QImage, place: QRect) -> float:
    """The ground is what covers most; the text is what stands out most against it."""
    corner = QPoint(place.x() * SHARP, place.y() * SHARP)
    part = picture.copy(QRect(corner, QSize(place.width() * SHARP, place.height() * SHARP)))
    dots = memoryview(part.constBits()).cast("I")
    ground = Counter(dots[::7]).most_common(1)[0][0]
    return max(contrast(ground, each) for each in set(dots))


@pytest.mark.slow
@both_themes
def test_what_is_drawn(styled_app: QApplication, translation: Translation, theme: Theme) -> None:
    faint: dict[str, float] = {}
    count = 0
    with state_gallery(styled_app, translation, theme) as gallery:
        for state in COLOURFUL:
            window = gallery.show(state)
            for table in seen(window, QAbstractItemView):
                if table.model().rowCount():
                    table.setCurrentIndex(table.model().index(0, 0))
            settle()
            picture = picture_of(window)
            for text, usable, place in written(window):
                count += 1
                measured = drawn_contrast(picture, place)
                # WCAG asks nothing of what cannot be used; it is to be seen all the same.
                if measured < (ENOUGH if usable else ENOUGH_FOR_DISABLED):
                    faint[f"{state}: {text[:40]}"] = round(measured, 2)
    assert faint == {}
    assert count > 400
