"""The head of a document: kind, number, day, issuer, title; the instruments that it names as its own past."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from rules.model import InstrumentKind
from rules.reading.draft import DraftInstrument, Issuer
from rules.reading.head.issuing import is_local_news, issuer_of
from rules.reading.head.links import links_of
from rules.reading.head.mentions import KINDS, MENTION
from rules.reading.head.news_head import (
    issued_of,
    kind_told,
    opens_with_its_instrument,
    own_day,
    signing_day,
)
from rules.reading.head.properties import Properties, properties_of
from rules.reading.head.signature import signer_in_news, signer_of
from rules.reading.head.titles import PLACE_AND_DAY, title_of
from rules.reading.words.text import clean, fold

SYMBOLS: tuple[tuple[str, InstrumentKind], ...] = (
    ("NQ", "resolution"), ("QĐ", "decision"), ("NĐ", "decree"), ("TTLT", "circular"), ("TT", "circular"),
    ("CT", "directive"),
    ("TB", "notice"), ("CĐ", "dispatch"), ("KH", "plan"), ("BB", "minutes"), ("CTR", "plan"),
)  # fmt: skip
HEAD_LINES = 40
CELL_ENDS = re.compile(r"[|\t]")
IN_COLUMNS = re.compile(
    r"cộng hòa xã hội|độc lập *- *tự do|\bsố\s*:|ngày\s+[0-9]+\s+tháng\s+[0-9]+\s+năm\s+[0-9]+"
)
FIRST_ENTRY = re.compile(r"(?:Điều\s+1|I|1|A)\s*[.):/-]")
NUMBER = re.compile(r"\bSố\s*:?\s*([0-9][0-9A-Za-zĐđ]*(?:-[A-ZĐ]+(?=\s?/))?(?:\s?/\s?[0-9A-ZĐa-zÂƯ&.-]+)*)")
FULL_DAY = re.compile(
    r"\bngày\s+([0-9]{1,2})\s*(?:/|-|\.|tháng)\s*([0-9]{1,2})\s*(?:/|-|\.|năm)\s*([0-9]{4})"
)
EFFECTIVE = re.compile(
    r"có hiệu lực (?:thi hành )?(?:kể )?từ ngày\s+([0-9]{1,2})\s*(?:/|tháng)\s*([0-9]{1,2})\s*(?:/|năm)\s*([0-9]{4})"
)
OTHER = re.compile(r"[0-9]+\s?/\s?(?:[0-9]{4}\s?/\s?)?[a-zđ]{2,}[^.;\n]*$")
FROM_SIGNING = re.compile(r"có hiệu lực (?:thi hành )?(?:kể )?từ ngày (?:ký|ban hành)")
TODAY = re.compile(r"\b(?:hôm nay|sáng nay|chiều nay|hôm qua)\s*\(([0-9]{1,2})/([0-9]{1,2})\)", re.IGNORECASE)


def instrument_of(text: str, published: date | None) -> DraftInstrument:
    """What the document says of itself: its own head, or in news the instrument it tells of."""
    lines = [clean(line) for line in _lines(text)]
    head = [line for line in lines if line][:HEAD_LINES]
    number, at = _number(head)
    issued = _head_day(head) or (_numbered_day(head[at]) if number else None)
    box = properties_of([line.strip() for line in text.splitlines() if line.strip()][:HEAD_LINES])
    if number is None and box.number is not None:
        return _in_a_box(box, text, lines, published)
    headless = issued is None and _shouted_kind(head)[0] is None
    if number is None and (headless or opens_with_its_instrument(_words(text), published)):
        return _in_news(text, published)
    kind, row = _shouted_kind(head)
    kind = kind or _kind_of_symbol(number)
    if kind is None and number is not None:
        kind = "dispatch"
    title = title_of(head, row)
    return DraftInstrument(
        kind=kind,
        number=number,
        issued=issued,
        issuer=issuer_of(head[: at + 1] if number else head[:6], number),
        title=title,
        signer=signer_of([line for line in lines if line]),
        published=published,
        links=links_of(text, title or "", _preamble(head), number),
        is_own=True,
    )


def _in_a_box(box: Properties, text: str, lines: Sequence[str], published: date | None) -> DraftInstrument:
    """The instrument of a document whose head is only the box that a collection of laws puts above it."""
    said = issuer_of((box.issuer.upper(),) if box.issuer else (), box.number)
    return DraftInstrument(
        kind=box.kind or _kind_of_symbol(box.number),
        number=box.number,
        issued=box.issued,
        issuer=replace(said, name=box.issuer or said.name),
        title=box.title,
        signer=signer_of([line for line in lines if line]),
        published=published,
        links=links_of(text, box.title or "", (), box.number),
        is_own=True,
    )


def _lines(text: str) -> Iterator[str]:
    """The lines; what stands in two columns at the head, between bars or tabs, part by part."""
    for number, line in enumerate(text.splitlines()):
        if number < HEAD_LINES and ("|" in line or "\t" in line) and IN_COLUMNS.search(fold(line)):
            yield from (part for part in CELL_ENDS.split(line) if part.strip())
        else:
            yield line


def _preamble(head: list[str]) -> list[str]:
    """The lines before the first article or numbered entry."""
    first = (at for at, line in enumerate(head) if at > 2 and FIRST_ENTRY.match(line))
    return head[: next(first, len(head))]


def effective_day(text: str, issued: date | None) -> date | None:
    """The day on which the document says that it takes effect."""
    words = _words(text)
    for found in EFFECTIVE.finditer(words):
        if not _of_another(words[max(0, found.start() - 90) : found.start()]):
            return _day(found)
    return issued if FROM_SIGNING.search(words) else None


def _of_another(before: str) -> bool:
    """ "… bị bãi bỏ bởi Nghị định 16/2023/NĐ-CP có hiệu lực từ ngày …": whether another instrument takes effect then."""
    named = OTHER.search(before)
    return named is not None and "này" not in before[named.end() :].split()


def latest_day(text: str) -> date | None:
    """The latest full day of a document or meeting that the text names, as a stand-in for its own."""
    days = [
        day
        for found in FULL_DAY.finditer(_words(text))
        if (day := _day(found)) is not None and _is_told(found)
    ]
    return max(days, default=None)


@lru_cache(maxsize=4)
def _words(text: str) -> str:
    """The whole text folded, once for all that is asked of it."""
    return fold(text)


def _is_told(found: re.Match[str]) -> bool:
    before = found.string[max(0, found.start() - 14) : found.start()].rstrip()
    return not before.endswith(("trước", "nhất", "là", "hết", "đến", "hạn", "từ", "hơn"))


def _number(head: list[str]) -> tuple[str | None, int]:
    for at, line in enumerate(head[:15]):
        found = NUMBER.search(line)
        if found and ("/" in found[1] or line.lower().startswith("số")):
            return found[1].replace(" ", "").strip("./-"), at
    return None, -1


def _head_day(head: list[str]) -> date | None:
    for line in head[:20]:
        found = PLACE_AND_DAY.search(line)
        if found and len(line) < 160:
            return _day(found)
    return None


def _numbered_day(line: str) -> date | None:
    """ "Số 1194/CĐ-TTg ngày 25/9/2019": the day behind the number itself."""
    found = FULL_DAY.search(fold(line))
    return _day(found) if found else None


def _shouted_kind(head: list[str]) -> tuple[InstrumentKind | None, int]:
    for at, line in enumerate(head[:20]):
        words = fold(line)
        for name, kind in KINDS:
            if words == name or ((line.isupper() and words.startswith(name)) and len(words) < 60):
                return kind, at
    return None, -1


def _kind_of_symbol(number: str | None) -> InstrumentKind | None:
    if number is None:
        return None
    symbols = re.split(r"[/-]", number.upper())
    return next((kind for symbol, kind in SYMBOLS if symbol in symbols), None)


def _in_news(text: str, published: date | None) -> DraftInstrument:
    """The instrument that the text says was issued; of one only cited it takes neither number nor day."""
    words = _words(text)
    mentions = list(MENTION.finditer(words))
    told = issued_of(words, mentions, published)
    if told is None:
        issuer = Issuer(is_local=is_local_news(words))
        return DraftInstrument(
            kind=kind_told(words), signer=signer_in_news(text), published=published, issuer=issuer
        )
    dated = own_day(mentions, told)
    issued = _made(int(dated[5]), int(dated[4]), int(dated[3])) if dated is not None else None
    later = signing_day(words, told)
    if issued is None and later is not None:
        issued = _day(later)
    today = TODAY.search(words)
    if issued is None and today and published is not None:
        issued = _made(published.year, int(today[2]), int(today[1]))
    said = issuer_of((), told[2].upper())
    number = told[2].upper().replace("-TTG", "-TTg")
    return DraftInstrument(
        kind=next(kind for name, kind in KINDS if told[1] == name),
        number=number if "/" in told[2] else told[2],
        issued=issued,
        issuer=replace(said, is_local=said.name is None and is_local_news(words)),
        signer=signer_in_news(text),
        published=published,
        links=links_of(text, "", (), number),
    )


def _day(found: re.Match[str]) -> date | None:
    return _made(int(found[3]), int(found[2]), int(found[1]))


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
