"""PySide6.QtCore without the plugins and translations of bundle.exclusions."""

from bundle.qt_hooks import collect

hiddenimports, binaries, datas = collect(__file__)
