import pytest

from iamport_desktop.api.errors import InvalidImpUid
from iamport_desktop.api.identifiers import parse_imp_uid

UID = "imp_123456789012"


@pytest.mark.parametrize("text", [UID, "imps_1", "imp_" + "1" * 27])
def test_parse_takes_a_whole_imp_uid(text: str) -> None:
    assert parse_imp_uid(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../users/getToken",
        f"{UID}/../../users/getToken",
        f"{UID}\n",
        f" {UID}",
        f"{UID}?a=b",
        f"{UID}#",
        f"{UID}%00",
        f"{UID}\x00",
        "IMP_123456789012",
        "imp_١٢٣",
        "imp_１２３",
        "imp_" + "1" * 28,
        "imp_",
        "impp_1",
        "imp12345678",
    ],
)
def test_parse_refuses_anything_else(text: str) -> None:
    with pytest.raises(InvalidImpUid):
        parse_imp_uid(text)
