"""Configuration by which the keyring library uses another backend than the desktop's."""

from __future__ import annotations

from pathlib import Path

NULL, PLAINTEXT = "keyring.backends.null.Keyring", "plaintext_backend.Plaintext"

_PLAINTEXT = """
import pathlib
from keyring.backend import KeyringBackend

class Plaintext(KeyringBackend):
    priority = 99
    file = pathlib.Path.home() / "plaintext"
    def get_password(self, service, username):
        return self.file.read_text() if self.file.exists() else None
    def set_password(self, service, username, password):
        self.file.write_text(password)
"""


def force_backend(home: Path, backend: str, *, by_file: bool) -> dict[str, str]:
    """Configure `backend` by the library's file in `home`, or by the environment variables that are returned.

    PLAINTEXT needs `home` on the Python path, and would store a file `plaintext` there.
    """
    (home / "plaintext_backend.py").write_text(_PLAINTEXT, encoding="utf-8")
    if not by_file:
        return {"PYTHON_KEYRING_BACKEND": backend}
    folder = home / ".config" / "python_keyring"
    folder.mkdir(parents=True)
    (folder / "keyringrc.cfg").write_text(f"[backend]\ndefault-keyring={backend}\n", encoding="utf-8")
    return {}
