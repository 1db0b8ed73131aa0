"""What only tells once more: headlines and subheads of news, and the made-up cases of "Ví dụ: …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from rules.reading.duty.sketch import Sketch
from rules.reading.judging.merging import is_a_return
from rules.reading.words.blocks import Block
from rules.reading.words.script import ENDS, Script, Stretch

# What goes on with a report that was ordered, and says by when it is sent.
TELLS_ON = frozenset({"báo cáo", "thời hạn", "thời gian", "thời điểm", "số liệu", "kết quả"})
FAR = 40  # tokens
NEAR = 6  # tasks of one body by one day that are compared
ALIKE = 0.9  # of the words of the shorter one
HEADLINES = 2
SHORTEST_SHARED = 4
# A line of prose that is longer is no subhead.
LONGEST_SUBHEAD, LONGEST_HEADLINE = 30, 60


def told_again(script: Script, blocks: Sequence[Block], sketches: Sequence[Sketch]) -> list[Sketch]:
    """The sketches of a headline or subhead whose time the text below names again with the same words."""
    heads = [block.whole for block in blocks[:HEADLINES] if _is_headline(script, block)]
    subheads = [head for head in _subheads(script, blocks) if head not in heads]
    found: list[Sketch] = []
    for sketch in sketches:
        if sketch.timing is None:
            continue
        top = any(head.covers(sketch.place) for head in heads)
        if not top and not any(head.covers(sketch.place) for head in subheads):
            continue
        if any(_says_the_same(script, sketch, other, top=top) for other in sketches):
            found.append(sketch)
    return found


def told_twice(script: Script, blocks: Sequence[Block], sketches: Sequence[Sketch]) -> list[Sketch]:
    """Of two sentences of prose that give the same bodies the same task by the same day, the one with fewer words."""
    prose = [block.whole for block in blocks if block.kind == "plain" and not block.is_row]
    told = [
        one
        for one in sketches
        if one.leads
        and one.timing is not None
        and not one.dropped
        and any(block.covers(one.place) for block in prose)
    ]
    alike: dict[object, list[Sketch]] = {}
    found: list[Sketch] = []
    for one in told:
        kept = alike.setdefault((tuple(_names(one)), one.timing and one.timing.due), [])
        same = next((other for other in kept[-NEAR:] if _is_the_same(script, other, one)), None)
        if same is not None and len(same.place) >= len(one.place):
            found.append(one)
            continue
        if same is not None:
            found.append(same)
            kept.remove(same)
        kept.append(one)
    return found


def _is_the_same(script: Script, first: Sketch, second: Sketch) -> bool:
    if first.place == second.place or _names(first) != _names(second):
        return False
    if first.timing is None or second.timing is None or first.timing.due is None:
        return False
    if first.timing.due != second.timing.due:
        return False
    less, more = sorted((first, second), key=lambda one: len(one.place))
    words = _words(script, less)
    shared = words & _words(script, more)
    # "48 dự án còn lại": other figures are other tasks.
    figures = _figures(script, less) <= _figures(script, more)
    return figures and len(shared) >= max(SHORTEST_SHARED, ALIKE * len(words))


def _figures(script: Script, sketch: Sketch) -> set[str]:
    place = sketch.place
    return {script.word(at) for at in range(place.first, place.last) if script.tokens[at].is_number}


def _names(sketch: Sketch) -> list[str]:
    return [body.name.lower() for body in sketch.leads]


def told_in_full(script: Script, sketches: Sequence[Sketch]) -> list[Sketch]:
    """ "Các xã báo cáo định kỳ hằng tháng. Báo cáo gửi về Phòng A trước ngày 18 hằng tháng.": the first has no day."""
    timed = [one for one in sketches if one.judged is not None and not one.dropped]
    return [
        first
        for first, second in pairwise(timed)
        if first.judged is not None
        and is_a_return(first.judged)
        and _is_one_of(first, second)
        and second.leads in {first.leads, ()}
        and second.place.first - first.place.last <= FAR
        and script.words(Stretch(second.place.first, second.place.first + 2)) in TELLS_ON
        and "báo cáo" in script.words(first.place)
    ]


def _is_one_of(first: Sketch, second: Sketch) -> bool:
    """Whether what is told next returns as often, or is half of what returns twice a year."""
    often = _often(first)
    return often == _often(second) or (often == "semiannual" and _often(second) == "yearly")


def _often(sketch: Sketch) -> str | None:
    return sketch.timing.recurrence if sketch.timing is not None else None


def _says_the_same(script: Script, sketch: Sketch, other: Sketch, *, top: bool) -> bool:
    """Whether a sketch further down has the day of a headline, and its words, or a lead that it left out."""
    if (
        other.place.first < sketch.place.last
        or other.timing is None
        or other.dropped
        or sketch.timing is None
    ):
        return False
    if not _same_day(script, sketch, other, top=top):
        return False
    if top and not sketch.leads and other.leads:
        # A headline that names nobody tells in short what the text orders of somebody.
        return True
    words = _words(script, sketch)
    shared = words & _words(script, other)
    return len(shared) >= SHORTEST_SHARED and 2 * len(shared) >= len(words)


def _same_day(script: Script, sketch: Sketch, other: Sketch, *, top: bool) -> bool:
    """Whether two times are the same; a headline may say "before" the day that the text names as the last."""
    if sketch.timing is None or other.timing is None:
        return False
    own, theirs = sketch.timing, other.timing
    if (own.due, own.recurrence) == (theirs.due, theirs.recurrence):
        return not own.rule or own.rule == theirs.rule
    if not top or own.due is None or theirs.due is None or sketch.judged is None:
        return False
    before = script.word(sketch.judged.place.first) == "trước"
    return before and theirs.due - own.due == timedelta(days=1)


def _is_headline(script: Script, block: Block) -> bool:
    return (
        block.kind == "plain"
        and not block.is_row
        and len(block.body) <= LONGEST_HEADLINE
        and script.word(block.body.last - 1) not in ENDS | {";", ":"}
    )


def _subheads(script: Script, blocks: Sequence[Block]) -> Iterator[Stretch]:
    """Short lines without an end between the paragraphs of news."""
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        prose = all(one.kind == "plain" and not one.is_row for one in (before, after))
        whole = script.word(before.body.last - 1) in ENDS | {")", '"'}
        if prose and whole and len(block.body) <= LONGEST_SUBHEAD and _is_headline(script, block):
            yield block.whole


def _words(script: Script, sketch: Sketch) -> set[str]:
    return {
        script.word(at) for at in range(sketch.place.first, sketch.place.last) if script.tokens[at].is_word
    }


def in_examples(sketches: Sequence[Sketch], examples: Sequence[Stretch]) -> list[Sketch]:
    """The sketches that stand in an example: nobody is told anything by a case that is made up."""
    return [one for one in sketches if any(example.meets(one.place) for example in examples)]
