"""Steps of a procedure that run on in one paragraph or cell; each is told to whom its own words name."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties

STEPS = (
    "Bước 1: Người dân nộp tờ khai tại Bộ phận Một cửa xã Bước 2: Trong thời hạn 02 ngày làm việc, kể từ ngày nhận "
    "tờ khai, Phòng Tư pháp có trách nhiệm kiểm tra; trường hợp tờ khai chưa đủ, Phòng Tư pháp thông báo cho cá nhân "
    "đề nghị đăng ký để bổ sung theo quy định. Bước 3: Trong thời hạn 10 ngày làm việc, kể từ ngày nhận đủ tờ khai, "
    "Sở Tư pháp trả kết quả."
)


def _told(text: str) -> list[tuple[tuple[str, ...], int]]:
    return [(duty.lead, duty.relative.n) for duty in duties(text) if duty.relative is not None]


@pytest.mark.parametrize(
    "text",
    [
        STEPS,
        STEPS.replace("Bước 2:", "Bước 2.").replace("Bước 3:", "Bước 3."),
        f"Lệ phí | Không | Trình tự thực hiện | {STEPS} |",
        f"Phí | Thời hạn giải quyết | 10 ngày làm việc | {STEPS} |",
        STEPS.replace(" Bước", "\nBước"),
    ],
)
def test_each_step_is_told_to_whom_its_own_words_name(text: str) -> None:
    assert [(lead, n) for lead, n in _told(text) if n in {2, 10} and lead] == [
        (("Phòng Tư pháp",), 2),
        (("Sở Tư pháp",), 10),
    ]


def test_the_name_of_an_office_ends_before_the_next_step() -> None:
    leads = [lead for lead, _ in _told(STEPS)]
    assert not [name for lead in leads for name in lead if "Bước" in name]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Tư pháp trả thẻ cho cá nhân đề nghị cấp thẻ trong thời hạn 03 ngày làm việc kể từ ngày nhận đủ hồ sơ.",
        "Sở Tư pháp thông báo cho tổ chức đề nghị cấp phép trong thời hạn 03 ngày làm việc kể từ ngày nhận hồ sơ.",
        "Sở Tư pháp gửi kết quả cho người yêu cầu trong thời hạn 03 ngày làm việc kể từ ngày nhận hồ sơ.",
    ],
)
def test_who_applies_is_not_the_one_who_answers(sentence: str) -> None:
    assert [lead for lead, _ in _told(sentence)] == [("Sở Tư pháp",)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Tư pháp thông báo cho các huyện, đề nghị báo cáo trong thời hạn 03 ngày làm việc kể từ ngày nhận văn bản.",
        "Sở Tư pháp có văn bản gửi các huyện đề nghị báo cáo trong thời hạn 03 ngày làm việc kể từ ngày nhận văn bản.",
    ],
)
def test_who_is_sent_a_request_still_has_its_term(sentence: str) -> None:
    assert [lead for lead, _ in _told(sentence)] == [("các huyện",)]
