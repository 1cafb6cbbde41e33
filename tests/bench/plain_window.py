"""A window with as many plain widgets and the same texts as the app's, a peer of the app's start.

plain_window WIDGETS_JSON
"""

import json
import sys
from pathlib import Path

from PySide6 import QtWidgets

app = QtWidgets.QApplication([sys.argv[0], "-style", "Fusion"])
window = QtWidgets.QWidget()
column = QtWidgets.QVBoxLayout(window)
for kind, text, visible in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
    widget = getattr(QtWidgets, kind)(window)
    if text:
        widget.setText(text)
    if visible:
        column.addWidget(widget)
    widget.setVisible(visible)
window.resize(1240, 860)
window.show()
sys.exit(app.exec())
