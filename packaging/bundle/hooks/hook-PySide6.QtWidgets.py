"""PySide6.QtWidgets without the plugins and translations that bundle.exclusions names."""

from bundle.qt_hooks import needed

hiddenimports, binaries, datas = needed(__file__)
