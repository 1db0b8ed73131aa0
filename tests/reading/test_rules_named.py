"""Bodies named by a rule, by a condition, and times that threaten or may be put off."""

from __future__ import annotations

import pytest

from rules.reading.draft import Relative
from tests.reading.reading_desk import duties, the_duty


@pytest.mark.parametrize(
    "who",
    [
        "Cơ quan có thẩm quyền quy định tại Điều 15 Nghị định này",
        "Doanh nghiệp quy định tại khoản 1 Điều này",
        "Các cơ quan quy định tại điểm a, b khoản 1 Điều 5 Nghị định 126/2020/NĐ-CP",
        "Các đơn vị nêu tại Phụ lục II",
    ],
)
@pytest.mark.parametrize("deed", ["nộp báo cáo", "phải nộp báo cáo", "thẩm định hồ sơ"])
def test_the_rule_that_names_a_body_belongs_to_its_name(who: str, deed: str) -> None:
    assert the_duty(f"{who} {deed} trước ngày 30/9/2020.").lead == (who,)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "Nếu các hộ dân vẫn không chấp hành thì UBND huyện cưỡng chế xong trước ngày 30/9/2020.",
            ("UBND huyện",),
        ),
        (
            "Trường hợp Sở Y tế chưa có ý kiến thì Sở Tài chính phải báo cáo trước ngày 30/9/2020.",
            ("Sở Tài chính",),
        ),
    ],
)
def test_whoever_is_named_behind_thi_acts(text: str, lead: tuple[str, ...]) -> None:
    assert the_duty(text).lead == lead


def test_how_often_an_event_comes_about_is_no_second_term() -> None:
    duty = the_duty("Hằng năm, Sở Y tế cho ý kiến trong vòng 15 ngày kể từ ngày nhận báo cáo.")
    assert (duty.recurrence, duty.relative) == (None, Relative(15, "day", "nhận báo cáo"))


@pytest.mark.parametrize(
    "text",
    [
        "Đến ngày 15/9, các thuê bao không chuẩn hóa thông tin sẽ bị khóa hai chiều.",
        "Sau ngày 15/9/2020, nếu thuê bao chưa chuẩn hóa thông tin sẽ bị thu hồi số.",
        "Thời gian thẩm định có thể kéo dài thêm không quá 10 ngày làm việc.",
        "Thí sinh khối V thi tiếp năng khiếu đến ngày 8/9.",
    ],
)
def test_threats_and_extensions_give_nobody_a_term(text: str) -> None:
    assert not [duty for duty in duties(text) if duty.is_dated]


@pytest.mark.parametrize(
    "name", ["Sở Nông nghiệp và PTNT", "Sở NN và PTNT", "Sở TN và MT", "Phòng GD và ĐT", "Sở VH, TT và DL"]
)
def test_a_field_in_letters_is_one_name(name: str) -> None:
    assert the_duty(f"Giao {name} báo cáo trước ngày 30/9/2020.").lead == (name,)


def test_what_a_forecast_is_about_is_nobodys() -> None:
    text = "Sở Xây dựng đang hoàn thiện hồ sơ. Dự kiến công trình khởi công vào tháng 9/2020."
    assert not [duty for duty in duties(text) if duty.is_dated and duty.lead]
