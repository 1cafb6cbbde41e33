"""The shapes of the window in Qt's style sheet language, filled with a theme's colours."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from iamport_desktop.presentation.severity import Severity

if TYPE_CHECKING:
    pass


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
    severities: Mapping[Severity, ToneColours]


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
        Severity.SUCCESS: ToneColours(text="#0a6436", tint="#dcf5e6"),
        Severity.WARNING: ToneColours(text="#834700", tint="#ffecd2"),
        Severity.NEUTRAL: ToneColours(text="#454f5c", tint="#e6e9ee"),
        Severity.WAITING: ToneColours(text="#1c49bd", tint="#e1eaff"),
        Severity.ERROR: ToneColours(text="#a91f16", tint="#fde6e4"),
        Severity.ANOMALY: ToneColours(text="#66209f", tint="#f1e5fb"),
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
        Severity.SUCCESS: ToneColours(text="#7fe3a9", tint="#123520"),
        Severity.WARNING: ToneColours(text="#ffc780", tint="#3b290f"),
        Severity.NEUTRAL: ToneColours(text="#c5cdd7", tint="#2d333b"),
        Severity.WAITING: ToneColours(text="#adc6ff", tint="#192a50"),
        Severity.ERROR: ToneColours(text="#ff9f96", tint="#43191a"),
        Severity.ANOMALY: ToneColours(text="#dab6ff", tint="#34204a"),
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


# Widgets are addressed by their `kind` property, set where they are made.
_SHEET = """
QToolTip {{ color: {text}; background: {raised}; border: 1px solid {border}; padding: 4px; }}
QMainWindow, QDialog, QScrollArea, QScrollArea > QWidget > QWidget {{ background: {window}; }}
QFrame[kind="card"] {{ background: {surface}; border: 1px solid {border}; border-radius: 10px; }}
QFrame[kind="line"] {{ background: {border}; border: none; max-height: 1px; min-height: 1px; }}
QScrollArea {{ border: 2px solid transparent; }}
QScrollArea:focus {{ border-color: {accent}; }}
QWidget[kind="bar"] {{ background: {surface}; border-bottom: 1px solid {border}; }}

QLabel[kind="muted"], QLabel[kind="label"] {{ color: {muted}; }}
QLabel[kind="step"] {{ font-weight: 600; }}
QLabel[kind="title"] {{ font-size: 11pt; font-weight: 600; }}
QLabel[kind="headline"] {{ font-size: 16pt; font-weight: 600; }}
QLabel[kind="balance"] {{ font-size: 12pt; font-weight: 600; }}
QLabel[kind="amount"] {{ font-size: 22pt; font-weight: 700; }}

QLineEdit {{ background: {surface}; border: 1px solid {control_border}; border-radius: 8px; padding: 0 10px;
  min-height: 34px; }}
QLineEdit:focus {{ border: 2px solid {accent}; padding: 0 9px; }}
QLineEdit[kind="search"] {{ font-size: 12pt; min-height: 38px; }}

QPushButton {{ background: {surface}; color: {text}; border: 1px solid {control_border}; border-radius: 8px;
  padding: 0 14px; min-height: 34px; }}
QPushButton:hover {{ background: {raised}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 0 13px; }}
QPushButton:disabled {{ color: {control_border}; border-color: {border}; }}
QPushButton[kind="primary"] {{ background: {accent}; color: {on_accent}; border: 1px solid {accent};
  font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {accent}; border-color: {text}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {text}; padding: 0 13px; }}
QPushButton[kind="primary"]:disabled {{ background: {raised}; color: {muted}; border-color: {border}; }}
QPushButton[kind="small"] {{ min-height: 26px; padding: 0 10px; border-radius: 6px; border-color: {border}; }}
QPushButton[kind="small"]:focus {{ border: 2px solid {accent}; padding: 0 9px; }}
QPushButton[kind="warning"] {{ min-height: 26px; padding: 0 10px; border-radius: 6px; background: {warning_tint};
  color: {warning}; border: 1px solid {warning}; font-weight: 600; }}

QPushButton[kind="warning"]:focus {{ border: 2px solid {warning}; padding: 0 9px; }}

QPushButton::menu-indicator {{ image: none; width: 0; }}

QTabBar::tab {{ color: {muted}; background: transparent; border: none; border-bottom: 2px solid transparent;
  padding: 8px 4px; margin: 0 8px 0 16px; }}
QTabBar::tab:selected {{ color: {text}; border-bottom: 2px solid {accent}; font-weight: 600; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:focus {{ background: {selection}; border-radius: 4px; }}

QPlainTextEdit {{ background: {surface}; border: 1px solid {border}; border-radius: 10px; padding: 8px; }}
QPlainTextEdit:focus {{ border: 2px solid {accent}; padding: 7px; }}

QToolButton {{ background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 4px; }}
QToolButton:hover {{ background: {raised}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton[kind="inline"] {{ padding: 1px; border-radius: 4px; }}

QMenu {{ background: {surface}; border: 1px solid {border}; padding: 6px; }}
QMenu::item {{ padding: 6px 28px 6px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selection}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 6px 4px; }}

QTableView {{ background: {surface}; border: none; gridline-color: transparent; selection-background-color: {selection};
  selection-color: {text}; outline: none; }}
QTableView:focus {{ border: 1px solid {accent}; }}
QTableView::item {{ border-bottom: 1px solid {border}; padding: 0 8px; }}
QHeaderView {{ background: {surface}; }}
QHeaderView::section {{ background: {surface}; color: {muted}; border: none; border-bottom: 1px solid {border};
  padding: 6px 11px; }}
QTableCornerButton::section {{ background: {surface}; border: none; }}

QTreeView {{ background: {surface}; border: none; selection-background-color: {selection};
  selection-color: {text}; }}
QTreeView:focus {{ border: 2px solid {accent}; }}
QTreeView::item {{ padding: 6px 12px 6px 4px; }}

QCheckBox::indicator:unchecked {{ background: {surface}; border: 1px solid {control_border}; border-radius: 3px;
  width: 14px; height: 14px; }}

QProgressBar {{ border: none; border-radius: 2px; background: {raised}; max-height: 4px; min-height: 4px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 2px; }}

QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {control_border}; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""

_TONE = """
QLabel[severity="{name}"] {{ color: {text}; }}
QFrame[kind="badge"][severity="{name}"], QFrame[kind="notice"][severity="{name}"] {{ background: {tint}; border: none;
  border-radius: 8px; }}
QFrame[kind="banner"][severity="{name}"] {{ background: {tint}; border: none; }}
"""


def stylesheet(theme: Theme) -> str:
    """The style sheet of the application in `theme`."""
    severities = "".join(
        _TONE.format(name=severity.value, text=colours.text, tint=colours.tint)
        for severity, colours in theme.severities.items()
    )
    return (
        _SHEET.format(
            window=theme.window,
            surface=theme.surface,
            raised=theme.raised,
            text=theme.text,
            muted=theme.muted,
            border=theme.border,
            control_border=theme.control_border,
            accent=theme.accent,
            on_accent=theme.on_accent,
            selection=theme.selection,
            warning=theme.severities[Severity.WARNING].text,
            warning_tint=theme.severities[Severity.WARNING].tint,
        )
        + severities
    )
