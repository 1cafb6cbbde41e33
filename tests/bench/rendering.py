"""Print as JSON how many seconds it takes from the bytes of an answer to widgets that are laid out.

python -m tests.bench.rendering
"""

from __future__ import annotations

import json
import os
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtWidgets import QApplication

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.api.responses import decode
from iamport_desktop.lookup.state import Loaded
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.ui.theme import LIGHT, apply_font, apply_theme
from tests.bench.payments import as_answer, bodies, body_with
from tests.support.build_window import Context, build_window

ROUNDS = 5
NOW = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


def main() -> None:
    """Show every sample and some long histories, and print the medians."""
    qt = QApplication(["rendering", "-style", "Fusion"])
    apply_font(qt)
    apply_theme(qt, LIGHT)
    translation = Translation(qt)
    translation.use("ko")
    window = build_window(Context("ko", NOW), translation)
    window.show()

    def show(answer: bytes) -> float:
        begun = time.perf_counter()
        payment = Payment.from_json(decode(answer).payload)
        window.show_state(Loaded(ImpUid(payment.imp_uid or ""), payment, NOW))
        taken = time.perf_counter() - begun
        qt.processEvents()  # the paint, which the lookups' rows measure
        return taken

    samples = [as_answer(body) for body in bodies()]
    for each in samples:  # load and cache what only the first one needs
        show(each)
    medians = {"samples": statistics.median(show(each) for _ in range(ROUNDS) for each in samples)}
    for count in (10, 100, 1_000, 10_000):
        medians[f"{count:,} cancellations"] = _median(show, as_answer(body_with(cancellations=count)))
    print(json.dumps(medians), flush=True)
    os._exit(0)


def _median(show: Callable[[bytes], float], answer: bytes) -> float:
    return statistics.median(show(answer) for _ in range(ROUNDS))


if __name__ == "__main__":
    main()
