"""The translation files, as people edit them (.ts) and as Qt reads them (.qm)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import NamedTuple

from tools.texts import ROOT, Text

I18N = ROOT / "resources" / "i18n"


class Translated(NamedTuple):
    """The translation of a text. `state` is "" when finished, else unfinished, vanished or obsolete."""

    plural: bool
    state: str
    forms: tuple[str, ...]


def file_of(language: str, kind: str = "ts", folder: Path = I18N) -> Path:
    """Return the translation file of `language`, or with `kind` qm the compiled one."""
    return folder / f"iamport_desktop_{language}.{kind}"


def texts_in(path: Path) -> dict[Text, Translated]:
    """Return the translations of a .ts file."""
    return {
        Text(context.findtext("name", ""), message.findtext("source", "")): _translated(message)
        for context in ET.parse(path).getroot().iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
    }


def _translated(message: ET.Element) -> Translated:
    translation = message.find("translation")
    assert translation is not None
    plural = message.get("numerus") == "yes"
    forms = list(translation.iter("numerusform")) if plural else [translation]
    return Translated(plural, translation.get("type", ""), tuple(form.text or "" for form in forms))
