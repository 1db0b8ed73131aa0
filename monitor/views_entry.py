"""A notice and its case as a card: why this reader gets it, and what became of the case."""

from __future__ import annotations

from collections.abc import Sequence

from monitor import views_case as told
from monitor.claim import Tally
from monitor.foreign import visible
from monitor.views import MARKS, Block, Card, Row, bar, capital
from monitor.views_case import Scene, Standing
from monitor.views_news import news_of
from monitor.wording import Words
from rules.facts import StageReached
from rules.model import Case, Offset, Stage
from rules.notices import Notice

NAMES = 100


def card(notice: Notice, case: Case, scene: Scene, longest: int) -> Card:
    """Everything that is to be said of one case."""
    where, known = told.standing(case, scene), scene.lore.of(case.brief)
    stage = stage_of(case, notice.stage)
    snoozable = notice.kind == "stage" and stage is not None and stage.snoozable
    blocks = [Block(scene.words.says["section.why"], why(notice, case, scene))]
    blocks += [block for block in (known.law, scene.lore.because(case)) if block is not None]
    blocks.append(told.ahead(case, scene))
    if case.is_open and notice.role != "watch":
        blocks.append(told.answer(case, scene, snoozable))
    return Card(
        tone=where.tone,
        mark=MARKS[where.tone],
        state=capital(where.text),
        bar=None if where.days is None else bar(where.days, longest),
        agency=scene.lore.agency(case.agency),
        task=known.task,
        news=news_of(notice.fact, case, scene),
        facts=told.facts(case, scene),
        blocks=tuple(blocks),
    )


def row(case: Case, scene: Scene, longest: int, note: str = "") -> Row:
    """The case in short: where it stands, its day, the law's phrase, what comes next."""
    words, known = scene.words, scene.lore.of(case.brief)
    where = told.standing(case, scene)
    parts = [note] if note else []
    if case.last_day is not None:
        label = words.say("fact.label", label=words.says["fact.deadline"])
        parts.append(f"{label} {words.day(case.last_day)}")
    parts += [known.phrase, known.instrument] if known.phrase else [known.instrument]
    ahead = told.next_line(case, scene)
    return Row(
        number=str(case.number or ""),
        tone=where.tone,
        mark=MARKS[where.tone],
        state=capital(where.text),
        bar=None if where.days is None else bar(where.days, longest),
        agency=scene.lore.agency(case.agency),
        task=known.short_task,
        note=" · ".join(parts),
        coming=words.say("said.next", coming=ahead) if ahead else "",
    )


def stage_of(case: Case, name: str | None) -> Stage | None:
    """The stage of this name in the case's ladder."""
    ladder = case.brief.ladder
    return next((stage for stage in ladder.stages if stage.name == name), None) if ladder and name else None


def why(notice: Notice, case: Case, scene: Scene) -> tuple[str, ...]:
    """Why this letter, now, to this reader."""
    words = scene.words
    lines = []
    if notice.kind == "stage" and notice.stage:
        lines.append(_stage_line(notice, case, scene))
    if notice.kind == "register":
        lines.append(words.say("said.register"))
    lines.append(_role_line(notice, case, scene))
    if notice.instead:
        lines.append(words.say("said.instead", role=words.named("role", notice.instead)))
    if notice.held:
        stages = ", ".join(words.named("stage", stage) for stage in notice.held)
        lines.append(words.say("said.held", stages=stages))
    planned = notice.fact.moment if isinstance(notice.fact, StageReached) else None
    if planned is not None and scene.setting.legal_day(planned) < scene.today and not notice.held:
        lines.append(words.say("said.belated", moment=scene.lore.moment(planned)))
    return tuple(line for line in lines if line)


def _stage_line(notice: Notice, case: Case, scene: Scene) -> str:
    words = scene.words
    name = words.named("stage", notice.stage or "")
    stage = stage_of(case, notice.stage)
    rule = rule_line(stage, notice.occurrence, case, words) if stage is not None else ""
    return (
        words.say("said.stage", stage=name, rule=rule) if rule else words.say("said.stage-only", stage=name)
    )


def rule_line(stage: Stage, occurrence: int, case: Case, words: Words) -> str:
    """The ladder's rule in words: "5 working days after the last day (30 June 2016)"."""
    day = case.last_day if stage.at.after else case.safe_day
    if day is None:
        return ""
    at, every = stage.at, stage.every
    if every is not None and occurrence and every.unit == at.unit:
        at = Offset(at.count + occurrence * every.count, at.unit, at.after)
    rule = words.say(
        "said.after" if at.after else "said.before", count=_length(at, words), date=words.day(day)
    )
    if every is None:
        return rule
    return words.say("said.every", rule=rule, every=_length(every, words), n=occurrence + 1)


def _length(offset: Offset, words: Words) -> str:
    return words.count(offset.unit, offset.count)


def _role_line(notice: Notice, case: Case, scene: Scene) -> str:
    words = scene.words
    match notice.role:
        case "":
            return ""
        case "told":
            return words.say("said.told")
        case "watch":
            return words.say("said.watch")
        case "cooperating":
            return words.say("said.cooperating", agency=scene.lore.agency(case.agency))
        case role:
            return words.say(
                "said.role", role=words.named("role", role), agency=scene.lore.agency(case.agency)
            )


def collective(group: Sequence[tuple[Notice, Case]], tally: Tally | None, scene: Scene, longest: int) -> Card:
    """A collective obligation as one entry: how many of how many have not, and their names."""
    first, case = group[0]
    words = scene.words
    where, known = told.standing(case, scene), scene.lore.of(case.brief)
    late = [(member, told.standing(member, scene)) for _, member in group if not member.unconfirmed]
    blocks = [
        Block(words.says["section.names"], _names(late, scene)),
        Block(words.says["section.why"], why(first, case, scene)),
        *(block for block in (known.law, scene.lore.because(case)) if block is not None),
        told.ahead(case, scene, shared=True),
        Block(
            words.says["section.answer"],
            (f"duewatch list --instrument {visible(case.brief.instrument, 80)}",),
        ),
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
        name = words.say("said.by-agency", agency=scene.lore.agency(case.agency), number=case.number or "–")
        groups.setdefault(where.text, []).append(name)
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
