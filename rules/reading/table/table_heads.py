"""The usual heads of an annex table's columns."""

from __future__ import annotations

from typing import Literal

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

Role = Literal["number", "task", "lead", "cooperating", "deliverable", "time", "note"]
HEADS: tuple[tuple[Role, Lexicon], ...] = (
    ("number", Lexicon.lines("tt, stt, số tt, số thứ tự, số")),
    (
        "cooperating",
        Lexicon.lines(
            """cơ quan phối hợp, đơn vị phối hợp, phối hợp, cơ quan đơn vị phối hợp, cơ quan _ đơn vị phối hợp,
            cơ quan / đơn vị phối hợp"""
        ),
    ),
    (
        "time",
        Lexicon.lines(
            """thời gian, thời hạn, thời gian hoàn thành, thời gian thực hiện, thời hạn hoàn thành, tiến độ,
            hạn hoàn thành, thời điểm, thời gian kết thúc, kết thúc, ngày kết thúc, lộ trình, hoàn thành,
            thời gian trình, thời hạn trình, ngày hoàn thành, hạn, kỳ báo cáo, ngày chậm nhất phải hoàn thành,
            ngày chậm nhất, thời hạn chậm nhất, thời hạn gửi, thời hạn báo
            cáo"""
        ),
    ),
    (
        "lead",
        Lexicon.lines(
            """cơ quan chủ trì, đơn vị chủ trì, chủ trì, cơ quan thực hiện, đơn vị thực hiện, cơ quan đơn vị
            chủ trì, cơ quan _ đơn vị chủ trì, đơn vị đầu mối, cơ quan _ đơn vị thực hiện, cơ quan báo
            cáo, đơn vị báo cáo, trách nhiệm, phân công, cơ quan trình, cơ quan chủ trì soạn thảo, người
            thực hiện, đơn vị, cơ quan, chịu trách nhiệm, cơ quan / đơn vị chủ trì, đơn vị phụ trách, thực
            hiện, phụ trách"""
        ),
    ),
    (
        "deliverable",
        Lexicon.lines(
            """kết quả, sản phẩm, sản phẩm đầu ra, kết quả đầu ra, hình thức văn bản, sản phẩm hoàn thành,
            kết quả đạt được, hình thức"""
        ),
    ),
    (
        "task",
        Lexicon.lines(
            """nhiệm vụ, nội dung, công việc, nội dung công việc, tên nhiệm vụ, nội dung nhiệm vụ, nhiệm vụ
            cụ thể, hoạt động, tên đề án, nhiệm vụ _ giải pháp, nội dung thực hiện, tên văn bản, đề án,
            tên công việc, chỉ tiêu, nhiệm vụ chủ yếu, tên báo cáo"""
        ),
    ),
    (
        "note",
        Lexicon.lines(
            """thời gian bắt đầu, bắt đầu, ngày bắt đầu, thời điểm bắt đầu, ghi chú, căn cứ, cấp trình,
            kinh phí, lãnh đạo, người ký, cấp phê duyệt"""
        ),
    ),
)


def head_of(script: Script, cell: Stretch) -> Role | None:
    """The role that a cell names as the head of a column, by its longest words."""
    return _named(script, cell)[1]


def length_of(script: Script, cell: Stretch) -> int:
    """How many tokens of the cell name its role; 0 where it is no known head."""
    return _named(script, cell)[0]


def _named(script: Script, cell: Stretch) -> tuple[int, Role | None]:
    best: tuple[int, Role | None] = (0, None)
    for role, lexicon in HEADS:
        length = lexicon.at(script.tokens, cell.first, cell.last)
        if length > best[0]:
            best = (length, role)
    return best
