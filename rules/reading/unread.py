"""Words that look like a deadline and were not read as one: reported, never dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.reading.draft import DraftObligation, UnreadPhrase
from rules.reading.duty.leading import COUNTED_ON
from rules.reading.duty.sketch import Sketch
from rules.reading.judging.refusals import NO_TERM, Judged
from rules.reading.words.blocks import Block
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

WORDS = """chậm nhất, muộn nhất, trễ nhất, thời hạn, hạn chót, hạn cuối, hạn hoàn thành, đến hết, trước ngày,
    trước tháng, trước quý, không muộn hơn, trong vòng, trong thời hạn, hoàn thành trước, xong trước,
    trước kỳ họp, trước mùa, trước khai giảng, trước khi khai giảng, trước kỳ nghỉ, trước thời điểm,
    trước năm học, trước khi bước vào, trước khi vào, trước khi kết thúc, trước khi hết"""
MEETINGS = """tại phiên họp, tại kỳ họp, vào phiên họp, vào kỳ họp, trong phiên họp, trong kỳ họp, tại cuộc họp,
    trước khi triển khai, trước khi tổ chức, trước khi bắt đầu, trước khi khai mạc, trước khi khởi công"""
SIGNS, SESSIONS = Lexicon.lines(WORDS), Lexicon.lines(MEETINGS)
ALL_SIGNS = Lexicon.lines(f"{WORDS}, {MEETINGS}")
# These bind whatever stands behind them: a time there that "nothing calls a term" was called one.
STRONG = Lexicon.lines(
    "chậm nhất, muộn nhất, trễ nhất, hạn chót, hạn cuối, không muộn hơn, trước năm học, trước khi bước vào, trước khi vào"
)
# Nothing has to follow these.
WHOLE = Lexicon.lines("trước khai giảng, trước khi khai giảng, trước kỳ nghỉ")
EDGES = frozenset({",", ";", ".", ")"})
WIDTH = 12


def unread_of(
    script: Script, blocks: Sequence[Block], judged: Sequence[Judged], drafts: Sequence[DraftObligation]
) -> tuple[UnreadPhrase, ...]:
    """Phrases that the grammar understood but could not date, and words of a deadline with nothing read near."""
    found: list[UnreadPhrase] = []
    known: set[int] = set()
    unbound: set[int] = set()
    read: set[int] = set()
    for one in judged:
        near = range(one.place.first - 3, one.place.last + 3)
        (unbound if one.why == NO_TERM else known).update(near)
        if one.verdict in COUNTED_ON:
            read.update(range(one.place.first, one.place.last))
        if one.verdict == "unread":
            found.append(_phrase(script, one.place, one.why))
    undated = [draft for draft in drafts if not draft.is_dated]
    for block in blocks:
        if block.is_row and not any(
            script.tokens[at].is_number for at in range(block.body.first, block.body.last)
        ):
            continue
        for sign in _signs(script, block.body, undated):
            edge = next(
                (p for p in range(sign.last, block.body.last) if script.word(p) in EDGES), block.body.last
            )
            end = min(sign.first + WIDTH, edge)
            # A month behind "tại phiên họp" was judged to be no term: that is just what is to be told.
            here = set(range(sign.first, sign.last + 2))
            strong = STRONG.at(script.tokens, sign.first, sign.last) > 0
            known_here = here & known or (not strong and here & unbound)
            judged_here = SIGNS.at(script.tokens, sign.first, sign.last) and known_here
            follows = end > sign.last or WHOLE.at(script.tokens, sign.first, sign.last)
            if not judged_here and not read & set(range(sign.first, edge)) and follows:
                found.append(_phrase(script, Stretch(sign.first, end), "no day was read in these words"))
    return tuple(sorted(found, key=lambda phrase: phrase.start))


def untaken_of(judged: Sequence[Judged], sketches: Sequence[Sketch]) -> Iterator[Judged]:
    """The times that bind and that no duty took up, not even one that was left out for another."""
    taken: set[int] = set()
    for sketch in sketches:
        if sketch.judged is not None:
            taken.update(range(sketch.judged.place.first, sketch.judged.place.last))
    for one in judged:
        if one.verdict in COUNTED_ON and taken.isdisjoint(range(one.place.first, one.place.last)):
            yield one


def in_a_part(blocks: Sequence[Block], place: Stretch) -> bool:
    """Whether a place lies in a paragraph without end, which was read in parts."""
    return any(block.is_part and block.whole.covers(place) for block in blocks)


def _signs(script: Script, body: Stretch, undated: Sequence[DraftObligation]) -> Iterator[Stretch]:
    """Where words of a deadline stand; a session is one only in a task that has no time."""
    at = body.first
    while (sign := ALL_SIGNS.within(script.tokens, at, body.last)) is not None:
        length = SIGNS.at(script.tokens, sign, body.last)
        place = script.tokens[sign].start
        if length or any(draft.start <= place < draft.end for draft in undated):
            length = length or SESSIONS.at(script.tokens, sign, body.last)
            yield Stretch(sign, sign + length)
            at = sign + max(length, WIDTH)
        else:
            at = sign + 1


def _phrase(script: Script, place: Stretch, why: str) -> UnreadPhrase:
    first, last = script.tokens[place.first].start, script.tokens[place.last - 1].end
    return UnreadPhrase(first, last, script.text[first:last], why)
