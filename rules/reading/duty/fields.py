"""Labelled parts of an entry: "Cơ quan chủ trì: …", "Thời gian hoàn thành: …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.reading.duty.report_labels import Role, report_label
from rules.reading.duty.term_heads import time_of_a_deed
from rules.reading.duty.term_parts import goes_on
from rules.reading.words.bodies_lexicon import COLLECTIVES, COMMON, HEADS, NO_BODIES, QUANTIFIERS, TITLES
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch, trimmed
from rules.reading.words.verbs import VERBS

LABELS: tuple[tuple[Role, Lexicon], ...] = (
    (
        "lead",
        Lexicon.lines(
            """cơ quan chủ trì, đơn vị chủ trì, chủ trì, cơ quan thực hiện, đơn vị thực hiện, cơ quan chủ trì thực hiện,
            đơn vị chủ trì thực hiện, cơ quan chịu trách nhiệm, đơn vị chịu trách nhiệm, trách nhiệm, trách nhiệm thực
            hiện, đơn vị đầu mối, cơ quan đầu mối, cơ quan chủ trì soạn thảo, cơ quan trình, người chủ trì,
            bộ phận chủ trì, phân công thực hiện, phân công, đơn vị phụ trách, cơ quan được giao, đơn vị
            được giao, cơ quan/đơn vị chủ trì, bộ chủ trì, sở chủ trì, chịu trách nhiệm, chủ trì thực hiện,
            người thực hiện, tổ chức thực hiện, cơ quan giao, đơn vị triển khai, cơ quan chủ quản, cơ quan
            chủ trì tham mưu, đơn vị tham mưu, cơ quan tham mưu, lãnh đạo phụ trách, cơ quan _ đơn vị thực
            hiện, cơ quan _ đơn vị chủ trì, cơ quan _ tổ chức thực hiện, tổ chức _ cá nhân thực hiện"""
        ),
    ),
    (
        "cooperating",
        Lexicon.lines(
            """cơ quan phối hợp, đơn vị phối hợp, phối hợp, cơ quan phối hợp thực hiện, đơn vị phối hợp thực hiện,
            phối hợp thực hiện, cơ quan/đơn vị phối hợp, bộ phận phối hợp, cơ quan _ đơn vị phối hợp, cơ quan _ tổ chức
            phối hợp"""
        ),
    ),
    (
        "time",
        Lexicon.lines(
            """thời gian, thời gian thực hiện, thời gian hoàn thành, thời hạn, thời hạn hoàn thành, hoàn thành, tiến độ,
            tiến độ thực hiện, tiến độ hoàn thành, hạn hoàn thành, thời điểm hoàn thành, thời gian trình, lộ
            trình, thời hạn thực hiện, thời hạn trình, hạn, hạn cuối, hạn chót, thời gian dự kiến, thời gian
            tổ chức, thời gian triển khai, thời gian kết thúc, kỳ hạn, thời gian ban hành, thời hạn ban
            hành, tần suất, định kỳ, thời gian thực hiện và hoàn thành, thời gian bắt đầu và hoàn thành, mốc
            thời gian, mốc hoàn thành, thời gian hoàn thành dự kiến"""
        ),
    ),
    (
        "deliverable",
        Lexicon.lines(
            """sản phẩm, kết quả, sản phẩm đầu ra, kết quả đầu ra, sản phẩm hoàn thành, kết quả đạt được, kết
            quả thực hiện, sản phẩm dự kiến, hình thức văn bản, kết quả dự kiến, sản phẩm chính, kết quả
            sản phẩm, sản phẩm/kết quả, đầu ra, hình thức, yêu cầu sản phẩm, sản phẩm thực hiện, kết
            quả/sản phẩm"""
        ),
    ),
    (
        "task",
        Lexicon.lines(
            "nhiệm vụ, nội dung, công việc, nội dung thực hiện, nội dung công việc, nội dung nhiệm vụ, tên nhiệm vụ"
        ),
    ),
)
BEFORE_LABEL = frozenset({".", ";", "(", ",", "-", "+", ")", "•", "*", ":"})
ENDS = frozenset({";", ".", ")"})
AROUND = frozenset({",", ";", ":", ".", "…", "-", '"', "(", ")"})
# "Thời gian nộp báo cáo: Gửi về Sở A trước ngày …": a deed behind a label of time is the duty itself.
DEEDS = Lexicon.lines(
    "gửi, nộp, báo cáo, kê khai, đăng ký, hoàn thành gửi, hoàn thành nộp, hoàn thành báo cáo, hoàn thành việc"
)
TIMES = frozenset({"trước", "chậm", "muộn", "trong", "ngày", "tháng", "quý", "năm", "đến", "vào", "không"})
SHORTEST_DEED = 4  # words before the time; fewer say only "gửi báo cáo trước …"


@dataclass(frozen=True, slots=True)
class Field:
    """A label with its value; ``place`` covers both; ``named``: the label itself names a deed ("Thời gian rà soát:").

    ``of_reports``: it is one of a regime of reports.
    """

    role: Role
    place: Stretch
    value: Stretch
    named: bool = False
    of_reports: bool = False


def fields_of(script: Script, body: Stretch) -> tuple[Field, ...]:
    """The labelled parts of a block, in order."""
    if ":" not in script.source(body):
        return ()
    heads: list[tuple[Role, int, int]] = []
    for place in range(body.first, body.last):
        inside = bool(heads) and place < heads[-1][2]  # "Cơ quan, đơn vị thực hiện": one label
        if not inside and (found := _label(script, place, body)):
            heads.append(found)
    fields: list[Field] = []
    for number, (role, first, value) in enumerate(heads):
        end = heads[number + 1][1] if number + 1 < len(heads) else body.last
        last = _value_end(script, role, value, end)
        stretch = trimmed(script, Stretch(value, last), BEFORE_LABEL - {"(", ")"})
        alone = len(heads) == 1 and first == body.first
        told = alone and (
            (role == "time" and _orders(script, stretch)) or (role == "lead" and _tells(script, stretch))
        )
        if stretch and not told:
            of_reports = report_label(script, first, body.last) is not None
            named = role == "time" and not of_reports and not _is_known(script, first, value - 1)
            fields.append(Field(role, Stretch(first, last), stretch, named, of_reports))
    return tuple(fields)


def _label(script: Script, place: int, body: Stretch) -> tuple[Role, int, int] | None:
    """The role of a label that begins here, where it begins, and where its value does."""
    if place > body.first and script.word(place - 1) not in BEFORE_LABEL:
        return None
    of_report = report_label(script, place, body.last)
    for role, length in (of_report,) if of_report else _known(script, place, body.last):
        colon = place + length
        if script.word(colon) == "(":
            while colon < body.last and script.word(colon) != ")":
                colon += 1
            colon += 1
        if colon < body.last and script.word(colon) == ":":
            return role, place, colon + 1
    return None


def _known(script: Script, place: int, end: int) -> Iterator[tuple[Role, int]]:
    """The labels of plans that begin here, with their lengths."""
    for role, lexicon in LABELS:
        length = lexicon.at(script.tokens, place, end)
        if role == "time" and script.word(place + length) != ":":
            length = time_of_a_deed(script, place, end) or length
        if length:
            yield role, length


def _is_known(script: Script, first: int, colon: int) -> bool:
    return any(
        (length := lexicon.at(script.tokens, first, colon)) and script.word(first + length) in {":", "("}
        for _, lexicon in LABELS
    )


def _orders(script: Script, value: Stretch) -> bool:
    """Whether a value says what is to be done, and not only by when."""
    length = DEEDS.at(script.tokens, value.first, value.last)
    if not length:
        return _names_who(script, value)
    time = next((at for at in range(value.first, value.last) if script.word(at) in TIMES), value.first)
    return time - value.first - length >= SHORTEST_DEED


def _tells(script: Script, value: Stretch) -> bool:
    """ "Tổ chức thực hiện: Sở A báo cáo kết quả trước ngày …": a sentence with its time behind a label of who acts."""
    timed = any(script.word(at) in TIMES for at in range(value.first + 1, value.last))
    return timed and _names_who(script, value)


def _goes_on_behind(script: Script, value: Stretch) -> bool:
    """ "Lộ trình: từ nay đến 15/9, Sở A hoàn thành …": behind the time and a comma stands who does what."""
    comma = next((at for at in range(value.first, value.last) if script.word(at) == ","), value.last)
    first = comma + 1 + (script.word(comma + 1) in QUANTIFIERS)
    kinds = (HEADS,) if script.is_capital(first) else (COMMON, TITLES, COLLECTIVES)
    named = any(words.at(script.tokens, first, value.last) for words in kinds)
    named = named and not NO_BODIES.at(script.tokens, first, value.last)
    return named and VERBS.within(script.tokens, first, value.last) is not None


def _names_who(script: Script, value: Stretch) -> bool:
    """ "Thời gian đăng ký: Các khoa gửi danh sách … trước ngày …": a sentence with who acts, behind a label of time."""
    tokens = script.tokens
    if script.word(value.first) in TIMES | {"từ"} and _goes_on_behind(script, value):
        return True
    time = next((at for at in range(value.first + 1, value.last) if script.word(at) in TIMES), value.last)
    if script.word(value.first) in QUANTIFIERS:
        named = COLLECTIVES.at(tokens, value.first + 1, time)
    else:
        named = COMMON.at(tokens, value.first, time) or TITLES.at(tokens, value.first, time)
        named = named or (script.is_capital(value.first) and HEADS.at(tokens, value.first, time))
    return named > 0 and VERBS.within(tokens, value.first + named, time) is not None


def _value_end(script: Script, role: Role, first: int, end: int) -> int:
    """A value goes to the next label, or to the sign that ends it."""
    if role == "task":
        return end
    depth = 0
    for place in range(first, end):
        word = script.word(place)
        depth += word == "("
        if depth and word == ")":
            depth -= 1
            continue
        if word in ENDS and not depth:
            if word == "." and not script.breaks_after(place):
                continue
            if word == ";" and role in {"lead", "cooperating"} and place + 1 < end:
                continue
            if word == ";" and role == "time" and goes_on(script, place + 1, end):
                continue
            return place
    return end


def parts_outside(
    script: Script, body: Stretch, fields: Sequence[Field], gaps: Sequence[Stretch]
) -> list[Stretch]:
    """The parts of a block that no label covers; labels in brackets are left out with their brackets."""
    parts: list[Stretch] = []
    first = body.first
    for label in fields:
        if any(gap.covers(label.place) for gap in gaps):
            continue
        if label.role == "task":
            # What is to be done is read as it would be without its label.
            if label.place.first > first:
                parts.append(Stretch(first, label.place.first))
            first = max(first, label.value.first)
            continue
        if label.place.first > first:
            parts.append(Stretch(first, label.place.first))
        first = max(first, label.place.last)
    if first < body.last:
        parts.append(Stretch(first, body.last))
    return [part for part in parts if trimmed(script, part, AROUND)]
