"""`--set-credentials`: check key and secret from standard input with the API, and store them in the keyring."""

from __future__ import annotations

import getpass
import sys
import threading

from PySide6.QtCore import QCoreApplication

from iamport_desktop.api.codes import Language
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.errors import PortOneError
from iamport_desktop.api.origin import Origin
from iamport_desktop.desktop.keyring import (
    CredentialStore,
    CredentialStoreError,
    InvalidCredentials,
    parse_credentials,
)
from iamport_desktop.presentation.i18n import Translation, translate
from iamport_desktop.presentation.messages import describe

STORED, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
_SLOW_AFTER = 2.0  # seconds; a keyring that takes longer is most likely showing a prompt
_MAX_INPUT = 4096  # bytes


def provision(origin: Origin, language: Language) -> int:
    """Read the key and the secret as two lines, check them at `origin`, and store them for it.

    Writes the outcome as one line in `language`. Returns the exit code: 0 stored, 1 failed, 2 not two lines that can
    be a key and a secret, 130 interrupted.
    """
    app = QCoreApplication.instance() or QCoreApplication([])
    translation = Translation(app)  # kept until the end: Qt does not copy its texts
    translation.use(language)
    try:
        return _provision(origin)
    except InvalidCredentials as error:
        _print_failure(describe(error).what)
        return WRONG_USAGE
    except PortOneError as error:
        message = describe(error)
        _print_failure(f"{message.what} {message.next_step} ({message.technical})")
        return FAILED
    except CredentialStoreError as error:
        # Without the next step, which only the window offers.
        message = describe(error)
        _print_failure(f"{message.what} ({message.technical})")
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def _provision(origin: Origin) -> int:
    lines = _prompt() if sys.stdin.isatty() else _read()
    if len(lines) != 2:
        _print_failure(translate("Provision", "Give two lines: the REST API key, and the REST API secret."))
        return WRONG_USAGE
    credentials = parse_credentials(*lines)
    _check(origin, credentials)
    _store(origin, credentials)
    stored = translate("Provision", "The key for {origin} is stored in the keyring of this computer.")
    sys.stdout.write(stored.format(origin=origin) + "\n")
    return STORED


def _prompt() -> list[str]:
    sys.stderr.write(translate("Provision", "REST API key: "))
    sys.stderr.flush()
    return [sys.stdin.readline(), getpass.getpass(translate("Provision", "REST API secret (not shown): "))]


def _read() -> list[str]:
    raw = sys.stdin.buffer.read(_MAX_INPUT)
    # Editors and shells on Windows write a byte order mark, or UTF-16.
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return raw.decode(encoding, errors="replace").rstrip().splitlines()


def _check(origin: Origin, credentials: Credentials) -> None:
    import asyncio

    from iamport_desktop.api.client import PortOneClient

    async def check() -> None:
        async with PortOneClient(origin, credentials) as client:
            await client.check_credentials()

    asyncio.run(check())


def _store(origin: Origin, credentials: Credentials) -> None:
    hint = translate("Provision", "The keyring may be asking for its password in another window.")
    reminder = threading.Timer(_SLOW_AFTER, lambda: sys.stderr.write(hint + "\n"))
    reminder.daemon = True
    reminder.start()
    try:
        CredentialStore().save(origin, credentials)
    finally:
        reminder.cancel()


def _print_failure(sentence: str) -> None:
    sys.stderr.write(f"{sentence} {translate('Provision', 'Nothing was stored.')}\n")
