"""Draw the program's icon from its SVG, in the sizes of icon themes."""

from __future__ import annotations

from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def draw(drawing: Path, size: int, picture: Path) -> Path:
    """Draw the SVG `drawing` into the PNG `picture`, `size` pixels square, and return its path. Raises OSError."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    canvas = QImage(size, size, QImage.Format.Format_ARGB32)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    picture.parent.mkdir(parents=True, exist_ok=True)
    if not canvas.save(str(picture)):
        raise OSError(f"the picture could not be written: {picture}")
    return picture
