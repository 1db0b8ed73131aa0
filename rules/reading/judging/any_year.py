"""Days of no certain year: "trước ngày 31/12 năm trước năm kế hoạch", "trước ngày 15/11 … gửi dự toán năm sau"."""

from __future__ import annotations

import re

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

YEAR_BEFORE = Lexicon.lines("năm trước, năm liền trước, năm trước liền kề, năm liền kề trước, năm trước đó")
BINDS = frozenset({"phải", "nhiệm", "nhất", "cần"})
# What a rule for every year speaks of; a letter about one year names it.
THING = (
    r"\b(?:dự toán|kế hoạch|báo cáo|quyết toán|số liệu|kết quả|tình hình|ngân sách|nhiệm vụ|chỉ tiêu|danh mục|nhu cầu"
    r"|chương trình|hoạt động)\b[^.;|]{0,60}? năm"
)
OF_ANOTHER_YEAR = re.compile(rf"{THING} (?:sau|kế tiếp|tiếp theo|liền sau|trước|liền trước)\b(?! năm)")
OF_LAST_YEAR = re.compile(rf"{THING} (?:trước|liền trước)\b(?! năm)")
# What closes a year's books by its nature; those of a building or a contract are closed once.
OF_EACH_YEAR = re.compile(
    r"\bquyết toán\b(?! (?:dự án|công trình|hợp đồng|gói thầu|vốn đầu tư|hạng mục|hoàn thành|đợt|kinh phí hỗ trợ))"
    r"|\bbáo cáo (?:tài chính|thường niên|kiểm toán|quản trị|tổng kết năm|tổng kết công tác)\b"
    r"|\bkiểm kê (?:tài sản|quỹ|đất đai|rừng|tài chính)\b|\bkế hoạch kiểm toán\b"
)
EACH_YEAR = re.compile(r"\b([0-9]{1,2}) (?:/|tháng) ([0-9]{1,2}) (?:hằng|hàng) năm\b")
SOME_YEAR = re.compile(r"\bnăm (?:(?:19|20)[0-9]{2}|nay|này)\b|/ (?:19|20)[0-9]{2}\b|\b(?:đã|vừa)\b")
LONGEST = 80  # tokens


def in_the_year_before(script: Script, place: Stretch) -> int:
    """How many tokens behind a day say that it lies in the year before the one of a rule; 0 where history is told.

    "Ngày 31 tháng 12 năm trước phải …", "… năm trước năm tuyển sinh".
    """
    of = script.word(place.last) == "của"
    length = YEAR_BEFORE.at(script.tokens, place.last + of)
    if not length:
        return 0
    end = place.last + of + length
    if script.word(end) == "năm" and not script.tokens[min(end + 1, len(script.tokens) - 1)].is_number:
        return end + 3 - place.last
    sentence = sentence_of(script, place)
    told = script.has({"đã", "vừa", "so", "tăng", "giảm"}, sentence.first, sentence.last)
    binds = script.has(BINDS, sentence.first, sentence.last)
    return end - place.last if binds and not told else 0


def speaks_of_any_year(script: Script, place: Stretch) -> bool:
    """ "Trước ngày 15/11, các sở gửi dự toán năm sau": a rule for every year, since no year is named."""
    words = _words_around(script, place)
    return OF_ANOTHER_YEAR.search(words) is not None and SOME_YEAR.search(words) is None


def speaks_of_last_year(script: Script, place: Stretch) -> bool:
    """ "Trước ngày 01/3 năm sau, các sở gửi quyết toán năm trước": of each year, in the one that follows."""
    words = _words_around(script, place)
    return OF_LAST_YEAR.search(words) is not None and SOME_YEAR.search(words) is None


def closes_a_year(script: Script, place: Stretch) -> bool:
    """ "Gửi báo cáo quyết toán ngân sách trước ngày 01/10 năm sau": what is made of each year, with none named."""
    words = _words_around(script, place)
    return OF_EACH_YEAR.search(words) is not None and SOME_YEAR.search(words) is None


def _words_around(script: Script, place: Stretch) -> str:
    sentence = sentence_of(script, place)
    before, after = Stretch(sentence.first, place.first), Stretch(place.last, sentence.last)
    return f"{script.words(before)} | {script.words(after)}"


def in_a_yearly_row(script: Script, place: Stretch, month: int, day: int) -> bool:
    """ "Các xã gửi trước ngày 01/6; huyện tổng hợp trước ngày 15/6 hằng năm": an earlier step of what returns each year."""
    last = min(place.last + LONGEST, len(script.tokens))
    end = next(
        (at for at in range(place.last, last) if script.word(at) == "." and script.breaks_after(at)), last
    )
    after = script.words(Stretch(place.last, line_end(script, place.last, end - place.last)))
    found = EACH_YEAR.search(after)
    if found is None or SOME_YEAR.search(after[: found.end()]) or SOME_YEAR.search(script.words(place)):
        return False
    return (month, day) < (int(found[2]), int(found[1]))


def sentence_of(script: Script, place: Stretch) -> Stretch:
    """The sentence, or the part of it up to a semicolon, in which a time stands."""
    first = max(script.sentence_first(place.first), place.first - LONGEST)
    for at in range(place.first - 1, first - 1, -1):
        if script.word(at) == ";":
            first = at + 1
            break
    last = min(place.last + LONGEST, len(script.tokens))
    signs = (
        at for at in range(place.last, last) if script.word(at) in {";", "."} and script.breaks_after(at)
    )
    return Stretch(first, next(signs, last))


def line_end(script: Script, at: int, most: int) -> int:
    """Where the line ends that goes on here, or so many tokens further."""
    last = min(at + most, len(script.tokens))
    for place in range(max(at, 1), last):
        if "\n" in script.text[script.tokens[place - 1].end : script.tokens[place].start]:
            return place
    return last
