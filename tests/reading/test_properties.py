"""The box that collections of laws put above a document names the instrument and gives nobody a task."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.document import read_document
from tests.builders import builtin_catalogue

BOX = (
    ("Số hiệu", "4396/BYT-KH-TC"),
    ("Ngày ban hành", "30/05/2021"),
    ("Ngày có hiệu lực", "30/05/2021"),
    ("Ngày hết hiệu lực", "31/12/2021"),
    ("Loại văn bản", "Công văn"),
    ("Cơ quan ban hành", "Bộ Y tế"),
    ("Người ký", "Trần Văn An"),
)
TASK = "Đề nghị Sở Y tế gửi báo cáo trước ngày 08 tháng 6 năm 2021."


@pytest.mark.parametrize("sign", [" | ", ": ", "\t", " : "])
def test_the_box_is_read_for_the_instrument_alone(sign: str) -> None:
    text = "\n".join(["Công văn về y tế xã", *(f"{name}{sign}{value}" for name, value in BOX), TASK])
    draft = read_document(text, None, builtin_catalogue())
    said = draft.instrument
    assert (said.number, said.issued, said.kind, said.issuer.name) == (
        "4396/BYT-KH-TC",
        date(2021, 5, 30),
        "dispatch",
        "Bộ Y tế",
    )
    assert [(duty.lead, duty.due) for duty in draft.obligations] == [(("Sở Y tế",), date(2021, 6, 7))]
    assert draft.unread == ()


def test_a_box_without_a_number_is_not_believed() -> None:
    text = f"Ngày ban hành: 30/05/2021\nSố hiệu: chưa có\n{TASK}"
    assert read_document(text, None, builtin_catalogue()).instrument.number is None
