"""The options of one run, and the settings that are kept between runs: never a secret, never personal data."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from iamport_desktop.api.errors import InvalidImpUid
from iamport_desktop.api.identifiers import ImpUid, parse_imp_uid
from iamport_desktop.api.origin import PORTONE, Origin

MAX_HISTORY = 20
MAX_SHOP_NAME = 50  # characters


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for. `language` is `ko`, `en`, or "" for the settings'; likewise `theme`."""

    origin: Origin = PORTONE
    imp_uid: ImpUid | None = None
    demo: bool = False
    language: str = ""
    theme: str = ""
    screenshot: Path | None = None
    allow_capture: bool = False
    order_number: str = ""

    @property
    def is_ephemeral(self) -> bool:
        """Whether the run uses no settings of its user and keeps none: samples and pictures look the same everywhere."""
        return self.demo or self.screenshot is not None


def default_path() -> Path:
    """Return the path of the INI file, a format that is readable and removable on every system."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "iamport-desktop" / "settings.ini"


class Settings:
    """The settings in one INI file. Where it is damaged or cannot be written, the defaults hold."""

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
        """The result of `QWidget.saveGeometry`; empty at first."""
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
    def shop_name(self) -> str:
        """What a reply to the customer calls the shop; "" leaves it out."""
        return _shop_name(str(self._store.value("reply/shop_name", "")))

    @shop_name.setter
    def shop_name(self, name: str) -> None:
        self._store.setValue("reply/shop_name", _shop_name(name))

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
        """The imp_uids that were looked up last, newest first."""
        stored = str(self._store.value("history/imp_uids", ""))
        # Parsed lazily: the file may hold very many.
        return list(islice(filter(None, map(_imp_uid, stored.split())), MAX_HISTORY))

    def remember(self, imp_uid: ImpUid) -> None:
        """Put `imp_uid` in front of the history, if one is kept."""
        if self.keeps_history:
            newest = [imp_uid, *(kept for kept in self.history if kept != imp_uid)]
            self._store.setValue("history/imp_uids", " ".join(newest[:MAX_HISTORY]))

    def clear_history(self) -> None:
        """Remove every imp_uid from the history."""
        self._store.remove("history/imp_uids")

    def save(self) -> bool:
        """Write the file now; return whether that worked."""
        self._store.sync()
        # After a FormatError, which reading a damaged file leaves, the file is written whole again.
        return self._store.status() != QSettings.Status.AccessError

    def _choice(self, name: str, allowed: tuple[str, ...]) -> str:
        stored = str(self._store.value(name, ""))
        return stored if stored in allowed else ""

    def _flag(self, name: str, *, default: bool) -> bool:
        stored = str(self._store.value(name, "")).lower()
        return stored == "true" if stored in ("true", "false") else default


def _shop_name(text: str) -> str:
    return " ".join(text[: 10 * MAX_SHOP_NAME].split())[:MAX_SHOP_NAME].rstrip()


def _imp_uid(text: str) -> ImpUid | None:
    try:
        return parse_imp_uid(text)
    except InvalidImpUid:
        return None
