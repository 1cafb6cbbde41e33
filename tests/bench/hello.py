"""The least that a frozen window of Qt's can be: what the program's start is measured against."""

import sys

from PySide6.QtWidgets import QApplication, QLabel

app = QApplication(sys.argv)
window = QLabel("안녕하세요")
window.resize(1240, 860)  # the program's size at its first start
window.show()
sys.exit(app.exec())
