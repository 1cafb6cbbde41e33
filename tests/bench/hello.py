"""The smallest frozen window of Qt, a peer of the app's start."""

import sys

from PySide6.QtWidgets import QApplication, QLabel

app = QApplication(sys.argv)
window = QLabel("안녕하세요")
window.resize(1240, 860)  # the program's size at its first start
window.show()
sys.exit(app.exec())
