"""Linux: cuts the data of Qt's ICU, 31 MB for 800 languages, down to what Qt asks of it for Korean and English.

Qt asks ICU for character sets, the order of words, names of time zones, and upper and lower case. Dates, numbers and
the bounds of words and lines it knows by itself.
"""

from __future__ import annotations

import re
import subprocess
from fnmatch import fnmatchcase
from pathlib import Path

Binary = tuple[str, str, str]  # name in the bundle, file, kind

_LANGUAGES = ("root", "en", "en_001", "en_US", "en_US_POSIX", "ko", "ko_KR")

# Items of the data, as ICU names them. Everything else is cut.
KEPT = {
    "cnvalias.icu": "the names that character sets go by",
    "ibm-5348_*.cnv": "windows-1252; UTF and Latin-1 need no table",
    "ibm-949_*.cnv": "Korean, before Unicode",
    "ibm-970_*.cnv": "EUC-KR",
    "ibm-1363_*.cnv": "EUC-KR as Windows has it",
    "windows-949-*.cnv": "Korean Windows",
    "coll/ucadata.icu": "the order of letters in all languages",
    "ulayout.icu": "what kind of letter a letter is",
    "pool.res": "strings that the languages share",
    "zone/pool.res": "strings that the languages share",
    "res_index.res": "which languages there are",
    "coll/res_index.res": "which languages there are",
    "zone/res_index.res": "which languages there are",
    **{f"{language}.res": "the languages of the window, with what they build on" for language in _LANGUAGES},
    **{f"coll/{language}.res": "order of words" for language in _LANGUAGES},
    **{f"zone/{language}.res": "names of time zones" for language in _LANGUAGES},
    "icuver.res": "the version, which ICU compares with its own",
    "keyTypeData.res": "what can be chosen for a language, such as its order of words",
    "likelySubtags.res": "a language without a country",
    "metadata.res": "old names of languages and countries",
    "metaZones.res": "time zones",
    "numberingSystems.res": "digits, in the names of time zones",
    "supplementalData.res": "countries",
    "timezoneTypes.res": "time zones",
    "windowsZones.res": "time zones",
    "zoneinfo64.res": "time zones",
}


def with_cut_data(binaries: list[Binary], folder: Path) -> list[Binary]:
    """Return PyInstaller's list of libraries with ICU's data replaced by what `cut` leaves of it, kept in `folder`."""
    return [
        (name, str(cut(Path(source), folder)) if Path(name).name.startswith("libicudata.") else source, kind)
        for name, source, kind in binaries
    ]


def cut(library: Path, folder: Path) -> Path:
    """Write `library` (libicudata.so.N) anew in `folder` with the data that is kept; return the new file.

    Needs binutils and ICU's icupkg; raises CalledProcessError when one of them refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    symbol = _data_symbol(library)
    package = (
        f"{symbol.removesuffix('_dat')}l.dat"  # icupkg names the items for their file; l is for little-endian
    )
    whole, rest = folder / "whole" / package, folder / package
    whole.parent.mkdir(exist_ok=True)
    _run("objcopy", "-O", "binary", "--only-section=.rodata", library, whole)
    cut_items = folder / "cut.txt"
    cut_items.write_text("\n".join(item for item in _items(whole) if not is_kept(item)), encoding="utf-8")
    _run("icupkg", "--remove", cut_items, whole, rest)
    return _library(rest, symbol, folder / library.name)


def is_kept(item: str) -> bool:
    """Whether the data item of this name stays. A pattern's * does not reach across a slash."""
    parts = item.split("/")
    patterns = (pattern.split("/") for pattern in KEPT)
    return any(len(parts) == len(each) and all(map(fnmatchcase, parts, each)) for each in patterns)


def _data_symbol(library: Path) -> str:
    (symbol,) = re.findall(r"\b(icudt\d+_dat)$", _run("nm", "-D", "--defined-only", library), re.MULTILINE)
    return str(symbol)


def _items(data: Path) -> list[str]:
    return _run("icupkg", "--list", data).split()


def _library(data: Path, symbol: str, target: Path) -> Path:
    """Wrap `data` into a library that ICU finds it in under `symbol`."""
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
