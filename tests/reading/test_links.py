"""Who signs a document, and which older instruments it continues, amends or replaces."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import DraftInstrument
from rules.reading.head.header import instrument_of

HEAD = """ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
Số: 41/CT-UBND
Hà Nam, ngày 12 tháng 5 năm 2021

CHỈ THỊ
Về việc tăng cường quản lý chợ dân sinh
"""


def told(body: str, head: str = HEAD) -> DraftInstrument:
    return instrument_of(f"{head}\n{body}", None)


def names(found: DraftInstrument, relation: str) -> list[tuple[str, date | None]]:
    return [(cited.number, cited.issued) for cited in getattr(found.links, relation)]


@pytest.mark.parametrize(
    ("body", "number", "issued"),
    [
        (
            "Chỉ thị này thay thế Chỉ thị số 07/CT-UBND ngày 04/8/2017 của Chủ tịch UBND tỉnh.",
            "07/CT-UBND",
            date(2017, 8, 4),
        ),
        (
            "Chỉ thị này có hiệu lực kể từ ngày ký và thay thế Chỉ thị số 07/CT-UBND ngày 04 tháng 8 năm 2017.",
            "07/CT-UBND",
            date(2017, 8, 4),
        ),
        ("Điều 3. Bãi bỏ Quyết định số 12/2014/QĐ-UBND về giá chợ.", "12/2014/QĐ-UBND", None),
        ("2. Bãi bỏ toàn bộ Quyết định số 12/2014/QĐ-UBND về giá chợ.", "12/2014/QĐ-UBND", None),
        (
            "Thông tư số 05/2013/TT-BCT hết hiệu lực kể từ ngày Chỉ thị này có hiệu lực thi hành.",
            "05/2013/TT-BCT",
            None,
        ),
    ],
)
def test_an_instrument_says_which_one_it_replaces(body: str, number: str, issued: date | None) -> None:
    assert names(told(body), "replaces") == [(number, issued)]


@pytest.mark.parametrize(
    "body",
    [
        "Sở Công Thương trình UBND tỉnh Quyết định thay thế Quyết định số 12/2014/QĐ-UBND trước ngày 30/9/2021.",
        "1. Sở Tài chính rà soát, thay thế Quyết định số 12/2014/QĐ-UBND trong quý III/2021.",
        "Căn cứ Luật Giá số 11/2012/QH13 ngày 20 tháng 6 năm 2012;",
        "Nghị định số 02/2003/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định số 114/2009/NĐ-CP.",
    ],
)
def test_what_others_are_told_to_do_to_instruments_is_not_its_own_past(body: str) -> None:
    found = told(body)
    assert (found.links.replaces, found.links.amends, found.links.continues) == ((), (), ())


def test_a_title_names_what_the_instrument_amends() -> None:
    head = HEAD.replace(
        "CHỈ THỊ\nVề việc tăng cường quản lý chợ dân sinh",
        "QUYẾT ĐỊNH\nSửa đổi, bổ sung một số điều của Quyết định số 12/2014/QĐ-UBND ngày 03/3/2014",
    )
    assert names(told("Điều 1. Phạm vi", head), "amends") == [("12/2014/QĐ-UBND", date(2014, 3, 3))]


def test_an_article_says_what_it_amends() -> None:
    body = "Điều 1. Sửa đổi, bổ sung khoản 2 Điều 5 Quyết định số 12/2014/QĐ-UBND như sau: giá vé theo ngày."
    assert names(told(body), "amends") == [("12/2014/QĐ-UBND", None)]


def test_a_preamble_says_what_the_instrument_carries_on() -> None:
    body = "Tiếp tục thực hiện Nghị quyết số 36a/NQ-CP ngày 14/10/2015 của Chính phủ, Chủ tịch UBND tỉnh chỉ thị:"
    assert names(told(body), "continues") == [("36a/NQ-CP", date(2015, 10, 14))]


def test_a_duty_to_carry_something_out_is_no_preamble() -> None:
    body = "1. Các sở thực hiện Nghị quyết số 36a/NQ-CP ngày 14/10/2015 của Chính phủ.\n- Thực hiện Nghị quyết số 19/NQ-CP."
    assert told(body).links.continues == ()


def test_news_tells_which_decision_adds_to_which() -> None:
    text = "Bộ trưởng vừa ký ban hành Quyết định 940/QĐ-BCT. Quyết định 940/QĐ-BCT bổ sung Quyết định 310 ngày 2/3/2019."
    assert names(instrument_of(text, date(2020, 5, 4)), "amends") == [("310", date(2019, 3, 2))]


def test_the_day_of_another_instrument_is_not_borrowed() -> None:
    body = "Chỉ thị này thay thế Chỉ thị số 07/CT-UBND và Chỉ thị số 09/CT-UBND ngày 06/9/2018."
    assert names(told(body), "replaces") == [("07/CT-UBND", None), ("09/CT-UBND", date(2018, 9, 6))]


@pytest.mark.parametrize(
    ("block", "signer"),
    [
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Văn Bình", "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nLê Thị Hoa", "TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH"),
        ("BỘ TRƯỞNG\n\nNguyễn Thị Mai Anh", "BỘ TRƯỞNG"),
        ("TL. BỘ TRƯỞNG\nCHÁNH VĂN PHÒNG", "TL. BỘ TRƯỞNG, CHÁNH VĂN PHÒNG"),
    ],
)
def test_the_office_of_whoever_signs_is_read(block: str, signer: str) -> None:
    assert told(f"1. Các sở rà soát.\n2. Các huyện báo cáo.\n\n{block}").signer == signer


def test_a_heading_in_capitals_signs_nothing() -> None:
    assert (
        told("1. Các sở rà soát.\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nQuyết định phân công như sau:").signer
        is None
    )


def test_news_tells_the_office_of_whoever_signed() -> None:
    text = "Phó Thủ tướng Trần Văn Bình vừa ký Công điện số 88/CĐ-TTg về chống rét."
    assert instrument_of(text, date(2022, 1, 3)).signer == "Phó Thủ tướng"
