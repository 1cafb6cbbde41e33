"""What links, later starts and arguments name: looked up at once, or offered while the agent is busy with another."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from iamport_desktop.controllers.sessions import SessionController
from iamport_desktop.desktop.foreground import activate_window
from iamport_desktop.desktop.single_instance import ActivationRequest
from iamport_desktop.lookup.controller import LookupController
from iamport_desktop.lookup.state import Asking
from iamport_desktop.presentation.notices import link_message
from iamport_desktop.ui.main_window import MainWindow

translate = QCoreApplication.translate


class LinkController(QObject):
    """Opens what other programs name. The offer in the window's link bar ends with the next search."""

    def __init__(
        self, lookups: LookupController, sessions: SessionController, window: MainWindow, *, demo: bool
    ) -> None:
        """`demo`: the samples are not left."""
        super().__init__(window)
        self._lookups, self._sessions, self._window, self._demo = lookups, sessions, window, demo
        self._offered: ActivationRequest | None = None
        self._text_when_offered = ""  # of the box, where nothing was being typed
        window.link_bar.action_requested.connect(self._open_offered)
        window.search.submitted.connect(self._search)
        lookups.recognised.connect(self._withdraw)

    def receive(self, request: ActivationRequest) -> None:
        """Bring the window to the front. Look up what `request` names, but do not replace what the agent is busy with.

        That is a text that is being typed or asked about, and personal data that is revealed.
        """
        activate_window(self._window, request.token)
        if not (request.imp_uid or request.order_number):
            return
        box = self._window.search.box
        is_typing = bool(box.text()) and box.is_being_edited()
        is_asking = isinstance(self._lookups.state, Asking)
        if is_typing or is_asking or self._window.pages.payment.reveal.on:
            self._offered = request
            self._text_when_offered = "" if is_typing or is_asking else box.text()
            text = partial(link_message, request.imp_uid, request.order_number)
            self._window.link_bar.show_text(text, self._action)
            self._window.link_bar.announce()
        else:
            self.open(request)

    def open(self, request: ActivationRequest) -> None:
        """Look up what `request` names, if anything."""
        if (request.imp_uid or request.order_number) and not self._demo:
            self._sessions.leave_sample_mode()  # other programs mean real payments
        if request.imp_uid:
            self._lookups.open(request.imp_uid)
        elif request.order_number:
            self._lookups.open_order(request.order_number)

    def _action(self) -> str:
        if self._text_when_offered:
            return translate("Links", "Open (Enter)")
        return translate("Links", "Open")

    def _search(self, text: str) -> None:
        """Open what is offered where Enter is pressed and nothing was typed, or else search for what was typed."""
        if self._offered and text and text == self._text_when_offered:
            self._open_offered()
        else:
            self._withdraw()
            self._lookups.search(text)

    def _open_offered(self) -> None:
        if request := self._offered:
            self._withdraw()
            self.open(request)

    def _withdraw(self) -> None:
        self._offered, self._text_when_offered = None, ""
        self._window.link_bar.clear()
