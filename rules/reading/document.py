"""A whole document read: text in, drafts out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from rules.library import Catalogue
from rules.reading.compose import Composer
from rules.reading.draft import Draft, DraftInstrument, DraftObligation, UnreadPhrase
from rules.reading.duty.chains import return_with_the_last
from rules.reading.duty.frames import RANKS
from rules.reading.duty.no_duties import orders_nothing
from rules.reading.duty.preface import datelines_of, grounds_of, recipients_of
from rules.reading.duty.provisions import provisions_of
from rules.reading.duty.reader import Reader
from rules.reading.duty.retold import in_examples, told_again, told_in_full, told_twice
from rules.reading.duty.sketch import Sketch
from rules.reading.duty.who import Who
from rules.reading.head.header import effective_day, instrument_of, latest_day
from rules.reading.head.standing import is_standing
from rules.reading.judging.last_days import closes_taking, times_a_deed
from rules.reading.judging.refusals import Judge, Judged
from rules.reading.judging.timing import Timer
from rules.reading.naming.bodies import Naming
from rules.reading.naming.ids import Identities
from rules.reading.passed import passed_over
from rules.reading.phrase.answers import Speech
from rules.reading.phrase.nodes import Recurring
from rules.reading.table.stacks import Stack, stacks_of
from rules.reading.table.tables import Tables
from rules.reading.unread import in_a_part, unread_of, untaken_of
from rules.reading.words.blocks import Block, blocks_of
from rules.reading.words.examples import examples_of
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.plain import as_given, plain
from rules.reading.words.refusal_words import HANDED, NO_DUTIES
from rules.reading.words.script import Script, Stretch

# What a page of news puts around its article: other articles' titles give nobody anything here.
SEE_ALSO = Lexicon.lines(
    "tin liên quan, xem thêm, đọc thêm, tin cùng chuyên mục, bài liên quan, tin khác, mời bạn đọc"
)


SHORT_TITLE = 12  # tokens: a line above a table that is longer is no title of it
NO_TASK = "no task was found for this time"
TOO_LONG = "its paragraph is too long to be read as one, and this part of it tells nobody anything"
# A time that says itself that it is the last one needs no other word of duty.
# "… phải dừng đón khách kể từ ngày …" binds whoever does it now.
STOPPED = Lexicon.lines("phải dừng, phải ngừng, phải tạm dừng, phải chấm dứt, phải bắt đầu, phải ngưng")
LIMITS = Lexicon.lines(
    "chậm nhất, muộn nhất, trễ nhất, thời hạn, hạn, không muộn hơn, không quá, trong vòng, trong thời hạn"
)


def read_document(text: str, published: date | None, agencies: Catalogue) -> Draft:
    """Every task that a document gives, as drafts for a person to accept.

    ``published`` is the day of the news, or of a document that does not say its own. Never raises for what the
    text holds. Offsets count code points of ``text``.
    """
    return as_given(_read(plain(text), published, agencies), text)


def _read(text: str, published: date | None, agencies: Catalogue) -> Draft:
    """The same for a text without the signs of its markup."""
    script = Script.of(text)
    instrument = instrument_of(text, published)
    said_on = _said_on(text, instrument, published)
    speech = Speech(said_on, agencies.workdays.tet)
    naming = _naming(agencies)
    timer = Timer(agencies.workdays, _anchors(text, instrument), said_on)
    judge = Judge(script, said_on)
    reader = Reader(script, naming, Who(script, naming), judge, timer, speech)
    reader.standing = is_standing(text, instrument)
    tables = Tables(script, naming, judge, timer, speech, reader)
    blocks = blocks_of(script)
    stacks = tuple(stacks_of(script, blocks))
    _walk(blocks, stacks, reader, tables)
    for sketch in in_examples(reader.sketches, examples_of(script, blocks)):
        sketch.dropped = True
    for before, every in return_with_the_last(script, reader.sketches, timer, speech):
        reader.judged[reader.judged.index(before)] = every
    reader.address.left_to(reader.sketches)
    for sketch in (*told_again(script, blocks, reader.sketches), *told_in_full(script, reader.sketches)):
        sketch.dropped = True
    for sketch in told_twice(script, blocks, reader.sketches):
        sketch.dropped = True
    untaken = set(untaken_of(reader.judged, reader.sketches))
    torn = {one for one in untaken if in_a_part(blocks, one.place)}
    provisions = provisions_of(script, blocks, own=instrument.is_own)
    composer = Composer(script, Identities(agencies, said_on, instrument.issuer.is_local), provisions)
    likely = [sketch for sketch in reader.sketches if sketch.place and not _is_bare(script, sketch)]
    kept = [sketch for sketch in likely if _is_kept(script, sketch)]
    left = [sketch for sketch in likely if not _is_kept(script, sketch)]
    kept.sort(key=lambda sketch: (sketch.place.first, sketch.place.last))
    drafts = tuple(dict.fromkeys(composer.draft(sketch) for sketch in kept))
    judged = [
        *(one for one in reader.judged if one not in untaken),
        *tables.judged,
        *_unsaid(script, reader.sketches),
        *(replace(one, verdict="unread", why=TOO_LONG if one in torn else NO_TASK) for one in untaken),
    ]
    unread = unread_of(script, _below_heads(blocks, stacks), judged, drafts)
    return Draft(instrument, drafts, unread, passed_over(script, left, tables.passed))


def _said_on(text: str, instrument: DraftInstrument, published: date | None) -> date | None:
    """The day the words were said: the document's own, or that of the news which tells of an older one."""
    issued = instrument.issued
    if published is not None and (issued is None or issued < published):
        return published
    return issued or published or latest_day(text)


def _anchors(text: str, instrument: DraftInstrument) -> dict[str, date]:
    days = (
        ("issued", instrument.issued),
        ("effective", effective_day(text, instrument.issued)),
        ("published", instrument.published),
    )
    return {name: day for name, day in days if day is not None}


def _walk(blocks: Sequence[Block], stacks: Sequence[Stack], reader: Reader, tables: Tables) -> None:
    """Read the blocks in order, tables as tables."""
    stacked = {stack.place.first: stack for stack in stacks}
    silent = grounds_of(reader.script, blocks) | recipients_of(reader.script, blocks)
    silent |= datelines_of(reader.script, blocks)
    for block, rows, has_children in _runs([one for one in blocks if one.whole.first not in silent]):
        stack = stacked.get(block.whole.first)
        if stack is not None:
            reader.sketches.extend(tables.stacked(stack))
        elif any(block.whole.first in taken.place for taken in stacked.values()) or SEE_ALSO.at(
            reader.script.tokens, block.body.first, block.body.last
        ):
            continue
        elif rows:
            reader.sketches.extend(tuple(tables.read(rows, reader.frames)))
        else:
            reader.read(block, has_children=has_children)


def _below_heads(blocks: Sequence[Block], stacks: Sequence[Stack]) -> list[Block]:
    """The blocks without the heads of stacked tables, which name columns and no times."""
    heads = [Stretch(stack.place.first, stack.rows[0][0].first) for stack in stacks]
    return [block for block in blocks if not any(head.covers(block.whole) for head in heads)]


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[Block, tuple[Block, ...], bool]]:
    """Blocks one by one, rows that follow each other together; and whether entries stand below a block."""
    rows: list[Block] = []
    for number, block in enumerate(blocks):
        if block.is_row:
            rows.append(block)
            if number + 1 == len(blocks) or not blocks[number + 1].is_row:
                yield block, tuple(rows), False
                rows = []
            continue
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        deeper = following is not None and (
            len(block.body) <= SHORT_TITLE if following.is_row else _is_deeper(block, following)
        )
        yield block, (), deeper


def _is_deeper(block: Block, following: Block) -> bool:
    """Whether the following entry stands below this block."""
    if following.kind == "plain":
        return block.kind not in {"plain", "dash", "plus"}
    return RANKS[following.kind] > RANKS[block.kind] or block.kind == "plain"


def _is_kept(script: Script, sketch: Sketch) -> bool:
    """A duty has a time, or a lead that plain words of duty bind."""
    if sketch.dropped or not sketch.place:
        return False
    if sketch.timing is not None:
        return _is_told(script, sketch)
    return (
        bool(sketch.leads)
        and sketch.duty
        and sketch.lead_from in {"own", "heading", "before", "label", "pronoun"}
    )


def _is_told(script: Script, sketch: Sketch) -> bool:
    """Whether somebody is named beside a time, or words of duty are."""
    if sketch.among_results and sketch.lead_from in {"none", "earlier"}:
        return False
    if sketch.judged is not None and sketch.judged.verdict == "start":
        # When something begins is mostly told; it is a duty where somebody is named who begins it.
        ends = STOPPED.within(script.tokens, sketch.place.first, sketch.place.last) is not None
        return ends or sketch.lead_from in {"own", "heading", "label"}
    if sketch.aim == "forecast" and sketch.lead_from in {"none", "earlier"}:
        will = script.has({"sẽ"}, sketch.place.first, sketch.place.last)
        if not will:
            return False
    if sketch.duty or sketch.lead_from not in {"none", "earlier"}:
        return True
    if sketch.judged is None:
        return False
    tokens, time, clause = script.tokens, sketch.judged.place, sketch.place
    if LIMITS.within(tokens, time.first, time.last) is not None:
        return True
    if times_a_deed(script, clause, labelled=True) or closes_taking(script, clause):
        return True
    handed = HANDED.within(tokens, clause.first, clause.last) is not None
    returns = isinstance(sketch.judged.spotted.whole.core, Recurring)
    return handed and (returns or "trước" in script.words(time))


def _unsaid(script: Script, sketches: Sequence[Sketch]) -> Iterator[Judged]:
    """The times of sentences that order nothing and name nobody: a person may still look at them."""
    for sketch in sketches:
        if sketch.judged is not None and not sketch.dropped and not _is_told(script, sketch):
            yield Judged(sketch.judged.spotted, "unread", "nobody is told anything by this time")


def _is_bare(script: Script, sketch: Sketch) -> bool:
    """Names and nothing to do, as in a heading or a list of addressees; or who was present, or what is enclosed."""
    if sketch.timing is not None:
        return False
    if orders_nothing(script, sketch):
        return True
    ends = [body.place.last for body in sketch.leads if sketch.place.covers(body.place)]
    if ends and NO_DUTIES.at(script.tokens, max(ends), sketch.place.last):
        return True
    return bool(ends) and not any(script.tokens[at].is_word for at in range(max(ends), sketch.place.last))


@lru_cache(maxsize=4)
def _naming_of(names: tuple[str, ...]) -> Naming:
    return Naming(names)


def _naming(agencies: Catalogue) -> Naming:
    names = [name for agency in agencies.agencies.values() for name in (agency.name, *agency.aliases)]
    return _naming_of(tuple(name for name in names if len(name) > 2))


__all__ = ["Draft", "DraftObligation", "UnreadPhrase", "read_document"]
