"""Linux: reduce the data of Qt's ICU, 31 MB for 800 languages, to what Qt needs for Korean and English.

Qt uses ICU for character sets, collation, names of time zones, and upper and lower case. It formats dates and numbers
and finds the boundaries of words and lines itself.
"""

from __future__ import annotations

import re
import subprocess
from fnmatch import fnmatchcase
from pathlib import Path

Binary = tuple[str, str, str]  # name in the bundle, file, kind

_LANGUAGES = ("root", "en", "en_001", "en_US", "en_US_POSIX", "ko", "ko_KR")

# Items of the data, by ICU's names; everything else is removed.
KEPT = {
    "cnvalias.icu": "aliases of character sets",
    "ibm-5348_*.cnv": "windows-1252; UTF and Latin-1 need no table",
    "ibm-949_*.cnv": "Korean, before Unicode",
    "ibm-970_*.cnv": "EUC-KR",
    "ibm-1363_*.cnv": "EUC-KR as Windows has it",
    "windows-949-*.cnv": "Korean Windows",
    "coll/ucadata.icu": "root collation",
    "ulayout.icu": "properties of characters for layout",
    "pool.res": "strings that the languages share",
    "zone/pool.res": "strings that the languages share",
    "res_index.res": "index of languages",
    "coll/res_index.res": "index of languages",
    "zone/res_index.res": "index of languages",
    **{f"{language}.res": "the languages of the window and their parents" for language in _LANGUAGES},
    **{f"coll/{language}.res": "collation" for language in _LANGUAGES},
    **{f"zone/{language}.res": "names of time zones" for language in _LANGUAGES},
    "icuver.res": "version, which ICU checks",
    "keyTypeData.res": "options of a language, such as collations",
    "likelySubtags.res": "a language without a country",
    "metadata.res": "aliases of languages and countries",
    "metaZones.res": "time zones",
    "numberingSystems.res": "digits, in the names of time zones",
    "supplementalData.res": "countries",
    "timezoneTypes.res": "time zones",
    "windowsZones.res": "time zones",
    "zoneinfo64.res": "time zones",
}


def with_reduced_data(binaries: list[Binary], folder: Path) -> list[Binary]:
    """Return PyInstaller's list of libraries with ICU's data library replaced by a reduced one in `folder`."""
    return [
        (
            name,
            str(reduce(Path(source), folder)) if Path(name).name.startswith("libicudata.") else source,
            kind,
        )
        for name, source, kind in binaries
    ]


def reduce(library: Path, folder: Path) -> Path:
    """Rebuild `library` (libicudata.so.N) in `folder` with the items of KEPT; return the new file.

    Needs binutils and ICU's icupkg. Raises CalledProcessError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    symbol = _data_symbol(library)
    package = (
        f"{symbol.removesuffix('_dat')}l.dat"  # icupkg names the items for their file; l is for little-endian
    )
    whole, rest = folder / "whole" / package, folder / package
    whole.parent.mkdir(exist_ok=True)
    _run("objcopy", "-O", "binary", "--only-section=.rodata", library, whole)
    removed = folder / "removed.txt"
    removed.write_text("\n".join(item for item in _items(whole) if not is_kept(item)), encoding="utf-8")
    _run("icupkg", "--remove", removed, whole, rest)
    return _library(rest, symbol, folder / library.name)


def is_kept(item: str) -> bool:
    """Return whether the data item of this name is kept. A * in a pattern matches no slash."""
    parts = item.split("/")
    patterns = (pattern.split("/") for pattern in KEPT)
    return any(len(parts) == len(pattern) and all(map(fnmatchcase, parts, pattern)) for pattern in patterns)


def _data_symbol(library: Path) -> str:
    (symbol,) = re.findall(r"\b(icudt\d+_dat)$", _run("nm", "-D", "--defined-only", library), re.MULTILINE)
    return str(symbol)


def _items(data: Path) -> list[str]:
    return _run("icupkg", "--list", data).split()


def _library(data: Path, symbol: str, target: Path) -> Path:
    """Link `data` into a library that exports it to ICU as `symbol`."""
    source, compiled = target.with_suffix(".s"), target.with_suffix(".o")
    lines = (
        ".section .rodata",
        ".balign 16",
        f".globl {symbol}",
        f".type {symbol}, @object",
        f'{symbol}: .incbin "{data}"',
        f".size {symbol}, . - {symbol}",
        '.section .note.GNU-stack, "", @progbits',
    )
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    _run("as", "-o", compiled, source)
    _run("ld", "-shared", "-soname", target.name, "-o", target, compiled)
    return target


def _run(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
