"""Bodies that their level names, in lower case, and the congresses that they hold."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, the_duty

BODIES = [
    "ban tuyên giáo cấp huyện",
    "phòng nội vụ cấp huyện",
    "hội nông dân cấp xã",
    "hội cựu chiến binh cấp tỉnh",
    "đoàn cấp cơ sở",
    "đảng ủy cấp trên trực tiếp cơ sở",
    "cơ quan tài chính cấp xã",
    "ban thường vụ cấp ủy cấp huyện",
    "ban thường vụ huyện ủy",
    "văn phòng tỉnh ủy",
    "hội phụ nữ cơ sở",
    "đơn vị dự toán cấp I",
]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(
    "sentence",
    [
        "Riêng {} phải gửi danh sách trước ngày 20/9/2020.",
        "Hội nghị do {} tổ chức, hoàn thành trong tháng 9/2020.",
        "Hội nghị do {} (và tương đương) tổ chức. Thời gian 1 ngày, hoàn thành trong tháng 9/2020.",
    ],
)
def test_a_body_is_named_by_its_level(body: str, sentence: str) -> None:
    assert the_duty(sentence.format(body)).lead == (body,)


@pytest.mark.parametrize(
    "row",
    [
        "Các khối, xóm, thôn, bản",
        "Các khóm, ấp",
        "Các tổ dân phố, khu phố, ấp",
        "Các buôn, bon",
        "Các tổ nhân dân tự quản",
        "Ủy ban nhân dân cấp dưới",
        "Ủy ban nhân dân cùng cấp",
        "Bộ quản lý ngành",
        "Các đơn vị dự toán cấp I",
    ],
)
def test_a_row_of_small_places_acts(row: str) -> None:
    assert the_duty(f"{row} hoàn thành việc lập danh sách trước ngày 20/9/2020.").lead == (row,)


@pytest.mark.parametrize(
    "things",
    ["Các bản cam kết", "Các bản vẽ", "Các khối lượng phát sinh", "Hội nghị cấp tỉnh", "Kế hoạch cấp tỉnh"],
)
def test_a_thing_of_a_level_is_no_body(things: str) -> None:
    assert the_duty(f"{things} gửi về Sở Nội vụ trước ngày 20/9/2020.").lead in {(), ("—",)}


@pytest.mark.parametrize(
    "deed", ["tổng rà soát hộ nghèo", "tổng vệ sinh đường phố", "tổng kiểm tra kho", "ra quân dọn kênh"]
)
def test_a_deed_done_by_all_ends_the_name(deed: str) -> None:
    text = f"UBND tỉnh yêu cầu các địa phương {deed}, hoàn thành trước ngày 20/9/2020."
    assert the_duty(text).lead == ("các địa phương",)


CONGRESSES = [
    ("Đại hội công đoàn cấp huyện hoàn thành trong quý IV/2020.", "công đoàn cấp huyện"),
    ("Theo kế hoạch sẽ hoàn thành đại hội hội phụ nữ cấp cơ sở trong quý IV/2020.", "hội phụ nữ cấp cơ sở"),
    ("Thời gian hoàn thành đại hội đại biểu đoàn cấp huyện trong quý IV/2020.", "đoàn cấp huyện"),
    ("Đại hội các chi bộ hoàn thành trong quý IV/2020.", "các chi bộ"),
    ("Đại hội đảng bộ cơ sở hoàn thành trong quý IV/2020.", "đảng bộ cơ sở"),
    ("Tỉnh ủy yêu cầu đại hội cấp cơ sở hoàn thành trong quý IV/2020.", "cấp cơ sở"),
    ("Đại hội điểm cấp huyện tổ chức trong quý IV/2020.", "cấp huyện"),
    ("- Đại hội cấp trên trực tiếp cơ sở: hoàn thành trong quý IV/2020.", "cấp trên trực tiếp cơ sở"),
    (
        "Tiến đến Đại hội đại biểu Hội Nông dân tỉnh lần thứ IX hoàn thành trong quý IV/2020.",
        "Hội Nông dân tỉnh",
    ),
]


@pytest.mark.parametrize(("text", "lead"), CONGRESSES)
def test_whose_congress_it_is_holds_it(text: str, lead: str) -> None:
    duty = the_duty(text)
    assert (duty.lead, duty.due) == ((lead,), date(2020, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "Đại hội đoàn cấp xã đã hoàn thành trong tháng 5/2020.",
        "Đại hội cổ đông Ngân hàng A diễn ra ngày 20/9/2020.",
    ],
)
def test_a_congress_that_is_told_of_is_no_duty(text: str) -> None:
    assert not duties(text)
