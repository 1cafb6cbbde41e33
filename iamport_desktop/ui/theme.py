"""Colours and type, light and dark. The window uses no colour that does not stand here."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from iamport_desktop.presentation.tone import Tone
from iamport_desktop.ui.stylesheet import stylesheet

# One grid for all distances, in device-independent pixels.
GRID = 8

# Korean first: a Latin font in front would leave the choice of the Korean one to chance.
FONT_FAMILIES = ("Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR", "NanumGothic")
BODY_POINTS = 10


class ToneColours(NamedTuple):
    """Text on its tint."""

    text: str
    tint: str


class Theme(NamedTuple):
    """A set of colours; each text colour has at least 4.5:1 on what it stands on."""

    name: str
    window: str
    surface: str
    raised: str
    text: str
    muted: str
    border: str
    control_border: str
    accent: str
    on_accent: str
    selection: str
    tones: Mapping[Tone, ToneColours]


LIGHT = Theme(
    name="light",
    window="#f3f4f7",
    surface="#ffffff",
    raised="#eceef2",
    text="#191d23",
    muted="#596271",
    border="#dfe3e9",
    control_border="#8b94a3",
    accent="#2f5bea",
    on_accent="#ffffff",
    selection="#d6e1ff",
    tones={
        Tone.GOOD: ToneColours("#0a6436", "#dcf5e6"),
        Tone.PARTLY: ToneColours("#834700", "#ffecd2"),
        Tone.NEUTRAL: ToneColours("#454f5c", "#e6e9ee"),
        Tone.WAITING: ToneColours("#1c49bd", "#e1eaff"),
        Tone.BAD: ToneColours("#a91f16", "#fde6e4"),
        Tone.ODD: ToneColours("#66209f", "#f1e5fb"),
    },
)
DARK = Theme(
    name="dark",
    window="#14171b",
    surface="#1d2126",
    raised="#2a2f37",
    text="#eceff3",
    muted="#a6afbb",
    border="#323841",
    control_border="#737d8b",
    accent="#86a9ff",
    on_accent="#0c1424",
    selection="#2c4379",
    tones={
        Tone.GOOD: ToneColours("#7fe3a9", "#123520"),
        Tone.PARTLY: ToneColours("#ffc780", "#3b290f"),
        Tone.NEUTRAL: ToneColours("#c5cdd7", "#2d333b"),
        Tone.WAITING: ToneColours("#adc6ff", "#192a50"),
        Tone.BAD: ToneColours("#ff9f96", "#43191a"),
        Tone.ODD: ToneColours("#dab6ff", "#34204a"),
    },
)


def theme_for(wish: str) -> Theme:
    """The theme named `wish` (`light`, `dark`), or with "" the one that the system uses now."""
    if wish == "":
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return DARK if wish == "dark" else LIGHT


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress every window of `app` in `theme`."""
    app.setPalette(_palette(theme))
    app.setStyleSheet(_fonts_against_windows() + stylesheet(theme))


def apply_font(app: QApplication) -> None:
    """Set the type for Korean and Latin text alike."""
    font = QFont(list(FONT_FAMILIES))
    font.setPointSize(BODY_POINTS)
    app.setFont(font)


def _fonts_against_windows() -> str:
    """Windows has fonts of its own for some widgets, and Qt takes them up again whenever its theme may have changed."""
    rule = ""
    if sys.platform == "win32":
        families = ", ".join(f'"{family}"' for family in FONT_FAMILIES)
        widgets = "QAbstractItemView, QHeaderView, QMenu, QMessageBox, QToolTip"
        rule = f"{widgets} {{ font-family: {families}; font-size: {BODY_POINTS}pt; }}"
    return rule


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(theme.raised), QColor(theme.window))
    for each, colour in {
        role.WindowText: theme.text,
        role.Text: theme.text,
        role.ButtonText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.window,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.Link: theme.accent,
        role.Accent: theme.accent,
        role.Mid: theme.border,
    }.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.control_border))
    return palette
