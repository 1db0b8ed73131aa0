"""Deadline phrases spotted in running text: every place where the grammar reads a time, the longest way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rules.reading.judging.cues import SPELLED, cues_in
from rules.reading.phrase.answers import Reading, Speech, Unread
from rules.reading.phrase.forms import IN_TEXT
from rules.reading.phrase.grammar import Parse
from rules.reading.phrase.nodes import Asked, Due, Dues, Node, Often, Recurring, Span, Whole
from rules.reading.phrase.phrases import meaning_of, quoted
from rules.reading.phrase.rows import carried, dated_by_the_last
from rules.reading.words.numerals import ROMAN
from rules.reading.words.script import Script, Stretch

# A comma or "of" before a year opens no phrase of its own: the year behind it does.
NO_OPENINGS = frozenset({",", "của"})
# How far behind its first word a phrase shows its number, or one of the words that do without a number.
REACH = 9
DEEDS = frozenset({",", "phải", "cần", "hoàn", "thành", "thực", "hiện", "xong", "dứt", "điểm"})
# What may follow a number that opens a phrase; a year alone is a phrase whatever follows.
AFTER_NUMBER = frozenset(
    {
        "/",
        ".",
        "-",
        ":",
        "(",
        ",",
        "đến",
        "tới",
        "và",
        "giờ",
        "h",
        "g",
        "tiếng",
        "ngày",
        "tuần",
        "tháng",
        "quý",
    }
    | {"năm", "lần"}
)
YEAR_DIGITS = 4
# "Kế hoạch trung hạn 2016-2020" names a plan: behind these the word for a term is part of another.
TERMS = frozenset({"trung", "dài", "ngắn", "giới", "quyền", "vô", "hữu", "kỳ", "gia", "quá", "đúng"})
# "Kỳ họp thứ 6" is no Friday.
NUMBERED = frozenset({"kỳ họp", "phiên họp", "hội nghị"})
# "Trung tâm giáo dục thường xuyên" is a kind of school.
SCHOOLING = frozenset({("tâm", "dục"), ("-", "dục"), ("hệ", "dục"), ("ngành", "dục")})
SIGNS = frozenset({".", ";", ","})
JOINS = frozenset({",", "và"})
LONGEST = 60


LONGEST_PAIR = 10  # tokens of two days side by side


@dataclass(frozen=True, slots=True)
class Spotted:
    """A phrase of a text that the grammar understands, and what it comes to."""

    place: Stretch
    whole: Whole
    reading: Reading | Unread


def spotted(script: Script, stretch: Stretch, speech: Speech) -> tuple[Spotted, ...]:
    """Every phrase in this stretch that speaks of a time, in order, none overlapping another."""
    return tuple(_spotted(script, stretch, speech))


def _spotted(script: Script, stretch: Stretch, speech: Speech) -> Iterator[Spotted]:
    tokens = script.tokens[stretch.first : stretch.last]
    cues = cues_in(script, stretch)
    if not cues:
        return
    parse: Parse[Node] = IN_TEXT.over(tokens)
    begins = IN_TEXT.begins("phrase")
    at = 0
    for cue in [*cues, len(tokens)]:
        # Between two cues nothing new begins that would not reach the next one.
        at = max(at, cue - REACH)
        last = min(cue, len(tokens) - 1)
        while at <= last:
            if not begins[parse.pairs[at]]:
                at += 1
                continue
            end, wholes = _longest(parse, at)
            if wholes:
                place = _trimmed(parse, stretch, at, end)
                found = Spotted(place, *_best(script, place, wholes, speech))
                if place == stretch and is_pair(script, place):
                    # A cell with two days below one another.
                    middle = place.first + len(place) // 2
                    yield from _spotted(script, Stretch(place.first, middle), speech)
                    yield from _spotted(script, Stretch(middle, place.last), speech)
                    return
                several = _several(script, stretch, parse, at, found, speech)
                found = _within(script, stretch, parse, at, found, speech) or found
                yield from several or (found,)
                at = max(end, found.place.last - stretch.first)
            else:
                at += 1


def is_pair(script: Script, place: Stretch) -> bool:
    """ "15/01/2026 20/01/2026": two whole days with nothing between them."""
    return len(place) == LONGEST_PAIR and all(
        script.tokens[at].is_number == ((at - place.first) % 5 in {0, 2, 4})
        for at in range(place.first, place.last)
    )


def _several(
    script: Script, stretch: Stretch, parse: Parse[Node], at: int, found: Spotted, speech: Speech
) -> list[Spotted]:
    """ "Trong tháng 8/2020 và tháng 11/2020": two times joined, each a term; none where they are one."""
    core = found.whole.core
    if isinstance(found.reading, Reading) or not isinstance(core, Dues) or len(core.all) < 2:
        return []
    last = found.place.last - stretch.first
    parts: list[Spotted] = []
    place = at
    for written, due in zip(core.all, dated_by_the_last(carried(core.all)), strict=True):
        start, end = _part(parse, written, place, last)
        whole = Whole(Dues((due,)), found.whole.aim)
        part = _trimmed(parse, stretch, start, end)
        reading = meaning_of(whole, speech)
        if not isinstance(reading, Reading):
            return []
        parts.append(Spotted(part, whole, quoted(script.written(part), whole.aim, reading)))
        place = end
    return parts


def _part(parse: Parse[Node], written: Due, place: int, last: int) -> tuple[int, int]:
    """Where one time of a row stands: as it reads alone, or up to its number ("các tháng 6 và 12")."""
    for start in range(place, last):
        end = max((end for end, meaning in parse.at("due", start) if meaning == written), default=0)
        if end:
            return start, end
    numbers = [at for at in range(place, last) if parse.tokens[at].is_number or parse.words[at] in ROMAN]
    in_year = not numbers or all(len(parse.words[at]) == YEAR_DIGITS for at in numbers[1:])
    return place + (parse.words[place] in JOINS), last if in_year else numbers[0] + 1


def _within(
    script: Script, stretch: Stretch, parse: Parse[Node], at: int, found: Spotted, speech: Speech
) -> Spotted | None:
    """A phrase that begins later and can be dated, where the longest one cannot: "6 tháng trước ngày 25/5/2023"."""
    core = found.whole.core
    if (
        isinstance(found.reading, Reading)
        or isinstance(core, Asked | Often)
        or (isinstance(core, Recurring) and not core.dues)
    ):
        return None
    last = found.place.last - stretch.first
    for start in range(at + 1, last - 1):
        end, wholes = _longest(parse, start)
        if end < last or not wholes:
            continue
        place = _trimmed(parse, stretch, start, end)
        later = Spotted(place, *_best(script, place, wholes, speech))
        core = later.whole.core
        if not isinstance(later.reading, Reading):
            continue
        if isinstance(core, Recurring) and core.dues and end > last:
            return later
        if not isinstance(core, Dues):
            continue
        if not core.all[0].bound.bare or isinstance(core.all[0].when, Span):
            return later
    return None


def _trimmed(parse: Parse[Node], stretch: Stretch, at: int, end: int) -> Stretch:
    """The phrase without the verb that may lead it: "hoàn thành trước ngày …" speaks of the deed as well."""
    first = at
    while first < end - 1 and parse.tokens[first].text in DEEDS:
        first += 1
    return Stretch(stretch.first + first, stretch.first + end)


def _longest(parse: Parse[Node], at: int) -> tuple[int, list[Whole]]:
    """The furthest end that a phrase reaches from here, final signs left out, and its meanings."""
    word = parse.words[at]
    if word in NO_OPENINGS or not IN_TEXT.begins("phrase")[parse.pairs[at]]:
        return at, []
    if word == "hạn" and at and parse.words[at - 1] in TERMS:
        return at, []
    if word == "thường" and at > 2 and (parse.words[at - 3], parse.words[at - 1]) in SCHOOLING:
        return at, []
    if word == "thứ" and at > 1 and " ".join(parse.words[at - 2 : at]) in NUMBERED:
        return at, []
    numbered = parse.tokens[at].is_number
    if numbered and len(word) != YEAR_DIGITS and parse.words[at + 1] not in AFTER_NUMBER:
        return at, []
    if numbered and at and (parse.words[at - 1], parse.words[at + 1]) == ("/", "/"):
        # "126/2020/NĐ-CP": the year in an instrument's number.
        return at, []
    if numbered and parse.words[at + 1] == "/" and at + 3 < len(parse.words) and parse.words[at + 3] == "số":
        # "2/3 số xã": a share, and no day.
        return at, []
    bare = numbered or word in SPELLED
    best: dict[int, list[Whole]] = {}
    limit = next(
        (place for place in range(at, min(at + LONGEST, len(parse.tokens))) if parse.words[place] == ";"),
        at + LONGEST,
    )
    for reached, meaning in parse.at("phrase", at):
        end = reached
        while end > at and parse.tokens[end - 1].text in SIGNS:
            end -= 1
        # "80 ngày" of "Quyết định số 80 ngày 30/12/2014" counts nothing.
        counts = isinstance(meaning, Whole) and isinstance(meaning.core, Asked) and not meaning.core.back
        if isinstance(meaning, Whole) and isinstance(meaning.core, Often) and _is_cut(parse, end):
            continue
        if isinstance(meaning, Whole) and end <= limit and not (bare and counts):
            best.setdefault(end, []).append(meaning)
    if not best:
        return at, []
    end = max(best)
    return end, list(dict.fromkeys(best[end])) if len(best[end]) > 1 else best[end]


def _is_cut(parse: Parse[Node], end: int) -> bool:
    """ "Một lần trong tháng 3/2020": the month has a number, and nothing returns."""
    numbered = end < len(parse.tokens) and (parse.tokens[end].is_number or parse.words[end] in ROMAN)
    return numbered and parse.words[end - 1] in {"tháng", "quý", "năm", "ngày"}


def _best(
    script: Script, place: Stretch, wholes: list[Whole], speech: Speech
) -> tuple[Whole, Reading | Unread]:
    """The first meaning that comes to a term, else the first."""
    text = script.written(place)
    first: Unread | None = None
    for whole in wholes:
        answer = meaning_of(whole, speech)
        if isinstance(answer, Reading):
            return whole, quoted(text, whole.aim, answer)
        first = first or answer
    # "Định kỳ 05 năm" returns, though it could be a length as well.
    often = next((whole for whole in wholes if isinstance(whole.core, Often)), None)
    if often is not None and isinstance(wholes[0].core, Asked):
        return often, meaning_of(often, speech)
    return wholes[0], first or meaning_of(wholes[0], speech)
