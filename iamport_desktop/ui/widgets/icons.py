"""The line icons of the app, drawn in the colours of the palette or of a severity."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from iamport_desktop.presentation.severity import Severity
from iamport_desktop.resources import resource_path
from iamport_desktop.ui.theme import current_theme

_TRANSPARENT = QColor(0, 0, 0, 0)


@cache
def _svg(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_svg(name).replace("currentColor", colour).encode()))


@cache
def _pixmap(name: str, colour: str, width: int, height: int) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.fill(_TRANSPARENT)
    painter = QPainter(pixmap)
    _renderer(name, colour).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return pixmap


class _LineIcon(QIconEngine):
    """Looks its colour up in the palette whenever it is painted."""

    def __init__(self, name: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        _renderer(self._name, self._colour(mode)).render(painter, QRectF(rect))  # type: ignore[call-overload]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _pixmap(self._name, self._colour(mode), size.width(), size.height())

    def _colour(self, mode: QIcon.Mode) -> str:
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        return QApplication.palette().color(group, self._role).name()

    def clone(self) -> QIconEngine:
        return _LineIcon(self._name, self._role)


def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.PlaceholderText) -> QIcon:
    """Return the icon `name` in the palette's colour for `role`. It follows a change of the palette."""
    return QIcon(_LineIcon(name, role))


def icon_pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Return the icon `name`, `size` device-independent pixels wide and high, for a screen with pixel ratio `ratio`."""
    side = round(size * ratio)
    pixmap = QPixmap(_pixmap(name, QColor(colour).name(), side, side))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class IconLabel(QWidget):
    """An icon in the colour of a severity, or in that of muted text. It follows a change of the palette."""

    def __init__(self, size: int, name: str = "", parent: QWidget | None = None) -> None:
        """`size` is its width and height in device-independent pixels."""
        super().__init__(parent)
        self._name = name
        self._severity: Severity | None = None
        self.setFixedSize(size, size)

    def set_icon(self, name: str, severity: Severity | None) -> None:
        """Show the icon `name` in the colour of `severity`."""
        self._name, self._severity = name, severity
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            theme = current_theme()
            colour = theme.severities[self._severity].text if self._severity else theme.muted
            pixmap = icon_pixmap(self._name, colour, self.width(), self.devicePixelRatioF())
            QPainter(self).drawPixmap(0, 0, pixmap)


def app_icon() -> QIcon:
    """Return the icon of the program."""
    return QIcon(str(resource_path("icons", "iamport-desktop.svg")))
