"""stub to be replaced"""

from dataclasses import dataclass


@dataclass(frozen=True)
class LinkVerdict:
    url: str
    openable: bool
    host: str
    secure: bool


def check_link(url: str) -> LinkVerdict:
    from urllib.parse import urlsplit

    s = urlsplit(url)
    return LinkVerdict(url, s.scheme in ("http", "https"), s.netloc, s.scheme == "https")
