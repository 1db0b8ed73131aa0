"""Boards named by what they do and to what: "Hội đồng thẩm định quy hoạch sử dụng đất tổ chức kiểm tra …"."""

from __future__ import annotations

from rules.reading.naming.body import Body
from rules.reading.words.bodies_lexicon import QUANTIFIERS, STOPS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import ADVERBS, MODALS, VERBS

BOARDS = Lexicon.lines(
    "hội đồng, tổ, ban, đoàn, nhóm, tổ công tác, hội đồng khoa học, tổ chuyên gia, tổ giúp việc"
)
DEEDS = Lexicon.lines(
    """thẩm định, nghiệm thu, xét duyệt, xét chọn, xét tặng, xét tuyển, xét thăng hạng, xét nâng lương, tuyển chọn, đánh
    giá, kiểm tra, giám sát, tư vấn, biên soạn, đấu giá, thanh lý, kiểm kê, tuyển dụng, tuyển sinh, lựa chọn, sáng kiến,
    định giá, xử lý, kỷ luật, bồi thường, bồi thường _ hỗ trợ và tái định cư, bồi thường _ hỗ trợ _ tái
    định cư, thi tuyển, chấm thi, coi thi, ra đề thi, giải quyết, thẩm tra"""
)
# Deeds that name a matter: "quy hoạch sử dụng đất", "kế hoạch lựa chọn nhà thầu".
MATTERS = Lexicon.lines(
    """sử dụng, lựa chọn, đầu tư, xây dựng, đấu thầu, mua sắm, bồi thường, hỗ trợ, tái định cư, đào tạo, tuyển dụng,
    khai thác, quản lý, phát triển, bảo vệ, quy hoạch, kế hoạch, nghiên cứu, thiết kế, cấp phép, đề xuất, sáng kiến,
    báo cáo, đánh giá tác động, cải cách, thi đua, khen thưởng, tuyển sinh, thăng hạng, chuyển đổi, điều chỉnh, thống kê, cấp
    tỉnh, cấp huyện, cấp xã, cấp cơ sở, cấp bộ, cấp trường, cấp ngành, cấp nhà nước"""
)
# What a board is steered for: "Ban Chỉ đạo cải cách hành chính tỉnh".
STEERS = Lexicon.lines("chỉ đạo, chỉ huy, điều hành, vận động")
CAUSES = Lexicon.lines(
    """cải cách hành chính, cải cách thủ tục hành chính, cải cách tư pháp, cải cách tiền lương, chuyển đổi số,
    chương trình mục tiêu, chương trình mục tiêu quốc gia, các chương trình mục tiêu quốc gia,
    chương trình xây dựng nông thôn mới, phòng _ chống dịch, phòng _ chống dịch bệnh, phòng chống dịch,
    phòng chống dịch bệnh, phòng _ chống tội phạm, phòng chống tội phạm, phòng _ chống ma túy,
    phòng _ chống tham nhũng, phòng _ chống thiên tai, giảm nghèo, giảm nghèo bền vững,
    đổi mới và phát triển doanh nghiệp, sắp xếp đơn vị hành chính, thi đua yêu nước, xây dựng nông thôn mới,
    xây dựng trường chuẩn quốc gia, thực hiện quy chế dân chủ, thực hiện quy chế dân chủ ở cơ sở, thi hành án dân sự,
    tổng điều tra dân số, tổng điều tra kinh tế, hội nhập quốc tế, hội nhập kinh tế quốc tế, an ninh mạng"""
)
# What opens a cause that no list holds: "Ban Chỉ đạo phòng chống lụt bão", "… xây dựng đời sống văn hóa".
OPEN_CAUSES = Lexicon.lines(
    """phòng chống, phòng _ chống, phòng chống và, phòng cháy, cải cách, chuyển đổi, đổi mới, xây dựng, giảm nghèo,
    phát triển,
    hội nhập, bảo vệ, bảo đảm, an toàn, an ninh, chương trình, đề án, dự án, tổng điều tra, sắp xếp, tái cơ cấu, cổ phần hóa,
    toàn dân, thực hiện chương trình, thực hiện đề án, thực hiện nghị quyết, thi hành, công tác, quản lý, ứng dụng, điều tra,
    xóa đói, vệ sinh, chăm sóc, ứng phó, khắc phục, thi đua, cuộc vận động, phong trào"""
)
# What a board draws up is its deed, and no cause: "Ban Chỉ đạo xây dựng kế hoạch".
DRAWN_UP = Lexicon.lines(
    """kế hoạch, phương án, đề án, dự thảo, quy chế, báo cáo, lịch, hướng dẫn, quy trình, chương trình, văn bản, kịch bản,
    tiêu chí, dự án"""
)
LONGEST_CAUSE = 9  # tokens
# Of these a board is not named: it does something with them.
WORK = Lexicon.lines(
    "kết quả, hồ sơ, tình hình, việc, nội dung, danh sách, công tác, các, những, toàn bộ, và, lại, xong, mức độ, lần"
)
LEVEL_NAMES = Lexicon.lines("tỉnh, thành phố, tp, huyện, quận, thị xã, xã, phường, quốc gia, trung ương")
LEVELS = LEVEL_NAMES.first_words
LONGEST_MATTER = 10  # tokens


def board_ends(script: Script, first: int, at: int, end: int) -> int:
    """Where a board's name ends that goes up to ``at`` so far: behind its matter, where its own deed follows."""
    first += script.word(first) in QUANTIFIERS
    head = BOARDS.at(script.tokens, first, end)
    steered = head and STEERS.at(script.tokens, first + head, end)
    cause = CAUSES.at(script.tokens, first + head + steered, end) if steered else 0
    if cause:
        return max(at, _owner_ends(script, first + head + steered + cause, end))
    if steered and OPEN_CAUSES.at(script.tokens, first + head + steered, end):
        return max(at, _cause_ends(script, first + head + steered, end))
    deed = DEEDS.at(script.tokens, first + head, end) if head else 0
    start = first + head + deed
    if (
        not deed
        or WORK.at(script.tokens, start, end)
        or at > start + 2
        or script.is_capital(first + head + 1)
    ):
        return at
    place = start
    while place < min(start + LONGEST_MATTER, end):
        word = script.word(place)
        if script.tokens[place].is_number and place > start:
            place += 1
            continue
        if not script.tokens[place].is_word or word in STOPS or word in {"và", "hoặc"}:
            return at
        if MODALS.at(script.tokens, place, end) or ADVERBS.at(script.tokens, place, end):
            return max(place, at)
        verb, matter = VERBS.at(script.tokens, place, end), MATTERS.at(script.tokens, place, end)
        if verb > matter:
            return max(place, at)
        place += max(matter, 1)
    return at


def _cause_ends(script: Script, at: int, end: int) -> int:
    """Where a cause in words of its own ends: before the board's deed, a sign or a row; ``at`` where it goes on too long."""
    place = at + OPEN_CAUSES.at(script.tokens, at, end)
    if WORK.at(script.tokens, place, end) or DRAWN_UP.at(script.tokens, place, end):
        return at
    while place < min(at + LONGEST_CAUSE, end):
        word = script.word(place)
        if not script.tokens[place].is_word or word in STOPS or word in QUANTIFIERS or word == "và":
            return place
        matter = MATTERS.at(script.tokens, place, end)
        if any(words.at(script.tokens, place, end) > matter for words in (VERBS, MODALS, ADVERBS)):
            return place
        place += max(matter, 1)
    return place if place >= end else at


def _owner_ends(script: Script, at: int, end: int) -> int:
    """ "… dịch Covid-19 của tỉnh": the cause by its name, and whose board it is."""
    while at < end and script.is_capital(at):
        at += 1
    if script.word(at) == "-" and script.is_glued(at):
        at += 2
    whose = at + (script.word(at) == "của")
    if script.word(whose) in LEVELS and whose < end:
        at = whose + LEVEL_NAMES.at(script.tokens, whose, end)
        while at < end and script.is_capital(at):
            at += 1
    return min(at, end)


def with_its_matter(script: Script, body: Body, end: int) -> Body:
    """A board with what it is for; any other body as it is."""
    whole = Stretch(body.place.first, board_ends(script, body.place.first, body.place.last, end))
    return body if whole == body.place else Body(whole, script.written(whole), body.kind)
