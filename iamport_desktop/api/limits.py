"""How long and how much one lookup may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Times are in seconds.

    deadline: one whole lookup, with the token, the repeats and every byte of the answer.
    connect: one TCP connection with its name lookup, and one TLS handshake.
    first_byte: a reused connection that has not begun to answer by then is given up for a fresh one.
    keepalive: an idle connection is closed after this time.
    trusted_idle: a connection idle for longer is replaced when there is time to warm up.
    answer_bytes: of one answer, decompressed. A payment with 10,000 cancellations has about 3 MB.
    """

    deadline: float = 15.0
    connect: float = 5.0
    first_byte: float = 1.5
    keepalive: float = 300.0
    trusted_idle: float = 60.0
    answer_bytes: int = 16 * 2**20
