"""The shapes of the window in Qt's style sheet language, filled with a theme's colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iamport_desktop.presentation.severity import Tone

if TYPE_CHECKING:
    from iamport_desktop.ui.theme import Theme

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
QLabel[tone="{name}"] {{ color: {text}; }}
QFrame[kind="badge"][tone="{name}"], QFrame[kind="notice"][tone="{name}"] {{ background: {tint}; border: none;
  border-radius: 8px; }}
QFrame[kind="banner"][tone="{name}"] {{ background: {tint}; border: none; }}
"""


def stylesheet(theme: Theme) -> str:
    """The style sheet of the application in `theme`."""
    tones = "".join(
        _TONE.format(name=tone.value, text=colours.text, tint=colours.tint)
        for tone, colours in theme.tones.items()
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
            warning=theme.tones[Tone.PARTLY].text,
            warning_tint=theme.tones[Tone.PARTLY].tint,
        )
        + tones
    )
