"""Whatever the keyboard can reach has a name and shows that it is reached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtWidgets import QApplication, QWidget

from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.ui.theme import DARK, LIGHT
from tests.support.window import seen, settle
from tests.support.window_states import STATES, StateGallery, state_gallery

# One of each kind of control, in each look that it has.
WITH_CONTROLS = (
    "first start",
    "awaiting deposit",
    "partially cancelled",
    "revealed",
    "raw answer",
    "attempts",
    "samples",
)


@pytest.fixture(params=[LIGHT, DARK], ids=lambda theme: theme.name)
def gallery(
    request: pytest.FixtureRequest, styled_app: QApplication, translation: Translation
) -> Iterator[StateGallery]:
    with state_gallery(styled_app, translation, request.param) as gallery:
        yield gallery


def reachable(root: QWidget) -> list[QWidget]:
    """Where Tab can lead."""
    return [
        each
        for each in seen(root, QWidget)
        if each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None
    ]


def look(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_focus_is_seen(gallery: StateGallery) -> None:
    unseen, kinds = [], set()
    for state in WITH_CONTROLS:
        root = gallery.show(state)
        for widget in reachable(root):
            kind = (type(widget).__name__, widget.property("kind"))
            if kind in kinds:
                continue
            kinds.add(kind)
            widget.clearFocus()
            settle()
            before = look(widget)
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            settle()
            assert widget.hasFocus(), kind
            if look(widget) == before:
                unseen.append((state, *kind, widget.accessibleName()))
    assert unseen == []
    assert len(kinds) >= 10


def nodes(node: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if node is not None and node.isValid() and not node.state().invisible:
        yield node
        for number in range(node.childCount()):
            yield from nodes(node.child(number))


# A cell says what it holds, be it nothing.
VALUES = (QAccessible.Role.Cell, QAccessible.Role.TreeItem)


@pytest.mark.parametrize("gallery", [LIGHT], indirect=True, ids=lambda theme: theme.name)
def test_every_control_has_a_name_and_no_description_has_markup(gallery: StateGallery) -> None:
    nameless, marked_up = [], []
    for state in STATES:
        for each in nodes(QAccessible.queryAccessibleInterface(gallery.show(state))):
            if each.state().focusable and each.role() not in VALUES and not each.text(QAccessible.Text.Name):
                nameless.append((state, each.role(), each.object()))
            if "<span" in each.text(QAccessible.Text.Description):
                marked_up.append((state, each.object()))
    assert nameless == []
    assert marked_up == []
