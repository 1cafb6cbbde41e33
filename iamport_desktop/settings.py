"""What the app remembers between two runs, behind typed fields. Never a secret, never personal data."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

if TYPE_CHECKING:
    from iamport_desktop.api.identifiers import ImpUid

HISTORY_LENGTH = 20


def default_path() -> Path:
    """The INI file's place: the same format on every system, readable and removable."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "iamport-desktop" / "settings.ini"


class Settings:
    """The settings in one INI file. A damaged or unwritable file costs the memory, never the app."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """`ko`, `en`, or "" for the system's."""
        return self._choice("window/language", ("", "ko", "en"))

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("window/language", language)

    @property
    def theme(self) -> str:
        """`light`, `dark`, or "" for the system's."""
        return self._choice("window/theme", ("", "light", "dark"))

    @theme.setter
    def theme(self, theme: str) -> None:
        self._store.setValue("window/theme", theme)

    @property
    def geometry(self) -> QByteArray:
        """What `QWidget.saveGeometry` gave; empty at first."""
        stored = self._store.value("window/geometry")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)

    @property
    def hides_from_captures(self) -> bool:
        """Whether the window is left out of screen captures (Windows)."""
        return self._flag("window/hide_from_captures", default=False)

    @hides_from_captures.setter
    def hides_from_captures(self, hide: bool) -> None:
        self._store.setValue("window/hide_from_captures", hide)

    @property
    def include_test_payments(self) -> bool:
        """Whether lookups ask for test-channel payments too."""
        return self._flag("lookup/include_test_payments", default=False)

    @include_test_payments.setter
    def include_test_payments(self, include: bool) -> None:
        self._store.setValue("lookup/include_test_payments", include)

    @property
    def keeps_history(self) -> bool:
        """Whether looked-up imp_uids are offered again."""
        return self._flag("history/keep", default=True)

    @keeps_history.setter
    def keeps_history(self, keep: bool) -> None:
        self._store.setValue("history/keep", keep)
        if not keep:
            self.clear_history()

    @property
    def history(self) -> list[ImpUid]:
        """The last imp_uids that were looked up, newest first."""
        stored = str(self._store.value("history/imp_uids", ""))
        # One after the other: somebody may have written very many into the file.
        return list(islice(filter(None, map(_imp_uid, stored.split())), HISTORY_LENGTH))

    def remember(self, imp_uid: ImpUid) -> None:
        """Put `imp_uid` in front of the history, where one is kept."""
        if self.keeps_history:
            newest = [imp_uid, *(each for each in self.history if each != imp_uid)]
            self._store.setValue("history/imp_uids", " ".join(newest[:HISTORY_LENGTH]))

    def clear_history(self) -> None:
        """Forget every imp_uid."""
        self._store.remove("history/imp_uids")

    def save(self) -> bool:
        """Write the file now; whether that worked."""
        self._store.sync()
        # FormatError: it was damaged when it was read; it is written whole again.
        return self._store.status() != QSettings.Status.AccessError

    def _choice(self, name: str, allowed: tuple[str, ...]) -> str:
        stored = str(self._store.value(name, ""))
        return stored if stored in allowed else ""

    def _flag(self, name: str, *, default: bool) -> bool:
        stored = str(self._store.value(name, "")).lower()
        return stored == "true" if stored in ("true", "false") else default


def _imp_uid(text: str) -> ImpUid | None:
    # The first paint waits for the settings, but not for the history.
    from iamport_desktop.api.errors import InvalidImpUid
    from iamport_desktop.api.identifiers import parse_imp_uid

    try:
        return parse_imp_uid(text)
    except InvalidImpUid:
        return None
