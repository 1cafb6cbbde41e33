"""Look payments up with another client than the app, and print how long it took.

    python -m tests.bench.clients KIND URL

Each line on standard input is an imp_uid; the answer is a line with the seconds that the lookup took.
"""

from __future__ import annotations

import ssl
import subprocess
import sys
import time
from collections.abc import Callable

LookUp = Callable[[str], object]
TOKEN = {"Authorization": "Bearer " + "t" * 40}


def raw_httpx(url: str) -> LookUp:
    """Send a GET on a kept connection, and nothing else: fetch no token, decode and show nothing."""
    import httpx

    client = httpx.Client(limits=httpx.Limits(keepalive_expiry=3600.0), trust_env=False)
    if url.startswith("https:"):
        client = httpx.Client(limits=httpx.Limits(keepalive_expiry=3600.0), verify=_system_trust())
    return lambda imp_uid: client.get(f"{url}/payments/{imp_uid}", headers=TOKEN).raise_for_status().content


def _system_trust() -> ssl.SSLContext:

    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def official_sdk(url: str) -> LookUp:
    """Use the vendor's own Python client as its description says."""
    import iamport

    client = iamport.Iamport("key", "secret", imp_url=url + "/")
    client.requests_session.trust_env = False
    return lambda imp_uid: client.find_by_imp_uid(imp_uid)


def fresh_curl(url: str) -> LookUp:
    """Start a process and open a connection for each lookup."""
    command = ["curl", "--silent", "--show-error", "--fail", "--output", "/dev/null", "-H"]
    header = "Authorization: " + TOKEN["Authorization"]
    return lambda imp_uid: subprocess.run([*command, header, f"{url}/payments/{imp_uid}"], check=True)


KINDS: dict[str, Callable[[str], LookUp]] = {"httpx": raw_httpx, "sdk": official_sdk, "curl": fresh_curl}


def main() -> None:
    """Look up what standard input names."""
    kind, url = sys.argv[1:]
    look_up = KINDS[kind](url)
    for line in sys.stdin:
        begun = time.perf_counter()
        look_up(line.strip())
        print(time.perf_counter() - begun, flush=True)


if __name__ == "__main__":
    main()
