"""Sentences with a time by which nobody has to do anything, and constructions that do give a day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import read

TELLING = [
    "Dự báo từ ngày 22 đến 28/9/2020, mực nước tiếp tục giảm.",
    "Từ 27 đến 29/9/2020, toàn tỉnh mưa 150 - 300 mm.",
    "Ước thanh toán đến 31/8/2020 đạt 42% kế hoạch.",
    "Chính phủ đồng ý cho phép kéo dài đến hết ngày 31/12/2022 thời gian thí điểm.",
    "Bộ Tài chính hỗ trợ các địa phương đã có báo cáo trước ngày 20/9/2020.",
    "Ngày 15/01/2020, Bộ Nội vụ có Công văn số 246 đề nghị các tỉnh gửi báo cáo trước ngày 20/02/2020.",
    "Kể từ ngày 01/7/2022, tổ chức không hoàn thành nghĩa vụ thì bị đình chỉ.",
    "Đơn vị lưu giữ chứng từ tối thiểu 10 năm kể từ ngày giao dịch kết thúc.",
    "Xã niêm yết danh sách trong thời gian 20 ngày.",
    "Còn khoảng 40 ngày nữa hóa đơn giấy sẽ hết giá trị.",
]
DUE = [
    ("Sở Y tế gửi báo cáo chậm nhất là hết ngày thứ Sáu, 25/9/2020.", date(2020, 9, 25)),
    ("Sở Y tế gửi báo cáo trước 12 giờ trưa mai (27/9/2020).", date(2020, 9, 27)),
    ("Sở Y tế trình đề án chậm nhất trong tuần thứ nhất của tháng 11 năm 2020.", date(2020, 11, 7)),
    ("Vụ Pháp chế: hoàn thành thẩm định ba thông tư (hạn: 30/9/2020).", date(2020, 9, 30)),
    ("Ngày 15/10/2020: Sở Y tế nộp danh sách cán bộ.", date(2020, 10, 15)),
]
LEADS = [
    (
        "Công ty Điện lực Quảng Bình lên phương án cắt điện trước ngày 30/9/2020.",
        "Công ty Điện lực Quảng Bình",
    ),
    ("UBND các xã thống kê thiệt hại trước ngày 30/9/2020.", "UBND các xã"),
    ("Cục Việc làm trình đề án trước ngày 30/9/2020.", "Cục Việc làm"),
    ("Cục Quản lý khám chữa bệnh trình đề án trước ngày 30/9/2020.", "Cục Quản lý khám chữa bệnh"),
]


@pytest.mark.parametrize("sentence", TELLING)
def test_a_sentence_that_only_tells_gives_no_deadline(sentence: str) -> None:
    assert [duty.deadline_phrase for duty in read(sentence).obligations if duty.is_dated] == []


@pytest.mark.parametrize(("sentence", "day"), DUE)
def test_a_day_is_read_however_it_is_placed(sentence: str, day: date) -> None:
    assert [duty.due for duty in read(sentence).obligations] == [day]


@pytest.mark.parametrize(("sentence", "lead"), LEADS)
def test_a_name_ends_before_its_verb_and_not_before_a_verb_inside_it(sentence: str, lead: str) -> None:
    assert [duty.lead for duty in read(sentence).obligations] == [(lead,)]


def test_news_that_only_cites_an_instrument_is_not_of_that_instrument() -> None:
    instrument = read("Bộ A tiếp tục thực hiện Nghị định 102 ngày 6/11/2009 về đầu tư.").instrument
    assert (instrument.number, instrument.issued) == (None, None)
