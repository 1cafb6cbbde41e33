"""The two themes: colours, palette and style sheet; and the font."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from string import Template
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from iamport_desktop.presentation.severity import Severity
from iamport_desktop.resources import resource_path

# One grid for all distances, in device-independent pixels.
GRID = 8

# Korean first: a Latin font in front would leave the choice of the Korean one to chance.
FONT_FAMILIES = ("Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR", "NanumGothic")
BODY_POINTS = 10


class SeverityColours(NamedTuple):
    """The text and background of what has a severity."""

    text: str
    tint: str


class Theme(NamedTuple):
    """A set of colours. Each text colour has a contrast of at least 4.5:1 to its background."""

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
    severities: Mapping[Severity, SeverityColours]


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
    severities={
        Severity.SUCCESS: SeverityColours(text="#0a6436", tint="#dcf5e6"),
        Severity.WARNING: SeverityColours(text="#834700", tint="#ffecd2"),
        Severity.NEUTRAL: SeverityColours(text="#454f5c", tint="#e6e9ee"),
        Severity.WAITING: SeverityColours(text="#1c49bd", tint="#e1eaff"),
        Severity.ERROR: SeverityColours(text="#a91f16", tint="#fde6e4"),
        Severity.ANOMALY: SeverityColours(text="#66209f", tint="#f1e5fb"),
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
    severities={
        Severity.SUCCESS: SeverityColours(text="#7fe3a9", tint="#123520"),
        Severity.WARNING: SeverityColours(text="#ffc780", tint="#3b290f"),
        Severity.NEUTRAL: SeverityColours(text="#c5cdd7", tint="#2d333b"),
        Severity.WAITING: SeverityColours(text="#adc6ff", tint="#192a50"),
        Severity.ERROR: SeverityColours(text="#ff9f96", tint="#43191a"),
        Severity.ANOMALY: SeverityColours(text="#dab6ff", tint="#34204a"),
    },
)


def is_dark(palette: QPalette) -> bool:
    """Return whether `palette` has light text on a dark background."""
    return palette.window().color().lightness() < palette.windowText().color().lightness()


def current_theme() -> Theme:
    """Return the theme that the application's palette belongs to."""
    return DARK if is_dark(QApplication.palette()) else LIGHT


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give `app` the palette of `theme`. Its windows follow on their PaletteChange event."""
    app.setPalette(_palette(theme))


def apply_font(app: QApplication) -> None:
    """Set one font for Korean and Latin text."""
    font = QFont(list(FONT_FAMILIES))
    font.setPointSize(BODY_POINTS)
    app.setFont(font)
    if sys.platform == "win32":
        app.setStyleSheet(_windows_font_rules())


def _windows_font_rules() -> str:
    """Return rules that outlast Qt's re-reading of the fonts that Windows prescribes for some widgets."""
    families = ", ".join(f'"{family}"' for family in FONT_FAMILIES)
    widgets = "QAbstractItemView, QHeaderView, QMenu, QMessageBox, QToolTip"
    return f"{widgets} {{ font-family: {families}; font-size: {BODY_POINTS}pt; }}"


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(theme.raised), QColor(theme.window))
    for colour_role, colour in {
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
        palette.setColor(colour_role, QColor(colour))
    for text_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, text_role, QColor(theme.control_border))
    palette.setColor(QPalette.ColorGroup.Disabled, role.PlaceholderText, QColor(theme.border))  # icons
    return palette


def style_sheet(theme: Theme) -> str:
    """Return `resources/theme.qss` with the colours of `theme`.

    It is set on each window. Set on the application, Qt would apply it to a widget once for each of its ancestors.
    """
    colours = {name: colour for name, colour in theme._asdict().items() if isinstance(colour, str)}
    for severity, (text, tint) in theme.severities.items():
        colours |= {f"{severity}_text": text, f"{severity}_tint": tint}
    return Template(resource_path("theme.qss").read_text(encoding="utf-8")).substitute(colours)
