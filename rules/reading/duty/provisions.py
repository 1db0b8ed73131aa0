"""Where in its instrument a task stands: "điểm a khoản 2 Điều 5", in the words that texts are cited by.

The words are those of Decree 30/2020/NĐ-CP on paperwork: phần, mục, Điều, khoản, điểm, and tiết below a point.
A place that another entry may have too is not named: the entry above it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from rules.reading.duty.enclosures import enclosed, names_enclosure
from rules.reading.duty.preface import OF_ITSELF
from rules.reading.words.blocks import Block
from rules.reading.words.rows import cells_of
from rules.reading.words.script import ENDS, Script, Stretch

# From the widest to the narrowest.
LEVELS = ("enclosure", "part", "section", "article", "item", "point", "detail", "letter", "group", "row")
LONGEST_ARTICLE = 3  # tokens: "Điều 5."; the codified law numbers its articles "Điều 22.1.LQ.23."
WIDE = frozenset({"enclosure", "part", "section", "article"})
# Below which headings the entries are counted anew; articles are counted through all parts and sections.
BEGUN_BY = {
    "section": frozenset({"enclosure", "part"}),
    "article": frozenset({"enclosure"}),
    "item": WIDE,
}
IN_WORDS = frozenset({"nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy"})
DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}
NUMBERED = re.compile(r"[0-9]{1,3}(?: \. [0-9]{1,3})*")
ROMAN = re.compile(r"[ivxl]+")
OWN_WORDS = frozenset({"mốc", "bước", "đợt", "việc"})
STANDS_FREE = frozenset({"dash", "plus"})


@dataclass(frozen=True, slots=True)
class Provisions:
    """The clause that begins at each of these places; "" where it has none."""

    firsts: tuple[int, ...]
    names: tuple[str, ...]

    def at(self, place: int) -> str | None:
        """The clause that holds the token at a place."""
        held = bisect_right(self.firsts, place) - 1
        return (self.names[held] or None) if held >= 0 else None


def provisions_of(script: Script, blocks: Sequence[Block], *, own: bool) -> Provisions:
    """The clauses of a text; ``own``: the text is the instrument itself, so that its entries are the instrument's."""
    counting = _Counting(script, own)
    names = [counting.name_of(blocks, number) for number in range(len(blocks))]
    return Provisions(tuple(block.whole.first for block in blocks), tuple(names))


@dataclass(slots=True)
class _Counting:
    """Goes through the blocks in order and knows under which entries the last one stood."""

    script: Script
    own: bool
    path: dict[str, str] = field(default_factory=dict)
    # The highest number of each level yet, and the sign behind the items' numbers.
    highest: dict[str, int] = field(default_factory=dict)
    sign: str = ""
    # The level whose count began anew without a name: what stands there is not named any more.
    lost: str = ""
    rows: set[str] = field(default_factory=set)
    ends_open: bool = False

    def name_of(self, blocks: Sequence[Block], number: int) -> str:
        block = blocks[number]
        before = blocks[number - 1] if number else None
        if block.is_row:
            return self._row(block)
        self._leave("group")
        if block.is_part and before is not None and before.is_part and before.whole.last == block.whole.first:
            return self._named()
        if block.kind == "plain":
            self._plain(blocks, number)
        elif block.kind not in STANDS_FREE:
            self._mark(block.kind, block.whole, block.body)
        return self._named()

    def _plain(self, blocks: Sequence[Block], number: int) -> None:
        body = blocks[number].body
        name = names_enclosure(self.script, body) or enclosed(self.script, blocks, number)
        if name:
            self._put("enclosure", name)
        elif self._is_part(body):
            self._put("part", self.script.words(Stretch(body.first, body.first + 3)))
        elif OF_ITSELF.at(self.script.tokens, body.first, body.last) and "article" not in self.path:
            self.path.clear()
        elif not self.ends_open:
            self.path = {level: name for level, name in self.path.items() if level in WIDE}

    def _mark(self, kind: str, whole: Stretch, body: Stretch) -> None:
        """An entry begins: what was below its level is left."""
        words = self.script.texts[whole.first : body.first]
        last = self.script.word(whole.last - 1)
        self.ends_open = last not in ENDS | {";", ","}
        first, second = words[0], words[1] if len(words) > 1 else ""
        match kind:
            case "part" if first in {"phần", "chương"}:
                self._put("part", f"{first} {second.upper()}")
            case "part" if first == "mục":
                self._count("section", _value(second), f"mục {second.upper()}")
            case "part":
                self._put("part", f"phần {first.upper()}")
            case "roman":
                self._count("section", _value(first), f"mục {first.upper()}")
            case "article" if first == "điều" and len(words) > LONGEST_ARTICLE:
                self._put(
                    "article",
                    f"Điều {self.script.written(Stretch(whole.first + 1, body.first)).rstrip('.:')}",
                )
            case "article" if first == "điều":
                self._count("article", _value(second), f"Điều {second}")
            case "article" | "number":
                self._item(words)
            case "decimal" | "deep":
                self._below([word for word in words if word.isdigit()])
            case "letter":
                self._put("letter", f"({second})" if first == "(" else first)

    def _item(self, words: Sequence[str]) -> None:
        if words[0] in OWN_WORDS:
            self._put("item", f"{words[0]} {words[1]}")
            return
        number = words[1] if words[0] == "khoản" else words[0]
        sign = words[-1] if not words[-1].isdigit() else ""
        if "item" in self.highest and sign != self.sign:
            # "1)" among items with a point: a list within one of them.
            return
        self.sign = sign
        self._count("item", _value(number), f"khoản {number}")

    def _count(self, level: str, value: int, name: str) -> None:
        """A numbered entry; one that counts anew has no name of its own, nor has what follows it."""
        if value <= self.highest.get(level, 0):
            self._leave(level)
            self.lost = self.lost or level
            return
        self._put(level, name)
        self.highest[level] = value

    def _is_part(self, body: Stretch) -> bool:
        """ "PHẦN THỨ HAI": a heading, and no sentence that speaks of one."""
        words = self.script.texts[body.first : body.first + 3]
        heads = self.script.is_shouted(body.first) or len(body) <= 4
        return heads and words[:2] == ("phần", "thứ") and words[2:] != () and words[2] in IN_WORDS

    def _below(self, numbers: Sequence[str]) -> None:
        """ "3.1" is a point of item 3 where that is named, "3.1.2" a detail of the point."""
        whole, above = ".".join(numbers), ".".join(numbers[:-1])
        level, name = ("point", f"điểm {whole}") if len(numbers) == 2 else ("detail", f"tiết {whole}")
        over = self.path.get("item" if level == "point" else "point", "")
        if (
            len(numbers) > 3
            or any(len(number) > 2 for number in numbers)
            or (over and over.split()[-1] != above)
        ):
            self._leave("item")
        else:
            self._put(level, name)

    def _row(self, block: Block) -> str:
        """A row by the number in its first cell; a Roman one heads the rows below it."""
        whole = block.whole
        cell = cells_of(self.script, whole, edged=self.script.word(whole.first) == "|")[0]
        words = self.script.words(cell).strip(" .)")
        self._leave("row")
        if ROMAN.fullmatch(words) and self.script.is_capital(cell.first):
            self._put("group", f"mục {words.upper()}")
        elif NUMBERED.fullmatch(words):
            self._put("row", f"số thứ tự {words.replace(' ', '')}")
        return self._row_named()

    def _row_named(self) -> str:
        """Another table may count its rows likewise: what was named already is not named again."""
        name = self._named()
        if "row" not in self.path or name not in self.rows:
            self.rows.add(name)
            return name
        self._leave("row")
        return self._named()

    def _put(self, level: str, name: str) -> None:
        self._leave(level)
        self.path[level] = name
        self.highest = {held: value for held, value in self.highest.items() if level not in BEGUN_BY[held]}
        if self.lost and LEVELS.index(level) < LEVELS.index(self.lost):
            self.lost = ""

    def _leave(self, level: str) -> None:
        """Leave this level and those below it."""
        lower = LEVELS[LEVELS.index(level) :]
        self.path = {held: name for held, name in self.path.items() if held not in lower}

    def _named(self) -> str:
        lost = LEVELS[LEVELS.index(self.lost) : -1] if self.lost else ()
        path = {level: name for level, name in self.path.items() if level not in lost}
        if not self.own and not path.keys() & {"article", "row"}:
            return ""
        # Articles are counted through all parts and sections.
        over = ("enclosure", "article") if "article" in path else ("enclosure", "part", "section")
        levels = (*over, "item", "point", "detail", "letter", "group", "row")
        names = [self._worded(level) for level in reversed(levels) if level in path]
        return " ".join(names)

    def _worded(self, level: str) -> str:
        name = self.path[level]
        if level != "letter":
            return name
        return f"tiết {name}" if {"point", "detail"} & self.path.keys() else f"điểm {name}"


def _value(number: str) -> int:
    """The value of an Arabic or Roman number, the latter in lower case."""
    if number.isdecimal():
        return int(number)
    values = [DIGITS.get(sign, 0) for sign in number]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
