"""Names for the codes that a payment holds. The tables are data files and are handed in.

Each file of `resources/codes` is one table: ``{"code": {"ko": "…", "en": "…"}}``. Source: the code tables of
PortOne's documentation (status, pay_method, pg_provider, card and bank codes, delivery companies).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

Language = Literal["ko", "en"]
Table = Literal[
    "bank",
    "card",
    "card_type",
    "cash_receipt_type",
    "channel",
    "customer_uid_usage",
    "delivery_company",
    "emb_pg_provider",
    "pay_method",
    "pg_provider",
    "status",
]

_BANK_CODE_LENGTH = 3  # an old bank code may come with two digits


@dataclass(frozen=True, slots=True)
class CodeTables:
    """All tables: table -> code -> language -> name."""

    tables: Mapping[str, Mapping[str, Mapping[str, str]]]

    @classmethod
    def load(cls, directory: Path) -> Self:
        """Read every ``*.json`` of `directory`, the file's stem being the table's name.

        Raises OSError or ValueError when a file cannot be read: the program's own data is damaged then.
        """
        return cls({file.stem: json.loads(file.read_bytes()) for file in sorted(directory.glob("*.json"))})

    def name(self, table: Table, code: str, language: Language) -> str | None:
        """Return the name of `code`, or None when nobody documented it; the code itself is shown then.

        Raises KeyError when there is no such table.
        """
        if table == "bank" and code.isascii() and code.isdigit():
            code = code.zfill(_BANK_CODE_LENGTH)
        names = self.tables[table].get(code)
        return None if names is None else names[language]
