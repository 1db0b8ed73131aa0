"""Who issued a paper, by the lines at its head and the level that it speaks from."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.document import read_document
from rules.reading.draft import Issuer
from rules.reading.head.issuing import issuer_of
from tests.builders import builtin_catalogue


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        (["BỘ Y TẾ"], Issuer("BỘ Y TẾ")),
        (["BỘ TÀI CHÍNH", "TỔNG CỤC THUẾ", "---"], Issuer("TỔNG CỤC THUẾ", "BỘ TÀI CHÍNH")),
        (["UBND TỈNH LÀO CAI", "SỞ Y TẾ"], Issuer("SỞ Y TẾ", "UBND TỈNH LÀO CAI", is_local=True)),
        (["ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI"], Issuer("ỦY BAN NHÂN DÂN TỈNH LÀO CAI", None, is_local=True)),
        (
            ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ TƯ PHÁP"],
            Issuer("SỞ TƯ PHÁP", "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", is_local=True),
        ),
        (
            ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG THPT CHU VĂN AN"],
            Issuer("TRƯỜNG THPT CHU VĂN AN", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", is_local=True),
        ),
        (["NGÂN HÀNG NHÀ NƯỚC", "VIỆT NAM"], Issuer("NGÂN HÀNG NHÀ NƯỚC VIỆT NAM")),
        (["TỈNH ỦY CÀ MAU", "BAN TUYÊN GIÁO"], Issuer("BAN TUYÊN GIÁO", "TỈNH ỦY CÀ MAU", is_local=True)),
        (["BỘ TÀI CHÍNH", "BỘ Y TẾ"], Issuer("BỘ TÀI CHÍNH")),
        (["BỘ Y TẾ", "BAN HÀNH QUY CHẾ HỌP"], Issuer("BỘ Y TẾ")),
        (["CHÍNH PHỦ", "NGHỊ QUYẾT"], Issuer("CHÍNH PHỦ")),
        (["KẾ HOẠCH", "I. MỤC ĐÍCH, YÊU CẦU", "PHẦN 1"], Issuer("Thủ tướng Chính phủ")),
        ([], Issuer("Thủ tướng Chính phủ")),
    ],
)
def test_the_lines_above_the_number_name_the_body_and_the_one_above_it(
    head: list[str], issuer: Issuer
) -> None:
    assert issuer_of(head, "12/CT-TTg") == issuer


HEAD = """{issuer}
Số: 15/KH-X
Ngày 3 tháng 8 năm 2020
KẾ HOẠCH
Về phòng, chống dịch
"""


@pytest.mark.parametrize(
    ("issuer", "ids"),
    [
        ("THỦ TƯỚNG CHÍNH PHỦ", ("@provinces",)),
        ("BỘ Y TẾ", ("@provinces",)),
        ("UBND TỈNH LÀO CAI", (None,)),
        ("UBND TỈNH LÀO CAI\nSỞ Y TẾ", (None,)),
        ("UBND HUYỆN SA PA", (None,)),
    ],
)
def test_places_in_a_plan_are_those_below_its_issuer(issuer: str, ids: tuple[str | None, ...]) -> None:
    text = HEAD.format(issuer=issuer) + "Yêu cầu các địa phương báo cáo trước ngày 1/9/2020."
    (duty,) = read_document(text, None, builtin_catalogue()).obligations
    assert duty.lead == ("các địa phương",)
    assert duty.lead_ids == ids


@pytest.mark.parametrize(
    ("deed", "task"),
    [
        ("theo dõi, đôn đốc việc tiêm vét", "Theo dõi, đôn đốc việc tiêm vét"),
        ("đồng bộ dữ liệu về Bộ", "Đồng bộ dữ liệu về Bộ"),
        ("thể chế hóa quy định", "Thể chế hóa quy định"),
        ("đồng thời gửi báo cáo", "Gửi báo cáo"),
        ("cụ thể hóa chỉ tiêu", "Cụ thể hóa chỉ tiêu"),
    ],
)
def test_a_task_begins_with_the_whole_of_its_first_word(deed: str, task: str) -> None:
    text = f"Yêu cầu Bộ Y tế {deed} trước ngày 1/9/2020."
    (duty,) = read_document(text, None, builtin_catalogue()).obligations
    assert duty.task == task


@pytest.mark.parametrize(
    ("speaker", "ids"),
    [
        ("Chủ tịch UBND tỉnh Quảng Ninh vừa ký văn bản về tàu cá.", (None,)),
        ("UBND thành phố Hà Nội yêu cầu tăng cường kiểm tra.", (None,)),
        ("Bộ Nông nghiệp yêu cầu UBND tỉnh Quảng Ninh rà soát.", ("@provinces",)),
        ("Thủ tướng giao UBND tỉnh Quảng Ninh chỉ đạo kiểm tra.", ("@provinces",)),
    ],
)
def test_places_in_news_are_those_below_who_speaks(speaker: str, ids: tuple[str | None, ...]) -> None:
    text = f"{speaker}\nYêu cầu các địa phương báo cáo trước ngày 1/9/2020."
    found = read_document(text, date(2020, 8, 3), builtin_catalogue()).obligations
    assert [duty.lead_ids for duty in found if duty.is_dated] == [ids]
