"""The constructions that the corpus must hold, and how each is recognised in a labelled document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final, TypeAlias

from tests.reading.labels import Label, Labels

Holds: TypeAlias = Callable[[str, Labels], bool]


def even(text: str) -> str:
    """Composed, lower case, one blank between words, plain hyphens: what the patterns below expect."""
    text = unicodedata.normalize("NFC", text.replace("\u00ad", "")).replace("\u2013", "-")
    return " ".join(text.split()).lower()


def phrase(pattern: str) -> Holds:
    """Some labelled deadline phrase matches."""
    sought = re.compile(pattern)
    return lambda _, labels: any(sought.search(even(each.entry.phrase)) for each in labels.obligations)


def passage(pattern: str) -> Holds:
    """The document's text matches."""
    sought = re.compile(pattern)
    return lambda text, _: bool(sought.search(even(text)))


def distractor(pattern: str) -> Holds:
    """Some date that is no deadline matches."""
    sought = re.compile(pattern)
    return lambda _, labels: any(sought.search(even(each)) for each in labels.distractors)


def obligation(holds: Callable[[Label], bool]) -> Holds:
    """Some labelled obligation is so."""
    return lambda _, labels: any(holds(each) for each in labels.obligations)


def _recurs(how: str) -> Holds:
    return obligation(lambda each: each.entry.timing.recurrence == how)


def _of_kind(kind: str) -> Holds:
    return obligation(lambda each: each.entry.kind == kind)


def _lead_elsewhere(each: Label) -> bool:
    return bool(each.entry.lead) and not any(even(name) in even(each.entry.text) for name in each.entry.lead)


def _phrase_elsewhere(each: Label) -> bool:
    return bool(each.entry.phrase) and each.entry.phrase not in each.entry.text


def _in_a_row(each: Label) -> bool:
    return each.entry.text.count(" | ") >= 4 or each.entry.text.count("\t") >= 4


def _several_days_in_a_sentence(_: str, labels: Labels) -> bool:
    ends = {each.entry.places[0].end for each in labels.obligations if each.counted}
    starts = sorted(each.entry.places[0].start for each in labels.obligations if each.counted)
    return any(0 < start - end <= 4 for end in ends for start in starts)


CONSTRUCTIONS: Final[dict[str, Holds]] = {
    "long date": phrase(r"ngày \d+ tháng \d+ năm \d{4}"),
    "slashes": phrase(r"\d+/\d+/\d{4}"),
    "dots": phrase(r"\d+\.\d+\.\d{4}"),
    "dashes": phrase(r"\d+-\d+-\d{4}"),
    "no year": phrase(r"ngày \d+/\d+( |$)|ngày \d+ tháng \d+$|trước \d+/\d+$"),
    "no word day": phrase(r"(trước|đến|nhất|hạn cuối) \d+[/.]\d+"),
    "number in words": phrase(r"\(ba mươi\)|tháng mười"),
    "month": phrase(r"trong tháng \d+"),
    "before a month": phrase(r"trước tháng \d+"),
    "roman quarter": phrase(r"quý (iv|iii|ii|i)\b"),
    "arabic quarter": phrase(r"quý [1-4]\b"),
    "stray blanks": phrase(r"\d? / \d"),
    "before a quarter": phrase(r"trước quý"),
    "half-year": phrase(r"6 tháng (đầu|cuối)|nửa đầu"),
    "year": phrase(r"^(trong|vào) năm \d{4}"),
    "before a year": phrase(r"trước năm"),
    "end of a year": phrase(r"đến hết năm|cuối năm"),
    "end of a month or quarter": phrase(r"cuối (tháng|quý) \w+/"),
    "middle": phrase(r"giữa (tháng|năm)"),
    "until the end of": phrase(r"đến hết|từ nay đến"),
    "at the latest": phrase(r"chậm nhất"),
    "latest otherwise": phrase(r"muộn nhất|không muộn hơn|không chậm hơn"),
    "latest and before": phrase(r"chậm nhất trước"),
    "last term": phrase(r"hạn (cuối|chót)"),
    "span of days": phrase(r"^từ .* đến"),
    "named year": phrase(r"năm (nay|sau|tới)|tháng này|tháng \d+ (này|tới)|\d+/\d+ tới"),
    "Tết": phrase(r"tết nguyên đán"),
    "hour": phrase(r"\d ?(h|giờ)\b|\dh\d|\d:\d\d"),
    "counted days": phrase(r"\d+ ngày (kể từ|sau)"),
    "counted working days": phrase(r"\d+ ngày làm việc"),
    "counted months": phrase(r"(\d+|một) tháng kể từ"),
    "counted hours": phrase(r"\d+ giờ (kể )?(từ|sau)"),
    "counted back": phrase(r"trước ngày khai (mạc|giảng)"),
    "the nth day": phrase(r"ngày thứ \d+ kể từ"),
    "anchor known": obligation(lambda each: bool(each.entry.timing.relative and each.entry.timing.days)),
    "anchor unknown": obligation(
        lambda each: bool(each.entry.timing.relative and not each.entry.timing.days)
    ),
    "yearly": _recurs("yearly"),
    "half-yearly": _recurs("semiannual"),
    "quarterly": _recurs("quarterly"),
    "monthly": _recurs("monthly"),
    "weekly": _recurs("weekly"),
    "daily": _recurs("daily"),
    "every so often": _recurs("periodic"),
    "continuous": _recurs("continuous"),
    "day of the next period": phrase(r"(tháng|quý|năm) (tiếp theo|kế tiếp|sau)|tháng đầu (của )?quý sau"),
    "last month of the quarter": phrase(r"tháng cuối quý"),
    "recurrence without a day": obligation(
        lambda each: bool(
            each.entry.timing.recurrence in {"quarterly", "monthly"} and not each.entry.timing.rule
        )
    ),
    "two days a year": phrase(r"\d+ và (trước )?ngày"),
    "bare cell": phrase(r"^(\d{4}|\d{1,2}/\d{4})$"),
    "cell of two years": phrase(r"^\d{4} ?- ?\d{4}$"),
    "row with bars": obligation(lambda each: _in_a_row(each) and "\t" not in each.entry.text),
    "row with tabs": obligation(lambda each: _in_a_row(each) and "\t" in each.entry.text),
    "several days in a sentence": _several_days_in_a_sentence,
    "several leads": obligation(lambda each: len(each.entry.lead) > 1),
    "joint leads": passage(r"đồng chủ trì"),
    "lead in the heading": obligation(_lead_elsewhere),
    "lead after the task": passage(r"\bdo [^.;|]{5,60}(chủ trì|làm chủ đầu tư)|giao cho"),
    "deadline in the heading": obligation(_phrase_elsewhere),
    "deadline in front": passage(r"(^|- |; )(trước|chậm nhất) [^.;:]{5,40}: "),
    "deadline in brackets": passage(r"\((hoàn thành|xong) (trước|trong)[^)]*\)"),
    "cooperating bodies": obligation(lambda each: len(each.entry.cooperating) > 1),
    "at the same time": passage(r"đồng thời,? "),
    "lead by reference": passage(r"\b(sở|bộ|đơn vị) này (sẽ|có|cũng|cần|phải)"),
    "may be told to": passage(r"(đề nghị|yêu cầu) (bộ|sở|cục|công an|ủy ban|chủ tịch|phòng|các)"),
    "is charged with": passage(r"được giao|được yêu cầu"),
    "has the duty": passage(r"có trách nhiệm"),
    "title as lead": obligation(
        lambda each: any(
            re.match("bộ trưởng|chủ tịch|giám đốc|thủ trưởng", even(name)) for name in each.entry.lead
        )
    ),
    "collective lead": obligation(
        lambda each: any(even(name).startswith("các ") for name in each.entry.lead)
    ),
    "a target": _of_kind("target"),
    "a forecast": _of_kind("forecast"),
    "a report": _of_kind("report"),
    "no deadline": obligation(lambda each: not each.entry.phrase and not each.optional),
    "deadline without a day": obligation(
        lambda each: bool(each.entry.phrase) and not each.entry.timing.dated
    ),
    "date of a document": distractor(r"^ngày \d+"),
    "as-of date": distractor(r"tính đến|đến ngày|đến hết|đến cuối"),
    "history": distractor(r"^(năm|trong năm|quý|mùa khô|trong \d+ tháng) "),
    "name of a plan": distractor(r"giai đoạn"),
    "condition": distractor(r"trường hợp"),
    "entry into force": distractor(r"từ ngày|kể từ|có hiệu lực"),
    "telephone": distractor(r"^0\d{2,3}[. ]|^1900"),
    "meeting": distractor(r"họp|lễ|hội nghị|kỳ thi|festival"),
    "data cut-off": distractor(r"số liệu|báo cáo quý|chốt"),
}
