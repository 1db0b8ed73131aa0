"""One language's words: dates, counts, names of stages and roles, and every sentence that letters are built of."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from string import Formatter

from monitor.foreign import shortened, visible
from rules.kept import Kept
from rules.lines import KeyPath, Lines
from rules.model import Brief, Fault
from rules.people import Agency

REFERENCE = "en"
# Stages and rosters are the operator's: a language may name more than the built-in ones.
OPEN_TABLES = ("stage.", "roster.", "anchor.")


class BadWord(Exception):
    """A sentence cannot be filled in; ``key`` names it."""

    def __init__(self, key: str, language: str) -> None:
        super().__init__(f"{key} is missing in {language}, or holds a name in braces that nothing fills in")
        self.key = key


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one language; ``says`` maps "table.key" to a sentence with {names}."""

    language: str
    says: Mapping[str, str]
    days: Kept[date, str] = field(default_factory=Kept, repr=False)

    def say(self, key: str, **values: str | int) -> str:
        """The sentence of this key, filled in; raises BadWord where that cannot be."""
        try:
            return self.says[key].format(**values)
        except (LookupError, ValueError, AttributeError, TypeError) as error:
            raise BadWord(key, self.language) from error

    def named(self, table: str, name: str) -> str:
        """A name from an open list (stages, roles, rosters): its word, else the name itself made visible."""
        return self.says.get(f"{table}.{name}") or visible(name, 60)

    def count(self, what: str, number: int) -> str:
        """A number with its noun: "1 working day", "5 working days"."""
        return self.plural(f"count.{what}", number, n=number)

    def plural(self, key: str, number: int, **values: str | int) -> str:
        return self.say(f"{key}.one" if number == 1 else f"{key}.other", **values)

    def day(self, day: date) -> str:
        """ "30 June 2016", "30/6/2016"."""
        return self.days.of(day, lambda: self._day(day))

    def _day(self, day: date) -> str:
        month = self.says[f"date.months.{day.month}"]
        return self.say("date.short", day=day.day, month=month, month_number=day.month, year=day.year)

    def weekday(self, day: date) -> str:
        """The day with its weekday in front."""
        weekday = self.says[f"date.weekdays.{day.isoweekday()}"]
        return self.say("date.weekday", weekday=weekday, date=self.day(day))

    def moment(self, local: datetime) -> str:
        """A local moment: "08:00 on 7 July 2016"."""
        return self.say("date.moment", time=f"{local:%H:%M}", date=self.day(local.date()))

    def agency(self, id: str, agencies: Mapping[str, Agency]) -> str:  # noqa: A002
        """The agency's name in this language; an unknown one by its id."""
        agency = agencies.get(id)
        if agency is None:
            return visible(id, 120)
        return visible(agency.name if self.language == "vi" else agency.name_en or agency.name, 120)

    def short_agency(self, id: str, agencies: Mapping[str, Agency], limit: int) -> str:  # noqa: A002
        """The agency's name, or the longest other name of at most ``limit`` signs where it is longer than that."""
        name, agency = self.agency(id, agencies), agencies.get(id)
        if len(name) <= limit or agency is None:
            return shortened(name, limit)
        shorter = [visible(alias, 120) for alias in agency.aliases if len(alias) <= limit]
        return max(shorter, key=len) if shorter and self.language == "vi" else shortened(name, limit)

    def instrument(self, brief: Brief) -> str:
        """ "Nghị quyết số 23/NQ-CP ngày 30/3/2016"; without a number the kind and the title."""
        kind = self.says[f"kind.{brief.instrument_kind}"]
        if brief.number is not None:
            name = self.say("instrument.numbered", kind=kind, number=visible(brief.number, 80))
        else:
            name = self.say("instrument.titled", kind=kind, title=visible(brief.title, 200))
        return (
            name
            if brief.issued is None
            else self.say("instrument.dated", name=name, date=self.day(brief.issued))
        )

    def anchor(self, name: str) -> str:
        """What a counted period waits for."""
        return self.says.get(f"anchor.{name}") or self.say("anchor.other", name=visible(name, 80))


def read_words(text: str, file: str) -> tuple[Mapping[str, str], tuple[Fault, ...]]:
    """The flat words of one words.toml; a file that is no TOML has none and a fault."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return {}, (Fault(file, _line_of(error, text), "", f"not a TOML file: {error}"),)
    says: dict[str, str] = {}
    faults = []
    lines = Lines(text)
    for path, value in _flat(table, ()):
        key = ".".join(str(part) for part in path)
        if isinstance(value, str):
            says[key] = value
        else:
            faults.append(Fault(file, lines.of(path), key, "must be a text in quotes"))
    return says, tuple(faults)


def _flat(node: object, path: KeyPath) -> Iterator[tuple[KeyPath, object]]:
    if isinstance(node, dict):
        for name, child in node.items():
            yield from _flat(child, (*path, str(name)))
    elif isinstance(node, list):
        for number, child in enumerate(node, start=1):
            yield from _flat(child, (*path, number))
    else:
        yield path, node


def compare(text: str, file: str, reference: Mapping[str, str], whole: bool) -> tuple[Fault, ...]:
    """Keys that no letter uses, names that are never filled in, and (where ``whole``) keys that are missing."""
    says, faults = read_words(text, file)
    if not says and faults:
        return faults
    lines = Lines(text)
    found = list(faults)
    for key, sentence in says.items():
        path: KeyPath = tuple(int(part) if part.isdigit() else part for part in key.split("."))
        if key not in reference and not key.startswith(OPEN_TABLES):
            found.append(Fault(file, lines.of(path), key, "no letter uses this word"))
        elif why := _bad_names(sentence, reference.get(key, ""), key):
            found.append(Fault(file, lines.of(path), key, why))
    if whole:
        found += [
            Fault(file, 1, key, f"this word is missing (in English: {reference[key]!r})")
            for key in reference
            if key not in says
        ]
    return tuple(found)


def _bad_names(sentence: str, model: str, key: str) -> str | None:
    allowed = _names(model) | ({"month_number", "month"} if key == "date.short" else set())
    try:
        extra = _names(sentence) - allowed
    except ValueError as error:
        return f"braces do not match: {error}"
    return f"nothing fills in {{{min(extra)}}}" if extra else None


def _names(sentence: str) -> set[str]:
    """The names in braces; a format or an attribute in braces counts as another name, so that it is refused."""
    found = set()
    for _, name, form, conversion in Formatter().parse(sentence):
        if name is not None:
            found.add(name + (f":{form}" if form else "") + (f"!{conversion}" if conversion else ""))
    return found


def _line_of(error: tomllib.TOMLDecodeError, text: str) -> int:
    line: int | None = getattr(error, "lineno", None)
    if line is not None:
        return line
    _, _, tail = str(error).partition("at line ")
    digits = tail.split(",")[0].rstrip(")")
    return int(digits) if digits.isdigit() else text.count("\n") + 1
