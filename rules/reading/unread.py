"""Words that look like a deadline and were not read as one: reported, never dropped in silence."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.blocks import Block
from rules.reading.draft import DraftObligation, UnreadPhrase
from rules.reading.leading import COUNTED_ON
from rules.reading.lexicon import Lexicon
from rules.reading.refusals import Judged
from rules.reading.script import Script, Stretch

SIGNS = Lexicon.lines(
    """chậm nhất, muộn nhất, trễ nhất, thời hạn, hạn chót, hạn cuối, hạn hoàn thành, đến hết, trước ngày,
    trước tháng, trước quý, không muộn hơn, trong vòng, trong thời hạn, hoàn thành trước, xong trước,
    trước kỳ họp, trước mùa, trước khai giảng, trước khi khai giảng, trước kỳ nghỉ, trước thời điểm"""
)
EDGES = frozenset({",", ";", ".", ")"})
WIDTH = 12


def unread_of(
    script: Script, blocks: Sequence[Block], judged: Sequence[Judged], drafts: Sequence[DraftObligation]
) -> tuple[UnreadPhrase, ...]:
    """Phrases that the grammar understood but could not date, and words of a deadline with nothing read near."""
    found: list[UnreadPhrase] = []
    known: set[int] = set()
    read: set[int] = set()
    for one in judged:
        known.update(range(one.place.first - 3, one.place.last + 3))
        if one.verdict in COUNTED_ON:
            read.update(range(one.place.first, one.place.last))
        if one.verdict == "unread":
            found.append(_phrase(script, one.place, one.why))
    for block in blocks:
        if block.is_row and not any(
            script.tokens[at].is_number for at in range(block.body.first, block.body.last)
        ):
            continue
        at = block.body.first
        while (sign := SIGNS.within(script.tokens, at, block.body.last)) is not None:
            at = sign
            length = SIGNS.at(script.tokens, at, block.body.last)
            edge = next(
                (p for p in range(at + length, block.body.last) if script.word(p) in EDGES), block.body.last
            )
            end = min(at + WIDTH, edge)
            near = known & set(range(at, at + length + 2)) or read & set(range(at, edge))
            if not near and end > at + length:
                found.append(_phrase(script, Stretch(at, end), "no day was read in these words"))
            at = end
    return tuple(sorted(found, key=lambda phrase: phrase.start))


def _phrase(script: Script, place: Stretch, why: str) -> UnreadPhrase:
    first, last = script.tokens[place.first].start, script.tokens[place.last - 1].end
    return UnreadPhrase(first, last, script.text[first:last], why)
