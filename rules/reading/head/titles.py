"""The title of an instrument in the lines of its head."""

from __future__ import annotations

import re

from rules.reading.words.text import fold

_PART = re.compile(r"(?:điều|chương|phần|mục|phụ lục)\s+(?:[0-9]+|[ivx]+|thứ)\b")
_ABOUT = re.compile(r"(?<=\s)VỀ\s.+")
AFTER_TITLE = (
    "căn cứ",
    "thực hiện",
    "theo ",
    "xét ",
    "kính gửi",
    "để ",
    "nhằm",
    "trong ",
    "ngày ",
    "năm ",
    "qua ",
)
_NUMBER_LINE = re.compile(r"Số\s*:?\s*[0-9]+[^\s]*/", re.IGNORECASE)
PLACE_AND_DAY = re.compile(
    r",?\s*ngày\s+([0-9]{1,2})\s+tháng\s+([0-9]{1,2})\s+năm\s+([0-9]{4})\s*$", re.IGNORECASE
)


def title_of(head: list[str], row: int) -> str | None:
    """What stands below the kind, in row ``row``, or behind "V/v"; None where neither does."""
    about = next((line for line in head if fold(line).startswith(("v/v", "về việc"))), None)
    if row < 0:
        return about
    # "NGHỊ QUYẾT VỀ CHUYỂN ĐỔI SỐ": the title begins in the line of the kind.
    title: list[str] = [found[0]] if (found := _ABOUT.search(head[row])) else []
    for line in head[row + 1 : row + 4]:
        words = fold(line)
        if re.match(r"^[-_=*\s]*$", line) or "|" in line or (not title and _is_dateline(line)):
            continue
        if (
            words.startswith(AFTER_TITLE)
            or _PART.match(words)
            or line[-1] in ".;:,"
            or re.match(r"[0-9IVX]+[.)]", line)
        ):
            break
        if _is_dateline(line) or (title and line.isupper() != title[0].isupper()):
            break
        title.append(line)
    return " ".join(title) or about


def _is_dateline(line: str) -> bool:
    """ "Số: 17/CT-TTg  Hà Nội, ngày 15 tháng 6 năm 2016", or a part of it."""
    if _NUMBER_LINE.match(line):
        return True
    found = PLACE_AND_DAY.search(line)
    return found is not None and len(line[: found.start()].split()) <= (6 if found[0].startswith(",") else 3)
