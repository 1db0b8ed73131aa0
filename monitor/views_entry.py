"""A notice and its case as a card: why this reader gets it, and what became of the case."""

from __future__ import annotations

from monitor import views_case as told
from monitor.views import MARKS, Block, Card, Row, bar, capital
from monitor.views_news import news_of
from monitor.views_standing import Scene, standing
from monitor.wording import Words
from rules.model import Case, Offset, Stage
from rules.notices import Notice
from rules.stage_facts import StageReached


def card(notice: Notice, case: Case, scene: Scene, longest: int) -> Card:
    """Everything that is to be said of one case."""
    where, known = standing(case, scene), scene.lore.of(case.brief)
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
    where = standing(case, scene)
    parts = [note] if note else []
    if case.last_day is not None:
        label = words.say("fact.label", label=words.says["fact.deadline"])
        parts.append(f"{label} {words.day(case.last_day)}")
    parts += [known.phrase, known.short_instrument] if known.phrase else [known.short_instrument]
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
        lines.append(words.say("said.register-unsure" if case.unconfirmed else "said.register"))
    lines.append(_meant_line(notice, case, scene) if scene.meant else _role_line(notice, case, scene))
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


def _meant_line(notice: Notice, case: Case, scene: Scene) -> str:
    """For whom the deputy reads the letter, and as what that officer would have had it."""
    words, officer = scene.words, scene.lore.officer(scene.meant)
    match notice.role:
        case "":
            return ""
        case "told" | "promised":
            return words.say("said.meant-told", officer=officer)
        case "watch" | "cooperating" as role:
            return words.say("said.meant-as", officer=officer, role=words.named("role", role))
        case role:
            agency = scene.lore.agency(case.agency)
            return words.say(
                "said.meant-role", officer=officer, role=words.named("role", role), agency=agency
            )


def _role_line(notice: Notice, case: Case, scene: Scene) -> str:
    words = scene.words
    match notice.role:
        case "":
            return ""
        case "told" | "promised" as known:
            return words.say(f"said.{known}")
        case "watch":
            return words.say("said.watch")
        case "cooperating":
            return words.say("said.cooperating", agency=scene.lore.agency(case.agency))
        case role:
            return words.say(
                "said.role", role=words.named("role", role), agency=scene.lore.agency(case.agency)
            )
