"""What a deed or paper is about, listed behind ";" or a colon: several topics or aims, and one duty."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import MODALS, ORDERS

# "… triển khai điều tra với mục tiêu: hướng dẫn …; giúp …": what it is to bring about, or to deal with.
AIMED = Lexicon.lines(
    """với mục tiêu, với mục đích, với các mục tiêu, với nội dung, với các nội dung, với những nội dung, với chủ đề, với các
    chủ đề, với chuyên đề, với các chuyên đề, với phương châm, với thành phần, với tiêu chí, với các tiêu chí, với quy mô,
    với yêu cầu, với các yêu cầu, nhằm mục tiêu, nhằm mục đích, nhằm các mục tiêu, về các nội dung, về các vấn đề, về
    những nội dung, về những vấn đề, về một số nội dung, về các chuyên đề, về các chủ đề"""
)
AS_FOLLOWS = Lexicon.lines(
    "sau, sau đây, như sau, chính, chính sau, cụ thể, cụ thể sau, cụ thể như sau, trọng tâm, chủ yếu, chủ yếu sau"
)
SEVERAL = frozenset({"các", "những", "nhiều", "số", "bộ"})
# What may be about several things at once.
PAPERS = Lexicon.lines(
    """văn bản, văn bản hướng dẫn, văn bản quy định, văn bản quy phạm pháp luật, quy định, hướng dẫn, nghị định, thông
    tư, đề án, dự án, chính sách, cơ chế, cơ chế _ chính sách, giải pháp, quy chế, quy trình, chương trình, kế hoạch, tiêu
    chuẩn, quy chuẩn, thủ tục, nội dung, vấn đề, chỉ tiêu, số liệu, báo cáo, dữ liệu, thông tin, tài liệu"""
)
ABOUT = Lexicon.lines("về, về việc, liên quan đến, liên quan tới, trong lĩnh vực, phục vụ, cho")
# A deed of its own begins with one of these: something is handed in or laid before somebody.
DEEDS = Lexicon.lines(
    """báo cáo, trình, gửi, nộp, ban hành, hoàn thành, tham mưu, chỉ đạo, hướng dẫn, phối hợp, rà soát, tổng hợp, kiểm tra,
    đề xuất, đồng thời, chủ trì, tổ chức, triển khai, công bố, công khai, lập, phê duyệt, bố trí, giao"""
)
LONGEST_TOPIC = 14  # tokens


def are_contents(script: Script, head: Stretch, items: Sequence[Stretch], times: Sequence[Stretch]) -> bool:
    """Whether a list says only what the deed before its colon aims at or is about; one with a time is a row of duties."""
    last = head.last - AS_FOLLOWS.ending(script.tokens, head.last, head.first)
    if not items or not AIMED.ending(script.tokens, last, head.first):
        return False
    return not any(time.first >= head.last for time in times)


def goes_on_with_topics(script: Script, first: int, at: int, end: int, times: Sequence[Stretch]) -> bool:
    """Whether behind a semicolon stands one more thing that several papers are about: "các quy định về giống; phân bón"."""
    part = Stretch(at + 1, next((place for place in range(at + 1, end) if script.word(place) == ";"), end))
    dated = [
        time for time in times if any(script.tokens[at].is_number for at in range(time.first, time.last))
    ]
    if not part or any(part.first <= time.first < part.last for time in dated):
        return False
    if DEEDS.at(script.tokens, part.first, part.last) or _binds(script, part):
        return False
    return any(
        script.word(place - 1) in SEVERAL and _is_about(script, place, at) for place in range(first + 1, at)
    )


def _is_about(script: Script, place: int, end: int) -> bool:
    """Whether papers are named here with what they are about, and nothing else follows up to the end."""
    paper = PAPERS.at(script.tokens, place, end)
    about = ABOUT.at(script.tokens, place + paper, end) if paper else 0
    if not about:
        return False
    first = next((at for at in range(place, end) if script.word(at) == ";"), end)
    return first - place <= LONGEST_TOPIC and not script.has({",", ":"}, place + paper, first)


def _binds(script: Script, part: Stretch) -> bool:
    return any(words.within(script.tokens, part.first, part.last) is not None for words in (MODALS, ORDERS))
