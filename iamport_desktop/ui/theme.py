"""Colours and type, light and dark. The window uses no colour that does not stand here."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import SimpleNamespace

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from iamport_desktop.presentation.severity import Tone
from iamport_desktop.ui.stylesheet import stylesheet

# One grid for all distances, in device-independent pixels.
GRID = 8

# Korean first: a Latin font in front would leave the choice of the Korean one to chance.
FONT_FAMILIES = ("Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR", "NanumGothic")
BODY_POINTS = 10


class ToneColours(SimpleNamespace):
    """Text on its tint."""

    text: str
    tint: str


class Theme(SimpleNamespace):  # quicker to define than a dataclass, for which the first paint would wait
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
        Tone.GOOD: ToneColours(text="#0a6436", tint="#dcf5e6"),
        Tone.PARTLY: ToneColours(text="#834700", tint="#ffecd2"),
        Tone.NEUTRAL: ToneColours(text="#454f5c", tint="#e6e9ee"),
        Tone.WAITING: ToneColours(text="#1c49bd", tint="#e1eaff"),
        Tone.BAD: ToneColours(text="#a91f16", tint="#fde6e4"),
        Tone.ODD: ToneColours(text="#66209f", tint="#f1e5fb"),
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
        Tone.GOOD: ToneColours(text="#7fe3a9", tint="#123520"),
        Tone.PARTLY: ToneColours(text="#ffc780", tint="#3b290f"),
        Tone.NEUTRAL: ToneColours(text="#c5cdd7", tint="#2d333b"),
        Tone.WAITING: ToneColours(text="#adc6ff", tint="#192a50"),
        Tone.BAD: ToneColours(text="#ff9f96", tint="#43191a"),
        Tone.ODD: ToneColours(text="#dab6ff", tint="#34204a"),
    },
)


def theme_for(wish: str, *, dark_system: bool) -> Theme:
    """The theme named `wish` (`light`, `dark`), or with "" the one that is like the system."""
    dark = dark_system if wish == "" else wish == "dark"
    return DARK if dark else LIGHT


def is_dark(palette: QPalette) -> bool:
    """Whether text is light on dark in it."""
    return palette.window().color().lightness() < palette.windowText().color().lightness()


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Have `app` draw with the colours of `theme`. Its windows are dressed each."""
    app.setPalette(_palette(theme))


def dress(window: QWidget, theme: Theme) -> None:
    """Give `window`, with whatever is in it and its dialogs, the shapes of `theme`.

    A sheet of the application would be laid on each widget as often as it has ancestors: 160 ms instead of 40.
    """
    window.setStyleSheet(stylesheet(theme))


def apply_font(app: QApplication) -> None:
    """Set the type for Korean and Latin text alike."""
    font = QFont(list(FONT_FAMILIES))
    font.setPointSize(BODY_POINTS)
    app.setFont(font)
    if sys.platform == "win32":
        app.setStyleSheet(_fonts_against_windows())


def _fonts_against_windows() -> str:
    """Windows has fonts of its own for some widgets, and Qt takes them up again whenever its theme may have changed."""
    families = ", ".join(f'"{family}"' for family in FONT_FAMILIES)
    widgets = "QAbstractItemView, QHeaderView, QMenu, QMessageBox, QToolTip"
    return f"{widgets} {{ font-family: {families}; font-size: {BODY_POINTS}pt; }}"


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
