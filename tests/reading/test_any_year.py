"""Rules for every year, what returns no more, and terms that count from papers which came in."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import Relative, YearDay
from tests.reading.reading_desk import duties, the_duty

EVERY_YEAR = [
    ("Các trạm phải nộp bảng kê trước ngày 31 tháng 12 năm trước.", YearDay(12, 30)),
    ("Chậm nhất ngày 15/11 năm trước, các trạm nộp bảng kê.", YearDay(11, 15)),
    ("Trước ngày 15 tháng 11 năm trước năm kế hoạch, các Sở gửi danh mục về Sở Tài chính.", YearDay(11, 14)),
    ("Các trường nộp phương án trước ngày 31/12 của năm trước năm tuyển sinh.", YearDay(12, 30)),
    ("Trước ngày 31 tháng 10, các huyện phải giao dự toán ngân sách năm sau cho từng xã.", YearDay(10, 30)),
    ("Các sở gửi kế hoạch sửa chữa năm kế tiếp trước ngày 15/10.", YearDay(10, 14)),
    ("Trước ngày 20/9, các xã trình danh mục công trình năm tiếp theo.", YearDay(9, 19)),
    ("Trước ngày 01 tháng 3, các Sở báo cáo tình hình thu phí năm trước.", YearDay(2, 28)),
    ("Trước ngày 01 tháng 3 năm sau, các Sở gửi quyết toán năm trước về Sở Tài chính.", YearDay(2, 28, 1)),
    ("Chậm nhất ngày 31/3 năm sau, các Sở gửi số liệu năm trước liền kề.", YearDay(3, 31, 1)),
]


@pytest.mark.parametrize(("text", "rule"), EVERY_YEAR)
def test_what_speaks_of_no_certain_year_returns(text: str, rule: YearDay) -> None:
    duty = the_duty(text)
    assert (duty.recurrence, duty.rule) == ("yearly", (rule,))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Trước ngày 31/10/2020, các huyện phải giao dự toán năm sau cho từng xã.", date(2020, 10, 30)),
        ("Trước ngày 31/10, các huyện phải giao dự toán năm 2021 cho từng xã.", date(2020, 10, 30)),
        ("Trước ngày 31/10 năm nay, các huyện phải giao dự toán năm sau.", date(2020, 10, 30)),
        ("Trước ngày 31/10, các huyện phải gửi báo cáo năm.", date(2020, 10, 30)),
    ],
)
def test_a_year_that_is_named_makes_it_a_single_day(text: str, day: date) -> None:
    assert the_duty(text).due == day


@pytest.mark.parametrize(
    "text",
    [
        "So với ngày 31/12 năm trước, số xã đạt chuẩn tăng 12%.",
        "Các trạm đã nộp bảng kê trước ngày 31/12 năm trước.",
        "Dư nợ đến ngày 31/12 năm trước là 20 tỷ đồng.",
    ],
)
def test_a_day_of_last_year_that_is_told_of_is_no_term(text: str) -> None:
    assert not duties(text)


@pytest.mark.parametrize(
    "text",
    [
        "Các sở gửi báo cáo về Cục trước ngày 25/6 đối với báo cáo 6 tháng; trước ngày 28/11 đối với báo cáo năm.",
        "Các sở gửi báo cáo: chậm nhất ngày 24/6 cho báo cáo 6 tháng; chậm nhất ngày 27/11 cho báo cáo tổng kết năm.",
        "Các sở gửi báo cáo 06 tháng trước ngày 25/6; báo cáo năm gửi trước ngày 28/11.",
    ],
)
def test_two_reports_with_a_day_each_return_each(text: str) -> None:
    found = duties(text)
    assert [(one.recurrence, one.rule) for one in found] == [
        ("yearly", (YearDay(6, 24),)),
        ("yearly", (YearDay(11, 27),)),
    ]
    assert {one.lead for one in found} == {("Các sở",)}


@pytest.mark.parametrize(
    "text",
    [
        "Các huyện không phải báo cáo hằng tháng về kết quả giải ngân.",
        "Các trạm chỉ gửi hai kỳ báo cáo, không thực hiện báo cáo hằng tháng và hằng quý.",
        "Các trạm dừng báo cáo hằng ngày về dịch bệnh.",
        "Các trạm không cần họp giao ban hằng tuần.",
        "Sở bãi bỏ chế độ báo cáo hằng quý của các trạm.",
        "Các trạm gửi bảng kê thay cho báo cáo hằng tháng.",
        "Các trạm không bắt buộc gửi báo cáo hằng tuần.",
        "Các trạm chấm dứt việc báo cáo hằng ngày.",
    ],
)
def test_what_is_not_to_be_done_does_not_return(text: str) -> None:
    assert not duties(text)


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("Cơ sở phải đổi khóa trong vòng 01 đến 03 ngày làm việc kể từ ngày nhận máy.", 3, "working_day"),
        ("Sở Công Thương thẩm định trong thời hạn từ 05 đến 07 ngày kể từ ngày nhận đủ hồ sơ.", 7, "day"),
        ("Sở Công Thương trả lời trong 3-5 ngày làm việc kể từ ngày nhận đơn.", 5, "working_day"),
        ("Cơ sở phải nộp phí trong vòng 2 - 3 tháng kể từ ngày nhận máy.", 3, "month"),
    ],
)
def test_the_longer_of_two_counts_binds(text: str, count: int, unit: str) -> None:
    relative = the_duty(text).relative
    assert relative is not None
    assert (relative.n, relative.unit) == (count, unit)


@pytest.mark.parametrize("further", ["và có trách nhiệm giữ khóa", "và phải giữ khóa", "và sẽ giữ khóa"])
def test_what_else_binds_is_no_part_of_the_event(further: str) -> None:
    duty = the_duty(f"Cơ sở phải nộp phí trong thời hạn 10 ngày kể từ ngày nhận máy {further}.")
    assert duty.relative == Relative(10, "day", "nhận máy")


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Y tế công nhận lại các cơ sở đạt chuẩn định kỳ 05 năm.",
        "Chủ cơ sở phải kiểm định hệ thống chống sét định kỳ 12 tháng.",
        "Định kỳ 10 ngày, các xã báo cáo kết quả về UBND huyện.",
        "Hiệu trưởng có trách nhiệm đánh giá chương trình định kỳ 2 năm.",
    ],
)
def test_every_so_often_returns(text: str) -> None:
    assert the_duty(text).recurrence == "periodic"


ASKED = [
    "{} yêu cầu chủ đầu tư chỉnh sửa chậm nhất 10 ngày kể từ ngày nhận được báo cáo của chủ đầu tư.",
    "Trong thời hạn 10 ngày kể từ ngày nhận hồ sơ, {} yêu cầu cơ sở bổ sung.",
    "{} đề nghị chủ cơ sở bổ sung trong vòng 10 ngày kể từ ngày tiếp nhận hồ sơ.",
    "Trường hợp còn thiếu, trong 10 ngày kể từ ngày nhận đủ đơn, {} có văn bản yêu cầu doanh nghiệp giải trình.",
    "{} phải yêu cầu doanh nghiệp giải trình trong thời hạn 10 ngày kể từ ngày nhận tờ khai.",
]


@pytest.mark.parametrize("body", ["Sở Xây dựng", "Cơ quan cấp phép", "Ủy ban nhân dân huyện"])
@pytest.mark.parametrize("text", ASKED)
def test_whoever_got_the_papers_asks_within_the_term(text: str, body: str) -> None:
    (lead,) = the_duty(text.format(body)).lead
    assert lead.lower() == body.lower()


@pytest.mark.parametrize("paper", ["thông báo này", "công văn này", "yêu cầu của Sở", "kết luận thanh tra"])
def test_whoever_got_the_order_does_it_within_the_term(paper: str) -> None:
    text = f"Sở Xây dựng yêu cầu các chủ đầu tư nộp bản vẽ trong vòng 10 ngày kể từ ngày nhận được {paper}."
    assert the_duty(text).lead == ("các chủ đầu tư",)
