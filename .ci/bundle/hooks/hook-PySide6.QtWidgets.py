"""PySide6.QtWidgets without the plugins and translations that bundle.left_out names."""

from bundle.qt import needed

hiddenimports, binaries, datas = needed(__file__)
