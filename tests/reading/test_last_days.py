"""Days called the last one, days in a timetable's head, brackets that say which days of a week are meant, and chances."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, read, the_duty


@pytest.mark.parametrize(
    "last", ["hạn cuối", "hạn chót", "hạn cuối cùng", "thời hạn cuối cùng", "ngày cuối cùng"]
)
@pytest.mark.parametrize("to", ["", "để "])
@pytest.mark.parametrize("deed", ["nộp hồ sơ", "gửi báo cáo", "báo cáo kết quả", "phải công bố danh sách"])
def test_a_day_that_is_called_the_last_one_binds_who_stands_behind(last: str, to: str, deed: str) -> None:
    duty = the_duty(f"Theo đó, ngày 20/9/2020 là {last} {to}các nhà trường {deed}.")
    assert (duty.due, duty.lead) == (date(2020, 9, 20), ("các nhà trường",))


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 20/9/2020 là ngày khai giảng của các nhà trường.",
        "Ngày 20/9/2019 là hạn cuối các nhà trường nộp hồ sơ.",
        "Ngày 20/9/2020 là Chủ nhật, các nhà trường nộp hồ sơ vào buổi sáng.",
    ],
)
def test_another_day_or_one_gone_by_is_no_term(text: str) -> None:
    assert duties(text) == []


@pytest.mark.parametrize(
    ("head", "first", "last"),
    [
        ("Ngày 18-19/9/2020", date(2020, 9, 18), date(2020, 9, 19)),
        ("Ngày 8 - 17/9/2020", date(2020, 9, 8), date(2020, 9, 17)),
        ("Ngày 28/9-7/10/2020", date(2020, 9, 28), date(2020, 10, 7)),
    ],
)
def test_days_at_the_head_of_an_entry_are_its_time(head: str, first: date, last: date) -> None:
    duty = the_duty(f"{head}: Các nhà trường nhận đơn phúc khảo.")
    assert (duty.earliest, duty.due, duty.lead) == (first, last, ("Các nhà trường",))


def test_days_of_a_sentence_that_tells_are_no_term() -> None:
    assert duties("Ngày 18-19/9/2020, các nhà trường nghỉ bù.") == []


@pytest.mark.parametrize(
    ("inside", "due"),
    [
        ("từ 12 đến 16/9", date(2020, 9, 16)),
        ("từ ngày 12/9 đến ngày 15/9", date(2020, 9, 15)),
        ("trước ngày 16/9/2020", date(2020, 9, 15)),
        ("chậm nhất 14/9", date(2020, 9, 14)),
    ],
)
def test_a_bracket_says_which_days_of_the_period_are_meant(inside: str, due: date) -> None:
    assert [one.due for one in duties(f"Các nhà trường nộp danh sách trong tháng 9/2020 ({inside}).")] == [
        due
    ]


def test_a_bracket_of_another_time_leaves_the_period_alone() -> None:
    found = duties("Các nhà trường nộp danh sách trong tháng 9/2020 (trước ngày 15/11/2020).")
    assert date(2020, 9, 30) in {one.due for one in found}


@pytest.mark.parametrize(
    "opening", ["Khả năng đại hội cấp xã", "Đại hội cấp xã có khả năng", "Nhiều khả năng đại hội"]
)
def test_what_may_come_is_no_duty(opening: str) -> None:
    assert duties(f"{opening} hoàn thành sớm hơn kế hoạch đề ra (12/2020).") == []


def test_to_raise_what_one_is_able_to_do_is_one() -> None:
    assert the_duty("Sở Y tế nâng cao khả năng thu dung, hoàn thành trong tháng 9/2020.").due == date(
        2020, 9, 30
    )


@pytest.mark.parametrize("stress", ["cần tập trung", "tập trung", "đặc biệt lưu ý", "phải ưu tiên"])
def test_what_to_heed_in_the_work_has_not_the_day_of_the_report(stress: str) -> None:
    text = (
        "Chủ tịch yêu cầu các sở rà soát, hoàn thành nhiệm vụ và báo cáo kết quả trước ngày 20/9/2020. "
        f"Trong đó, {stress} xử lý dứt điểm hồ sơ tồn đọng."
    )
    assert [one.quote[:8] for one in duties(text)] == ["Chủ tịch"]


def test_one_of_those_told_before_has_the_day_of_all() -> None:
    text = "Các sở hoàn thành rà soát trước ngày 20/9/2020. Trong đó, Sở Y tế rà soát các trạm y tế."
    assert [one.due for one in duties(text)] == [date(2020, 9, 19)] * 2


@pytest.mark.parametrize(
    "stamp",
    [
        "02/09/2020 | 10:16 GMT+7",
        "10:16 | 02/09/2020",
        "02/09/2020 | Lượt xem: 20",
        "02-09-2020 | Nguồn: Báo Tỉnh",
    ],
)
def test_the_stamp_of_a_page_of_news_is_no_row_of_a_table(stamp: str) -> None:
    assert duties(f"Chuẩn bị sơ kết đại hội\n\n{stamp}\n\nBuổi họp đã đánh giá kết quả của các xã.") == []


def test_a_row_with_a_deed_beside_a_day_is_one() -> None:
    assert [one.due for one in duties("Nộp danh sách thi đấu | 20/9/2020")] == [date(2020, 9, 20)]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Hạn chót nộp đơn xin chuyển lớp 08/11/2020.", "2020-11-08"),
        ("Hạn cuối đăng ký: 08/11/2020.", "2020-11-08"),
        ("Hạn nộp hồ sơ: 17h00 ngày 05/10/2020", "2020-10-05"),
        ("- Hạn cuối cùng để gửi bài: 05/10/2020;", "2020-10-05"),
    ],
)
def test_a_day_alone_behind_the_word_for_a_term_ends_it(text: str, due: str) -> None:
    found = the_duty(text).due
    assert found is not None
    assert found.isoformat() == due


@pytest.mark.parametrize(
    "text", ["Thời gian công bố kết quả: 05/10/2020.", "Thời điểm nộp báo cáo: 05/10/2020."]
)
def test_a_deeds_day_that_nobody_is_told_is_named_for_a_person(text: str) -> None:
    said = read(text)
    assert len(said.unread) + len([one for one in said.obligations if one.due is not None]) == 1


@pytest.mark.parametrize("text", ["Thời gian tổ chức hội thi: 05/10/2020.", "Thời gian họp: 05/10/2020."])
def test_the_day_of_an_event_is_no_term(text: str) -> None:
    said = read(text)
    assert [one for one in said.obligations if one.due is not None] == []
    assert said.unread == ()


def test_how_long_an_event_lasts_is_not_by_when_it_is_held() -> None:
    duty = the_duty("Hội nghị do Sở Y tế tổ chức. Thời gian 1 ngày, hoàn thành trong quý IV/2020.")
    assert (duty.lead, duty.due and duty.due.isoformat()) == (("Sở Y tế",), "2020-12-31")


def test_a_list_of_what_a_report_holds_is_one_duty() -> None:
    duty = the_duty(
        "Trước ngày 31/8 hằng năm, Sở Y tế báo cáo UBND tỉnh về hoạt động gồm: kết quả khám bệnh; tình hình dịch bệnh; "
        "khó khăn, vướng mắc."
    )
    assert duty.lead == ("Sở Y tế",)


def test_the_year_of_what_is_reported_on_ends_no_term() -> None:
    said = read("Thời hạn hoàn thành báo cáo kiểm kê năm 2020 như sau:\n- Cấp xã: trước ngày 1/9/2020.")
    assert "2020-12-31" not in [one.due.isoformat() for one in said.obligations if one.due is not None]
    assert duties("Thời hạn hoàn thành báo cáo kiểm kê đất đai năm 2020.") == []
