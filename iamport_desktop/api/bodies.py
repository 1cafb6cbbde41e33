"""The body of an answer, decompressed within a limit.

httpx would unfold a whole chunk, and one encoding inside another, before anybody could count.
"""

from __future__ import annotations

import zlib

import httpx

from iamport_desktop.api.errors import AnswerMalformed, AnswerTooLarge, NotTheApi


async def read_body(response: httpx.Response, limit: int) -> bytes:
    """The decompressed body of at most `limit` bytes. Raises AnswerTooLarge, AnswerMalformed or NotTheApi."""
    inflate = _decompressor(response)
    body = bytearray()
    async for chunk in response.aiter_raw():
        room = limit + 1 - len(body)
        try:
            body += inflate.decompress(chunk, room) if inflate else chunk
        except zlib.error as error:
            raise AnswerMalformed("damaged compression", http_status=response.status_code) from error
        if len(body) > limit:
            raise AnswerTooLarge(http_status=response.status_code, limit=limit)
    return bytes(body)


def _decompressor(response: httpx.Response) -> zlib._Decompress | None:
    encodings = response.headers.get_list("content-encoding", split_commas=True)
    match [each.lower() for each in encodings if each.lower() not in ("", "identity")]:
        case []:
            return None
        case ["gzip" | "x-gzip" | "deflate"]:
            return zlib.decompressobj(zlib.MAX_WBITS | 32)  # 32: tell gzip and zlib apart by their headers
    raise NotTheApi("an encoding that was not asked for", http_status=response.status_code)
