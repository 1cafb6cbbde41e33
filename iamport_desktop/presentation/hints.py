"""Why a text does not search, in one sentence."""

from __future__ import annotations

from iamport_desktop.api import identifiers
from iamport_desktop.presentation.speech import translate


def hint(recognition: identifiers.Recognition) -> str:
    """What to do about `recognition`; "" for one that searches."""
    match recognition:
        case identifiers.Found() | identifiers.Several():
            return ""
        case identifiers.MerchantCode(code):
            return translate(
                "Hints",
                "{code} is a merchant code (it names a shop). The id of a payment has an underscore: imp_ and digits.",
            ).format(code=code)
        case identifiers.Incomplete():
            return translate("Hints", "This is no complete imp_uid. It is imp_ and digits, and nothing else.")
        case identifiers.Nothing(""):
            return translate("Hints", "Enter an imp_uid, or paste any text with one in it.")
        case identifiers.Nothing():
            return translate(
                "Hints", "No imp_uid is in this text. It is imp_ and digits, as in imp_123456789012."
            )
