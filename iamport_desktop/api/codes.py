"""The names of codes in a payment: card companies, banks, payment methods and the like.

Each file of `resources/codes` is a table: ``{"code": {"ko": "…", "en": "…"}}``. Source: the code tables of
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
    "easy_pay_gateway",
    "emb_pg_provider",
    "pay_method",
    "pay_method_of_pg",
    "pg_provider",
    "status",
]

_BANK_CODE_LENGTH = 3  # old bank codes have two digits


@dataclass(frozen=True, slots=True)
class CodeTables:
    """All tables: table -> code -> language -> name."""

    tables: Mapping[str, Mapping[str, Mapping[str, str]]]

    @classmethod
    def load(cls, directory: Path) -> Self:
        """Load every ``*.json`` of `directory`; the file's stem is the table's name.

        Raises OSError or ValueError if a file, which is part of the program, is damaged.
        """
        return cls({file.stem: json.loads(file.read_bytes()) for file in sorted(directory.glob("*.json"))})

    def name(self, table: Table, code: str, language: Language) -> str | None:
        """Return the name of `code`, None if it is undocumented. Raises KeyError without such a table."""
        if table == "bank" and code.isascii() and code.isdigit():
            code = code.zfill(_BANK_CODE_LENGTH)
        names = self.tables[table].get(code)
        return None if names is None else names[language]
