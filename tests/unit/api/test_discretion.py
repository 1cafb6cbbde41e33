"""What lookups leave behind: nothing in a log, nothing in a key log."""

import asyncio
import logging
from pathlib import Path

import pytest
import trustme

from tests.faults import certificates, replies
from tests.faults.fault import IMP_UID
from tests.faults.server import Server
from tests.unit.api.conftest import client_of


async def test_nothing_of_a_lookup_is_logged(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.NOTSET)
    caplog.set_level(logging.DEBUG)
    async with client_of(server.url) as client:
        await client.get_payment(IMP_UID)
    assert not [record for record in caplog.records if record.name.startswith(("httpx", "httpcore"))]
    assert not [said for said in (IMP_UID, replies.TOKEN, replies.IMP_SECRET) if said in caplog.text]


def test_tls_keys_are_not_written_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SSLKEYLOGFILE would let the one who set it read the secret from the network."""
    key_log = tmp_path / "keys"
    monkeypatch.setenv("SSLKEYLOGFILE", str(key_log))
    authority = trustme.CA()

    async def story(url: str) -> None:
        async with client_of(url) as client:
            await client.get_payment(IMP_UID)

    tls = certificates.good(authority)
    with (
        certificates.system_trusts(authority),
        Server(lookup=replies.paid, token=replies.token(), tls=tls) as server,
    ):
        asyncio.run(story(server.url))
    assert not key_log.exists()
