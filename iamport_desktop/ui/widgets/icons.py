"""The app's own line icons, drawn in the colour that the theme asks for."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from iamport_desktop.resources import resource_path

_TRANSPARENT = QColor(0, 0, 0, 0)


@cache
def _drawing(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))


@cache  # each is drawn at every painting: some dozens, in the colours of the themes that were worn
def _picture(name: str, colour: str, width: int, height: int) -> QPixmap:
    canvas = QPixmap(width, height)
    canvas.fill(_TRANSPARENT)
    painter = QPainter(canvas)
    _renderer(name, colour).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return canvas


class _LineIcon(QIconEngine):
    """Follows the palette, so that no icon has to be remade when the theme changes."""

    def __init__(self, name: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        _renderer(self._name, self._colour(mode)).render(painter, QRectF(rect))  # type: ignore[call-overload]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _picture(self._name, self._colour(mode), size.width(), size.height())

    def _colour(self, mode: QIcon.Mode) -> str:
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        return QApplication.palette().color(group, self._role).name()

    def clone(self) -> QIconEngine:
        return _LineIcon(self._name, self._role)


def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.PlaceholderText) -> QIcon:
    """The icon `name` in the palette's colour for `role`, which is looked up at every painting."""
    return QIcon(_LineIcon(name, role))


def drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """The icon `name` as a picture of `size` device-independent pixels at the device's `ratio`."""
    side = round(size * ratio)
    picture = QPixmap(_picture(name, QColor(colour).name(), side, side))
    picture.setDevicePixelRatio(ratio)
    return picture


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(resource_path("icons", "iamport-desktop.svg")))
