"""Write DLLs that programs here import from Windows 10 and Debian 12's Wine 8.0 lacks.

icuuc.dll and mscms.dll (Qt) only satisfy the loader. Every function returns 0, and `ucnv_open` reports
U_FILE_ACCESS_ERROR, so that Qt uses its own codecs and no colour profile. bcryptprimitives.dll (programs in Rust)
forwards its one function to the older equivalent.

They belong into a Wine prefix, never into a package. The format is PE32+ of Microsoft's PE/COFF specification, with one
section each for code, exports and relocations.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

_RETURN_ZERO = b"\x31\xc0\xc3"  # xor eax, eax; ret
_RETURN_TRUE = b"\xb8\x01\x00\x00\x00\xc3"  # mov eax, 1; ret
_OPEN_FAILS = b"\xc7\x02\x04\x00\x00\x00" + _RETURN_ZERO  # *rdx = U_FILE_ACCESS_ERROR; return NULL

_ICU = """UCNV_FROM_U_CALLBACK_SUBSTITUTE UCNV_TO_U_CALLBACK_SUBSTITUTE ucnv_cbFromUWriteUChars ucnv_cbToUWriteUChars
ucnv_close ucnv_countAvailable ucnv_fromUCountPending ucnv_fromUnicode ucnv_getAvailableName ucnv_getFromUCallBack
ucnv_getMaxCharSize ucnv_getName ucnv_getStandardName ucnv_getToUCallBack ucnv_reset ucnv_setFromUCallBack
ucnv_setToUCallBack ucnv_toUCountPending ucnv_toUnicode"""
_COLOURS = "CloseColorProfile GetColorProfileFromHandle OpenColorProfileW WcsCreateIccProfile"

# What an export is: machine code, or the DLL.function that it is forwarded to.
Exports = Mapping[str, bytes | str]

STUBS: Mapping[str, Exports] = {
    "icuuc.dll": dict.fromkeys(_ICU.split(), _RETURN_ZERO) | {"ucnv_open": _OPEN_FAILS},
    "mscms.dll": dict.fromkeys(_COLOURS.split(), _RETURN_ZERO),
    "bcryptprimitives.dll": {"ProcessPrng": "ADVAPI32.SystemFunction036"},  # RtlGenRandom
}

_PAGE, _BLOCK = 0x1000, 0x200


def write_stubs(system32: Path) -> None:
    """Write the DLLs of STUBS into the folder `system32` of a Wine prefix."""
    for name, exports in STUBS.items():
        (system32 / name).write_bytes(dll(name, exports))


def dll(file_name: str, exports: Exports) -> bytes:
    """Return the bytes of a 64-bit DLL of this name with these exports."""
    names = sorted(exports)  # the loader uses a binary search
    code, addresses = _code(exports)
    table_at = _PAGE + _up(len(code), _PAGE)
    table = _export_table(file_name, names, table_at, addresses, exports)
    relocations_at = table_at + _up(len(table), _PAGE)
    sections = [
        (b".text", _PAGE, code, 0x60000020),
        (b".edata", table_at, table, 0x40000040),
        (b".reloc", relocations_at, struct.pack("<II", _PAGE, 12) + bytes(4), 0x42000040),
    ]
    headers = _headers(len(code), (table_at, len(table)), relocations_at)
    section_headers, bodies = _sections(sections)
    return (headers + section_headers).ljust(2 * _BLOCK, b"\0") + bodies


def _up(size: int, to: int) -> int:
    return (size + to - 1) // to * to


def _code(exports: Exports) -> tuple[bytes, dict[str, int]]:
    """Return DllMain and the functions, and the functions' addresses."""
    code, addresses = _RETURN_TRUE.ljust(16, b"\xcc"), {}
    for name, export in exports.items():
        if isinstance(export, bytes):
            addresses[name] = _PAGE + len(code)
            code += export.ljust(16, b"\xcc")
    return code, addresses


def _export_table(
    file_name: str, names: list[str], at: int, addresses: dict[str, int], exports: Exports
) -> bytes:
    """Return the export directory. An address inside it is the name of a function to forward to."""
    count = len(names)
    pool_at = at + 40 + 10 * count
    pool, text_addresses = file_name.encode() + b"\0", {}
    for text in _strings(names, exports):
        text_addresses[text] = pool_at + len(pool)
        pool += text.encode() + b"\0"
    targets = [addresses[name] if name in addresses else text_addresses[str(exports[name])] for name in names]
    header = (pool_at, 1, count, count, at + 40, at + 40 + 4 * count, at + 40 + 8 * count)
    return b"".join(
        (
            struct.pack("<IIHHIIIIIII", 0, 0, 0, 0, *header),
            struct.pack(f"<{count}I", *targets),
            struct.pack(f"<{count}I", *(text_addresses[name] for name in names)),
            struct.pack(f"<{count}H", *range(count)),
            pool,
        )
    )


def _strings(names: list[str], exports: Exports) -> Iterator[str]:
    yield from names
    yield from (export for export in exports.values() if isinstance(export, str))


def _headers(code_size: int, exports: tuple[int, int], relocations_at: int) -> bytes:
    directories = [(0, 0)] * 16
    directories[0], directories[5] = exports, (relocations_at, 12)
    optional = struct.pack("<HBBIIIII", 0x20B, 14, 0, _up(code_size, _BLOCK), 2 * _BLOCK, 0, _PAGE, _PAGE)
    optional += struct.pack("<QII6H", 0x180000000, _PAGE, _BLOCK, 6, 0, 0, 0, 6, 0)
    optional += struct.pack("<IIII", 0, relocations_at + _PAGE, 2 * _BLOCK, 0)
    optional += struct.pack("<HHQQQQII", 2, 0x160, 0x100000, _PAGE, 0x100000, _PAGE, 0, 16)
    optional += b"".join(struct.pack("<II", *entry) for entry in directories)
    dos = b"MZ".ljust(0x3C, b"\0") + struct.pack("<I", 0x40)
    return dos + b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 3, 0, 0, 0, len(optional), 0x2022) + optional


def _sections(sections: list[tuple[bytes, int, bytes, int]]) -> tuple[bytes, bytes]:
    headers = bodies = b""
    for name, address, data, flags in sections:
        size = _up(len(data), _BLOCK)
        offset = 2 * _BLOCK + len(bodies)
        headers += struct.pack("<8sIIIIIIHHI", name, len(data), address, size, offset, 0, 0, 0, 0, flags)
        bodies += data.ljust(size, b"\0")
    return headers, bodies
