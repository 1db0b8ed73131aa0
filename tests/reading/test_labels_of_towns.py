"""Labels, headings and forecasts as schools, unions and towns write them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, the_duty

ENDS = date(2020, 9, 18)


@pytest.mark.parametrize("marker", ["a, ", "a) ", "- ", "1. "])
@pytest.mark.parametrize("label", ["Thời gian đăng ký", "Thời hạn nộp", "Hạn gửi danh sách"])
@pytest.mark.parametrize("who", ["Các công đoàn bộ phận", "Sinh viên", "Mỗi khoa"])
def test_who_acts_behind_a_label_of_time_leads(marker: str, label: str, who: str) -> None:
    duty = the_duty(f"{marker}{label}: {who} gửi danh sách về văn phòng trước ngày 19/9/2020.")
    assert (duty.lead, duty.due) == ((who,), ENDS)


@pytest.mark.parametrize(
    "label",
    [
        "Thời gian bình xét và gửi kết quả về Phòng Tổ chức",
        "Thời gian tổ chức thực hiện và gửi hồ sơ đánh giá, xếp loại viên chức, người lao động về Phòng Nhân sự",
        "Thời gian chấm thi, báo cáo kết quả về Hội đồng thi",
        "Thời gian rà soát và hoàn thiện hồ sơ của các lớp",
    ],
)
def test_a_label_may_name_several_deeds(label: str) -> None:
    assert the_duty(f"- {label}: từ ngày 7/9/2020 đến hết ngày 18/9/2020.").due == ENDS


@pytest.mark.parametrize(
    "label", ["Ngày thanh toán cổ tức", "Ngày trả kết quả", "Ngày đăng ký dự thi", "Ngày công bố điểm"]
)
def test_the_day_of_a_deed_is_its_term(label: str) -> None:
    assert the_duty(f"• {label}: 18/9/2020").due == ENDS


@pytest.mark.parametrize("label", ["Ngày đăng", "Ngày ký", "Ngày sinh", "Ngày khai mạc"])
def test_the_day_of_a_page_or_an_event_is_none(label: str) -> None:
    assert duties(f"• {label}: 18/9/2020") == []


@pytest.mark.parametrize("sitting", ["đại hội", "họp", "hội nghị", "tập huấn", "làm bài", "tổ chức đại hội"])
@pytest.mark.parametrize("most", ["không quá 3 ngày", "tối đa 02 ngày"])
def test_how_long_people_sit_together_is_no_term(sitting: str, most: str) -> None:
    assert duties(f"Thời gian {sitting} {most}.") == []


def test_by_when_they_have_sat_is_one() -> None:
    assert the_duty(
        "Đại hội cấp xã: thời gian đại hội không quá 1 ngày, hoàn thành trong tháng 9/2020."
    ).due == date(2020, 9, 30)


@pytest.mark.parametrize("deed", ["trả lời công dân", "giải quyết hồ sơ", "thẩm định"])
def test_how_long_a_deed_may_take_is_one(deed: str) -> None:
    assert the_duty(f"Thời gian {deed} không quá 05 ngày làm việc.").relative is not None


@pytest.mark.parametrize("who", ["Sở Y tế", "các khoa", "cấp huyện", "Ban tổ chức"])
def test_of_whom_something_is_expected_leads_the_forecast(who: str) -> None:
    duty = the_duty(f"Dự kiến {who} sẽ hoàn thành việc chấm thi trước ngày 19/9/2020.")
    assert (duty.lead, duty.kind, duty.due) == ((who,), "forecast", ENDS)


def test_papers_below_what_returns_do_not_return() -> None:
    found = duties(
        "Phòng Đào tạo thông báo nhận hồ sơ định kỳ hằng tháng như sau:\n"
        "1. Thời gian nộp: đến hết ngày 05 hằng tháng.\n"
        "2. Hồ sơ bao gồm:\n- Phiếu đăng ký;\n- Chứng chỉ tin học;\n- Ảnh 3x4.\n"
    )
    assert len(found) == 1


def test_deeds_below_what_returns_do() -> None:
    found = duties("Sở Y tế thực hiện hằng năm các nội dung sau:\n- Kiểm tra bệnh viện;\n- Tập huấn y sĩ.\n")
    assert [one.recurrence for one in found] == ["yearly"] * 2
