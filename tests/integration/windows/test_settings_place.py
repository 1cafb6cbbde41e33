"""Where settings lie on Windows."""

from __future__ import annotations

import os
from pathlib import Path

from iamport_desktop.settings import Settings, default_path


def test_they_lie_in_the_user_s_own_local_folder() -> None:
    place = default_path()
    assert place == Path(os.environ["LOCALAPPDATA"]) / "iamport-desktop" / "settings.ini"


def test_a_korean_folder_keeps_them(tmp_path: Path) -> None:
    place = tmp_path / "상담원" / "settings.ini"
    settings = Settings(place)
    settings.language = "ko"
    assert settings.save()
    assert Settings(place).language == "ko"
