"""Bodies that stand one below the other in a cell are several, and a body's whole is none of its own."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import read

HEAD = "TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn\n"


@pytest.mark.parametrize(
    "names",
    [
        ("Bộ Nội vụ", "Bộ Tài chính"),
        ("Bộ Công an", "Bộ Quốc phòng", "Bộ Y tế"),
        ("Sở Y tế", "Sở Nội vụ"),
        ("UBND các tỉnh", "Bộ Y tế"),
        ("Bộ Y tế", "Ngân hàng Nhà nước Việt Nam", "Văn phòng Chính phủ"),
        ("Bộ Y tế", "Các bộ, ngành liên quan"),
        ("Vụ Pháp chế", "Vụ Tổ chức cán bộ"),
        ("Văn phòng UBND tỉnh", "Sở Y tế"),
        ("Văn phòng Bộ Y tế",),
        ("Cục KCB Bộ Y tế",),
        ("Bộ Tư lệnh Bộ đội Biên phòng",),
        ("Vụ Thanh tra Bộ Y tế",),
    ],
)
def test_names_below_each_other_in_a_cell(names: tuple[str, ...]) -> None:
    cell = " ".join(names)
    text = f"{HEAD}1 | Kiểm tra việc chấp hành các quy định | {cell} | | 31/12/2021\n"
    (found,) = read(text).obligations
    assert found.lead == names
    text = f"{HEAD}1 | Kiểm tra việc chấp hành các quy định | Bộ Xây dựng | {cell} | 31/12/2021\n"
    (found,) = read(text).obligations
    assert (found.lead, found.cooperating) == (("Bộ Xây dựng",), names)
    assert text[found.start : found.end] == found.quote
