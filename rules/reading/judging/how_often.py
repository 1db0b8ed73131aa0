"""Whether "every quarter", "định kỳ" tells how often something is done, and not which plan or report is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.reading.judging.circumstances import is_a_rate
from rules.reading.judging.returning_things import is_a_thing_that_returns
from rules.reading.judging.spotted import Spotted
from rules.reading.phrase.nodes import Due, Months
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.refusal_words import RETURNING_NOUNS
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import MODALS, ORDERS, VERBS

# Before "báo cáo" they make it a thing: "các báo cáo", "chế độ báo cáo".
OF_REPORTS = frozenset(
    [
        "các", "những", "một", "mỗi", "bản", "mẫu", "độ", "loại", "kỳ", "tác", "biểu", "số", "hợp", "trong", "theo", "của",
        "từ", "về", "qua", "với", "tại", "hạn", "gian", "thống", "liệu", "dung", "nhiệm", "vụ", "mục",
    ]
)  # fmt: skip
LONGEST_TITLE = 40  # tokens
LONGEST_MOMENT = 16
PAPERS = "công văn|thông tư|quyết định|nghị định|nghị quyết|chỉ thị|kế hoạch|luật|hướng dẫn|quy chế"
ORDERED = "yêu cầu|đề nghị|giao|phải|có trách nhiệm|cần|hướng dẫn các"
TITLED = re.compile(
    rf"\b(?:{PAPERS})(?: số)? \S*[0-9][^,;:]*? (?:về|quy định)(?: việc)? (?!.*\b(?:{ORDERED})\b)[^,;:]*$"
)
# The last words of many names: "Cục Thú y định kỳ báo cáo".
NAMED_BEFORE = frozenset(
    {"tế", "tỉnh", "huyện", "xã", "phường", "quận", "vị", "quan", "phương", "y", "tư", "ngành", "sở"}
)

# "Các trường đại học hằng năm công bố …": no lessons that come back.
SCHOOLS = frozenset({"đại học", "tiểu học", "trung học"})


# What is not to be done, or no longer; "không chỉ", "không để" deny nothing of what follows.
NO_MORE = Lexicon.lines(
    """không phải, không cần, không thực hiện, không báo cáo, không gửi, không nộp, không yêu cầu, không bắt buộc, không còn,
    không áp dụng, không tổ chức, không phải thực hiện, bãi bỏ, hủy bỏ, chấm dứt, dừng, ngừng, cắt bỏ, thay cho, thay vì,
    thay thế, miễn"""
)


def tells_how_often(script: Script, found: Spotted, clause: Stretch) -> bool:
    """Whether "every quarter" tells when, and not which plan or report is meant."""
    place = found.place
    words = script.words(place)
    if words == "định kỳ":
        return _again_and_again(script, place, clause)
    if words.endswith("báo cáo định kỳ") or _in_a_title(script, place, clause):
        return False
    if words in HALVES and script.word(place.first - 1) == "cáo":
        # "Báo cáo định kỳ 6 tháng": which report is meant.
        return False
    if words in {"6 tháng", "06 tháng", "sáu tháng"} or _names_a_deed(script, place, clause):
        return False
    if is_a_rate(script, place, clause) or is_a_thing_that_returns(script, place, clause):
        return False
    undergone = "được" in {script.word(at) for at in range(clause.first, place.first)}
    if undergone and script.word(place.last) == "khi":
        return False
    if _of_which_a_moment_is_told(script, place, clause):
        return False
    if script.word(place.first - 1) == "của" or _belongs_to_the_subject(script, place, clause):
        return False
    if beside_years(script, place) or script.word(place.last) == "của":
        return False  # "Chương trình giám sát hằng năm của Quốc hội": whose thing that returns it is
    if place.first == clause.first or script.word(place.first - 1) in {",", ":", "(", ";"}:
        return True
    before = script.word(place.first - 1)
    if _stands_before_the_deed(script, place, clause):
        return True
    if _is_handed_in(script, place, clause) or _reports(script, place, clause):
        return True
    if script.words(Stretch(place.first - 4, place.first - 2)) == "văn bản":
        # "Các văn bản hướng dẫn hằng năm": which papers are meant.
        return False
    if words.startswith("định kỳ") or words.endswith("lần"):
        return before not in {"hoạch", "toán"}
    if before in RETURNING_NOUNS:
        return False
    if "báo cáo" in script.words(Stretch(clause.first, place.first)):
        return True
    if words.endswith("ngày") and script.word(place.last) == "," and VERBS.at(script.tokens, place.last + 1):
        return True  # "… kiểm tra hiện trường hằng ngày, báo cáo Bộ"
    return bool(VERBS.ending(script.tokens, place.first, clause.first)) or script.word(place.last) in {
        "",
        ".",
        ";",
    }


def beside_years(script: Script, place: Stretch) -> bool:
    """ "Kế hoạch phát triển nhà ở 5 năm và hằng năm", "giao hằng năm, 5 năm": which plans are meant."""
    joins = {"và", ",", "hoặc", "hay", "-"}
    before = script.word(place.first - 1) in joins and script.word(place.first - 2) == "năm"
    at = place.last + 1 + (script.word(place.last + 1) == "trong")
    after = script.word(place.last) in joins and script.tokens[min(at, len(script.tokens) - 1)].is_number
    return before or (after and script.word(at + 1) == "năm")


def names_a_report(script: Script, place: Stretch, dues: Sequence[Due]) -> bool:
    """ "Báo cáo quý I, 6 tháng, 9 tháng": a row of reports by the times they are made of."""
    spans = all(isinstance(due.when, Months) and due.bound.bare for due in dues)
    return bool(dues) and spans and script.words(Stretch(place.first - 2, place.first)) == "báo cáo"


HALVES = frozenset(f"định kỳ {number} tháng" for number in ("3", "03", "6", "06", "9", "09", "sáu", "ba"))


def is_taken_away(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Không phải báo cáo hằng tháng", "bãi bỏ chế độ báo cáo hằng quý", "thay cho họp hằng tuần": it returns no more."""
    for at in range(place.first - 1, max(clause.first, place.first - LONGEST_MOMENT) - 1, -1):
        if script.word(at) in {",", ";", ":", "."}:
            return False
        if NO_MORE.at(script.tokens, at, place.first):
            return True
    return False


def _in_a_title(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Công văn số 12/BTC về báo cáo hằng tháng", "Thông tư 5 quy định chế độ báo cáo …": what a paper is about."""
    titled = TITLED.search(script.words(Stretch(max(clause.first, place.first - LONGEST_TITLE), place.first)))
    return titled is not None


def _again_and_again(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Định kỳ báo cáo …" says when; "báo cáo định kỳ", "giao ban định kỳ" which kind of report is meant."""
    tokens, before = script.tokens, script.word(place.first - 1)
    opens = (
        place.first == clause.first
        or before in {",", ":", ";", "-"}
        or (before == "và" and script.word(place.first - 2) not in {"xuyên", "xuất"})
        or bool(MODALS.ending(tokens, place.first, clause.first))
    )
    return (opens and bool(VERBS.at(tokens, place.last, clause.last))) or _stands_before_the_deed(
        script, place, clause
    )


def _stands_before_the_deed(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Các trạm y tế hằng tuần kiểm tra …": between who does it and what is done so often."""
    tokens, before = script.tokens, script.word(place.first - 1)
    if not VERBS.at(tokens, place.last, clause.last):
        return False
    if script.is_capital(place.first - 1) or before in NAMED_BEFORE:
        return True
    if before in RETURNING_NOUNS and script.words(Stretch(place.first - 2, place.first)) not in SCHOOLS:
        return False
    for at in range(place.first - 1, clause.first - 1, -1):
        if ORDERS.ending(tokens, at + 1, clause.first):
            return at + 1 < place.first
        if script.word(at) in {",", ";", ":", "được", "theo", "trong", "của"}:
            return False
        if VERBS.at(tokens, at, place.first) and not script.is_capital(at):
            return False
    return True


def _is_handed_in(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Phải nộp báo cáo hằng tháng.", "phát bản tin hằng tuần gửi các xã": what is handed in so often."""
    is_report = script.words(Stretch(place.first - 2, place.first)) == "báo cáo"
    noun = script.word(place.first - 1) in RETURNING_NOUNS and not is_report
    if script.word(place.last) in {"gửi", "nộp"} and not noun:
        before = place.first - 2 if is_report else place.first
        return VERBS.within(script.tokens, clause.first, before) is not None
    report = Stretch(place.first - 3, place.first)
    told = script.word(place.first - 3) in {"và", ",", "phải", "cần", "sẽ"}
    if told and is_report:
        return True
    ends = place.last >= clause.last or script.word(place.last) in {".", ";"}
    return ends and script.words(report) in {"nộp báo cáo", "gửi báo cáo", "lập báo cáo"}


def _belongs_to_the_subject(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Báo cáo hằng quý, 6 tháng phải được công khai …": of which reports it must be done."""
    after = place.last
    if script.word(after) == "," and script.tokens[after + 1].is_number and script.word(after + 2) == "tháng":
        after += 3
    passive = script.words(Stretch(after, after + 2)) == "phải được"
    return passive and place.first > clause.first and script.word(place.first - 1) not in {",", ";", ":"}


def _of_which_a_moment_is_told(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Thời điểm chốt số liệu quyết toán hằng năm được sửa đổi": the moment is spoken of, and which figures."""
    ends = place.last >= clause.last or script.word(place.last) == "được"
    near = range(max(clause.first, place.first - LONGEST_MOMENT), place.first)
    moment = next((at for at in near if script.words(Stretch(at, at + 2)) == "thời điểm"), None)
    if moment is None or not ends or not script.tokens[place.first - 1].is_word:
        return False
    return not {"gửi", "nộp", ":"} & {script.word(at) for at in range(moment, place.first)}


def _reports(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Các sở báo cáo hằng tháng": somebody stands before the word, and it is the deed; "lập báo cáo hằng tháng" not."""
    at = place.first - 2
    if script.words(Stretch(at, place.first)) != "báo cáo":
        return False
    if at <= clause.first:
        return script.word(place.last) == ":"  # the head of what follows
    done = VERBS.ending(script.tokens, at, clause.first)
    kind = script.word(at - 1) in OF_REPORTS or (done and script.word(at - 1) not in {"hiện", "hành", "chức"})
    return not kind and script.tokens[at - 1].is_word


def _names_a_deed(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Việc kê khai hằng năm, kê khai bổ sung …": which kind of deed is meant."""
    of = next(
        (at for at in range(place.first - 1, clause.first - 1, -1) if script.word(at) == "việc"),
        None,
    )
    if of is None or place.first - of > 5 or script.word(place.last) in {"", ".", ";"}:
        return False
    return VERBS.at(script.tokens, of + 1, place.first) == place.first - of - 1
