"""Brackets that say who and when, steps of a timetable, and labels with more behind them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, read, the_duty

BRACKETS = [
    "(Sở Xây dựng; quý III/2020)",
    "(Sở Xây dựng, quý III/2020)",
    "(Sở Xây dựng - quý III/2020)",
    "(quý III/2020; Sở Xây dựng)",
    "(Sở Xây dựng chủ trì, hoàn thành trong quý III/2020)",
    "(hoàn thành trước 01/10/2020 - Sở Xây dựng)",
    "(Sở Xây dựng hoàn thành trước 01/10/2020)",
    "(giao Sở Xây dựng, xong trước 01/10/2020)",
    "(Sở Xây dựng phụ trách; thời hạn 30/9/2020)",
    "(Chủ trì: Sở Xây dựng; thời gian: quý III/2020)",
    "(thời hạn: quý III/2020; cơ quan thực hiện: Sở Xây dựng)",
]


@pytest.mark.parametrize("bracket", BRACKETS)
@pytest.mark.parametrize(
    "task", ["- Khảo sát nhà ở xuống cấp", "Khảo sát nhà ở xuống cấp", "a) Lập đề án di dời"]
)
def test_a_bracket_names_who_and_when(task: str, bracket: str) -> None:
    duty = the_duty(f"{task} {bracket}.")
    assert (duty.lead, duty.due) == (("Sở Xây dựng",), date(2020, 9, 30))


@pytest.mark.parametrize(
    "bracket",
    [
        "(Quyết định số 12, tháng 9/2020)",
        "(theo Nghị quyết 5 - quý III/2020)",
        "(kỳ họp thứ 5, tháng 9/2020)",
    ],
)
def test_a_paper_and_its_month_are_no_term(bracket: str) -> None:
    assert not duties(f"Khảo sát nhà ở xuống cấp {bracket}.")


STEPS = [
    "Lộ trình thực hiện:\n- Tháng 9/2020: {} lập đề cương;\n- Tháng 10/2020: lấy ý kiến;\n- Trước 30/11/2020: trình.",
    """III. TIẾN ĐỘ\n1. Từ ngày 01/9 đến ngày 30/9/2020: {} thành lập tổ.
2. Từ ngày 01/10 đến ngày 31/10/2020: Thu thập số liệu.\n3. Từ ngày 01/11 đến ngày 29/11/2020: Báo cáo.""",
    "Tiến độ như sau:\n- Tháng 8 - 9/2020: {} lập đề cương;\n- Tháng 10/2020: khảo sát;\n- Ngày 29/11/2020: báo cáo.",
]


@pytest.mark.parametrize("body", ["Sở Xây dựng", "UBND huyện"])
@pytest.mark.parametrize("text", STEPS)
def test_a_step_is_whose_the_one_before_it_was(text: str, body: str) -> None:
    assert [(one.lead, one.due) for one in duties(text.format(body))] == [
        ((body,), date(2020, 9, 30)),
        ((body,), date(2020, 10, 31)),
        ((body,), date(2020, 11, 29)),
    ]


@pytest.mark.parametrize(
    ("label", "days"),
    [
        (
            "Thời gian hoàn thành: Quý III/2020 (dự thảo), Quý IV/2020 (ban hành)",
            ["2020-09-30", "2020-12-31"],
        ),
        (
            "Thời gian hoàn thành: Trong quý III/2020. Báo cáo kết quả trước ngày 15/12/2020",
            ["2020-09-30", "2020-12-14"],
        ),
        ("Thời gian: bắt đầu từ ngày 01/9/2020 và kết thúc trước ngày 01/10/2020", ["2020-09-30"]),
    ],
)
def test_what_follows_a_label_is_of_the_same_entry(label: str, days: list[str]) -> None:
    found = duties(f"1. Kiểm tra rừng\n- Đơn vị thực hiện: Chi cục Kiểm lâm.\n- {label}.")
    assert [str(one.due) for one in found] == days
    assert {one.lead for one in found} == {("Chi cục Kiểm lâm",)}


@pytest.mark.parametrize("often", ["06 tháng 01 lần", "6 tháng/lần", "06 tháng một lần"])
def test_half_a_year_is_half_a_year(often: str) -> None:
    text = f"1. Kiểm tra rừng\n- Đơn vị thực hiện: Chi cục Kiểm lâm.\n- Thời gian thực hiện: {often}."
    assert the_duty(text).recurrence == "semiannual"


@pytest.mark.parametrize("numbers", ["I, II, III", "II và III", "II"])
def test_a_number_is_no_body(numbers: str) -> None:
    assert the_duty(f"Báo cáo quý {numbers} gửi trước ngày 15 của tháng cuối quý.").lead == ()


@pytest.mark.parametrize(
    "deed", ["được tiến hành", "được thực hiện", "được triển khai", "tiến hành", "bắt đầu"]
)
def test_a_deed_that_is_to_be_carried_out_has_a_term(deed: str) -> None:
    assert the_duty(f"Việc lấy ý kiến Nhân dân {deed} từ ngày 01/9/2020 đến ngày 30/9/2020.").due == date(
        2020, 9, 30
    )


def test_what_comes_about_behind_a_term_is_no_term() -> None:
    draft = read("Quá thời hạn ngày 15/9/2020, đơn vị nào không gửi báo cáo coi như không có ý kiến.")
    assert not [one for one in draft.obligations if one.is_dated]


@pytest.mark.parametrize("head", ["Kế hoạch nêu rõ", "Công văn nêu rõ", "Văn bản nêu rõ"])
def test_what_a_paper_says_behind_a_comma_binds(head: str) -> None:
    text = f"{head}, trong quý III/2020 các sở hoàn thành rà soát, quý IV/2020 trình UBND tỉnh phê duyệt."
    assert [(one.lead, one.due) for one in duties(text)] == [
        (("các sở",), date(2020, 9, 30)),
        (("các sở",), date(2020, 12, 31)),
    ]
