"""What is handed in, listed behind a colon: "gửi về Bộ: danh sách …; kết quả …" is one duty, and no row of them."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.refusal_words import HANDED
from rules.reading.words.script import Script, Stretch

THINGS = Lexicon.lines(
    """danh sách, kết quả, số liệu, hồ sơ, biên bản, tài liệu, giấy, phiếu, tờ khai, bản sao, bản chính, văn bản, chứng
    chỉ, thông tin, dữ liệu, sổ, bảng tổng hợp, báo cáo tài chính, báo cáo quyết toán, tình hình, khó
    khăn, nguyên nhân, phương hướng"""
)
GIVES = Lexicon.lines("cập nhật, cung cấp, chuyển, đăng tải, đưa, nhập")


def are_things(script: Script, head: Stretch, items: Sequence[Stretch], times: Sequence[Stretch]) -> bool:
    """Whether a clause hands in what its list names; a list with a time in it is a row of duties."""
    gives = any(words.within(script.tokens, head.first, head.last) is not None for words in (HANDED, GIVES))
    if not gives or any(time.first >= head.last for time in times):
        return False
    opens = [item for item in items if script.word(item.first - 1) in {":", ";"}]
    return bool(opens) and all(THINGS.at(script.tokens, item.first, item.last) for item in opens)
