"""A server that answers like PortOne V1, late: a token and one payment, over connections that it keeps.

    python -m tests.bench.server [--delay SECONDS] [--idle SECONDS] [--host HOST] [--tls CHAIN_AND_KEY]

Prints its port.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import ssl
import time
from dataclasses import dataclass

from tests.bench.payments import as_answer, bodies, huge_bodies

PAYMENTS = {body["imp_uid"]: as_answer(body) for body in [*bodies(), *huge_bodies()]}
REFUSED = as_answer({})


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds until it answers, and seconds after which it closes an idle connection."""

    delay: float
    idle: float


def answer_to(path: str) -> bytes:
    """Return the body for a path; getToken's token lives half an hour."""
    if path == "/users/getToken":
        now = int(time.time())
        return as_answer({"access_token": "t" * 40, "now": now, "expired_at": now + 1800})
    return PAYMENTS.get(path.rpartition("/")[2].partition("?")[0], REFUSED)


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, timing: Timing) -> None:
    """Answer on one connection until either side closes it."""
    try:
        while True:
            head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), timing.idle)
            line, *headers = head.decode("latin-1").split("\r\n")
            lengths = [each.split(":")[1] for each in headers if each.lower().startswith("content-length:")]
            if lengths:
                await reader.readexactly(int(lengths[0]))
            await asyncio.sleep(timing.delay)
            body = answer_to(line.split()[1])
            writer.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
            )
            writer.write(body)
    except (TimeoutError, asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def main() -> None:
    """Serve until the process is ended."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--delay", type=float, default=0.0)
    parser.add_argument("--idle", type=float, default=3600.0)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--tls")
    wish = parser.parse_args()
    timing, tls = Timing(wish.delay, wish.idle), None
    if wish.tls:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(wish.tls)
    server = await asyncio.start_server(lambda r, w: serve(r, w, timing), wish.host, 0, ssl=tls)
    print(json.dumps({"port": server.sockets[0].getsockname()[1]}), flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
