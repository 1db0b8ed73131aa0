"""People and firms told behind grounds, openers and linking words: "Theo quy định, người nộp thuế nộp …"."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import the_duty


@pytest.mark.parametrize(
    "opener",
    [
        "Theo quy định",
        "Theo hướng dẫn của Bộ Tài chính",
        "Theo khoản 1, Điều 10 Nghị định 126/2020/NĐ-CP",
        "Căn cứ Điều 5 Luật Quản lý thuế",
        "Từ năm nay",
        "Như vậy",
        "Ngoài ra",
        "Bên cạnh đó",
        "Tại Hà Nội",
        "Khi có thay đổi",
        "Để được hoàn thuế",
    ],
)
@pytest.mark.parametrize("who", ["người nộp thuế", "hộ kinh doanh", "phụ huynh", "doanh nghiệp của bạn"])
def test_whoever_does_something_behind_an_opener_leads(opener: str, who: str) -> None:
    assert the_duty(f"{opener}, {who} nộp hồ sơ trước ngày 30/9/2020.").lead == (who,)


def test_papers_about_people_are_not_told() -> None:
    duty = the_duty("Sở Y tế tổng hợp, danh sách thí sinh nộp trước ngày 30/9/2020.")
    assert duty.lead != ("thí sinh",)
