"""Recipients and signature."""

import pytest

from app.exchange.plan_closing import recipients_in, signature_in

_LISTED = ("Một câu.", "Nơi nhận:", "- Ủy ban nhân dân huyện", "(để b/c);", "- Lưu: VT.", "Dòng khác")


def test_recipients_and_where_they_stand() -> None:
    found = recipients_in(_LISTED)
    assert found.names == ("Ủy ban nhân dân huyện (để b/c);", "Lưu: VT.")
    assert (found.start, found.end) == (1, 5)


def test_recipients_whose_heading_is_lost() -> None:
    found = recipients_in(("Một câu.", "- UBND huyện;", "- Lưu: VT.", "CHỦ TỊCH"))
    assert (found.names, found.start, found.end) == (("UBND huyện;", "Lưu: VT."), 1, 3)


@pytest.mark.parametrize("lines", [(), ("Một câu.",), ("- Lưu trữ hồ sơ điện tử theo quy định.",)])
def test_no_recipients(lines: tuple[str, ...]) -> None:
    found = recipients_in(lines)
    assert (found.names, found.start, found.end) == ((), len(lines), len(lines))


def test_a_list_that_never_ends() -> None:
    assert recipients_in(("Nơi nhận:", "- UBND huyện;")).end == 2


@pytest.mark.parametrize(
    ("lines", "titles", "name", "places"),
    [
        (("CHỦ TỊCH", "Trần Văn Bình"), ("CHỦ TỊCH",), "Trần Văn Bình", (0, 1)),
        (
            ("Câu.", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)", "Trần Văn Bình"),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            "Trần Văn Bình",
            (1, 2, 3, 5),
        ),
        (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", ""), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), None, (0, 1)),
        (("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ A", "Căn cứ Luật A;"), (), None, ()),
    ],
)
def test_signatures(lines: tuple[str, ...], titles: tuple[str, ...], name: str | None, places: tuple[int, ...]) -> None:
    found = signature_in(lines)
    assert (found.titles, found.name, found.places) == (titles, name, places)
    assert found.post == (titles[-1] if name else None)
