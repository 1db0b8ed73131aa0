"""A collective obligation as the monitoring office sees it: one entry, how many have not, and their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from monitor import views_case as told
from monitor.claim import Tally
from monitor.foreign import visible
from monitor.reckoned import Standing
from monitor.views import MARKS, Block, Card, Row, bar, capital
from monitor.views_entry import why
from monitor.views_standing import Scene, standing
from rules.model import Case
from rules.notices import Notice

Known = tuple[Notice, Case]
Entry = TypeVar("Entry")
NAMES = 100


def collective_name(case: Case) -> str:
    """As in a claim's tallies: instrument/obligation[#period]."""
    brief = case.brief
    name = f"{brief.instrument}/{brief.obligation}"
    return f"{name}#{brief.period}" if brief.period else name


def together(
    entries: Iterable[Entry], case_of: Callable[[Entry], Case], shared: Callable[[Entry], bool]
) -> list[list[Entry]]:
    """Entries of one collective obligation in one list, each other one in a list of its own; worst first."""
    groups: dict[str, list[Entry]] = {}
    for place, entry in enumerate(entries):
        case = case_of(entry)
        name = collective_name(case) if case.brief.collective and shared(entry) else str(place)
        groups.setdefault(name, []).append(entry)
    return list(groups.values())


def collective(group: Sequence[Known], tally: Tally | None, scene: Scene, longest: int) -> Card:
    """The whole obligation with everything that is to be said of it."""
    first, case = _spokesman(group)
    words = scene.words
    where, known = standing(case, scene), scene.lore.of(case.brief)
    late = _confirmed((member for _, member in group), scene)
    command = f"duewatch list --instrument {visible(case.brief.instrument, 80)}"
    blocks = [
        Block(words.says["section.names"], _names(late, scene)),
        Block(words.says["section.why"], why(first, case, scene)),
        *(block for block in (known.law, scene.lore.because(case)) if block is not None),
        told.ahead(case, scene, shared=True),
        Block(words.says["section.answer"], (command,)),
    ]
    return Card(
        tone=where.tone,
        mark=MARKS[where.tone],
        state=_how_many(case, len(late), tally, scene) if late else capital(where.text),
        bar=None if where.days is None else bar(where.days, longest),
        agency=capital(where.text if late else _members(case, scene)),
        task=known.task,
        news=(),
        facts=_shared_facts(case, tally, scene),
        blocks=tuple(blocks),
    )


def collective_row(
    cases: Sequence[Case], tally: Tally | None, scene: Scene, longest: int, note: str = ""
) -> Row:
    """The whole obligation in short, with the names; without a tally it counts only those it names."""
    case = next((known for known in cases if not known.unconfirmed), cases[0])
    where, known = standing(case, scene), scene.lore.of(case.brief)
    late = _confirmed(cases, scene)
    counted = _how_many(case, len(late), tally, scene) if late and tally else _members(case, scene)
    names = (
        "; ".join(_names(late, scene)) if late else ", ".join(_by_agency(member, scene) for member in cases)
    )
    ahead = told.next_line(case, scene, shared=True)
    return Row(
        number="",
        tone=where.tone,
        mark=MARKS[where.tone],
        state=capital(where.text),
        bar=None if where.days is None else bar(where.days, longest),
        agency=capital(counted),
        task=known.short_task,
        note=" · ".join(part for part in (note, names, known.phrase, known.short_instrument) if part),
        coming=scene.words.say("said.next", coming=ahead) if ahead else "",
    )


def _spokesman(group: Sequence[Known]) -> Known:
    """The worst that is confirmed: an unconfirmed one cannot say how late the others are."""
    return next((known for known in group if not known[1].unconfirmed), group[0])


def _confirmed(cases: Iterable[Case], scene: Scene) -> list[tuple[Case, Standing]]:
    return [(case, standing(case, scene)) for case in cases if not case.unconfirmed]


def _by_agency(case: Case, scene: Scene) -> str:
    return scene.words.say("said.by-agency", agency=scene.lore.agency(case.agency), number=case.number or "–")


def _how_many(case: Case, named: int, tally: Tally | None, scene: Scene) -> str:
    """ "12 of 63 provinces have not": of the late where some are late, else of all that are open."""
    words = scene.words
    opened, of = named, named
    if tally is not None:
        late = case.last_day is not None and scene.today > case.last_day
        opened = max(named, tally.open_late if late else tally.open_late + tally.open_in_time)
        of = max(tally.of, opened)
    return words.plural("state.collective", opened, open=opened, of=of, members=_members(case, scene))


def _members(case: Case, scene: Scene) -> str:
    """What the members are called together: "provinces"; of several rosters "agencies"."""
    rosters = case.brief.collective
    return scene.words.named("roster", rosters[0].removeprefix("@") if len(rosters) == 1 else "agencies")


def _names(late: Sequence[tuple[Case, Standing]], scene: Scene) -> tuple[str, ...]:
    """The names, gathered by how late they are, worst first."""
    words = scene.words
    if not late:
        return (words.say("said.none-listed"),)
    groups: dict[str, list[str]] = {}
    for case, where in late[:NAMES]:
        groups.setdefault(where.text, []).append(_by_agency(case, scene))
    lines = [
        words.say("said.names", state=capital(state), names=", ".join(names))
        for state, names in groups.items()
    ]
    if len(late) > NAMES:
        lines.append(words.count("more", len(late) - NAMES))
    return tuple(lines)


def _shared_facts(case: Case, tally: Tally | None, scene: Scene) -> tuple[tuple[str, str], ...]:
    words, found = scene.words, list[tuple[str, str]]()
    if case.last_day is not None:
        found.append(("deadline", told.last_day(case, case.last_day, scene)))
    found.append(("instrument", scene.lore.of(case.brief).place))
    if case.brief.deliverable:
        found.append(("deliverable", scene.lore.of(case.brief).deliverable))
    if tally is not None and tally.unconfirmed:
        text = words.plural("said.not-confirmed", tally.unconfirmed, n=tally.unconfirmed)
        figures = [told.figure(figure, scene) for figure in case.brief.figures[:4]]
        found.append(("unconfirmed", "; ".join([text, *figures])))
    return told.labelled(found, words)
