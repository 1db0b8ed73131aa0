"""The worked examples of tests/cases: given, on this day, expect."""

from __future__ import annotations

from datetime import date

import pytest

from rules.deadline import occurrences, reckon
from rules.model import Deadline, Step
from rules.reading.phrase.answers import Reading, Unread
from rules.reading.phrase.phrases import read_phrase
from rules.reconcile import folded_into
from rules.status import status_of
from rules.term import After, Continuous, Every, Unit
from tests.lived import Life, library, lived, written
from tests.worked import Count, Example, Phrase, read_sheet, sheets

SHEETS = sheets()


EXAMPLES = {f"{name}: {it.title}": it for name, sheet in SHEETS.items() for it in sheet.examples}
PHRASES = {f"{name}: {it.title}": it for name, sheet in SHEETS.items() for it in sheet.phrases}
COUNTS = {f"{name}: {it.title}": it for name, sheet in SHEETS.items() for it in sheet.counts}


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_a_case_lives_as_the_worked_example_says(example: Example) -> None:
    life = lived(example)
    if example.expect.folded_into is not None:
        assert_folded(life, example.expect.folded_into)
    elif example.agency:
        assert_days(life)
        assert_letters(life)
    if example.expect.everyone is not None:
        assert_everyone(life)
    if example.expect.periods is not None:
        opened = [
            (case.brief.period, written(case.opened), case.last_day, case.safe_day)
            for case in life.cases.values()
            if case.opened is not None
        ]
        assert opened == [(p.period, p.opens, p.last_day, p.safe_day) for p in example.expect.periods]


def assert_days(life: Life) -> None:
    case, expect = life.case, life.example.expect
    assert case is not None, f"no case {life.example.key}"
    assert (case.last_day, case.safe_day) == (expect.last_day, expect.safe_day)
    assert case.brief.deadline.earliest == expect.earliest
    assert case.original_last_day == expect.original_last_day
    assert_mentions(case.because, expect.because_mentions)
    if expect.unconfirmed is not None:
        assert case.unconfirmed == expect.unconfirmed
    for day, status in expect.status.items():
        on = date.fromisoformat(day)
        then = life.days[max(seen for seen in life.days if seen <= on)]
        assert status_of(then, on) == status, day


def assert_letters(life: Life) -> None:
    expect = life.example.expect
    for event, refusal in zip(
        (e for e in life.example.given.then if e.refused is not None), life.refusals, strict=True
    ):
        assert event.refused is not None
        assert event.refused in refusal.sentence
    if expect.letters is not None:
        assert [sent.line() for sent in life.sent] == [letter.line() for letter in expect.letters]
        for sent, letter in zip(life.sent, expect.letters, strict=True):
            assert not letter.officers or sorted(sent.officers) == sorted(letter.officers)
    if expect.unsaid is not None:
        silent = list(
            dict.fromkeys(
                (
                    f"{at} {fact.stage} {'skipped' if 'Skipped' in type(fact).__name__ else 'held'}",
                    fact.reason,
                )
                for at, fact in life.silent
            )
        )
        assert [line for line, _ in silent] == [unsaid.line() for unsaid in expect.unsaid]
        for (_, reason), unsaid in zip(silent, expect.unsaid, strict=True):
            assert unsaid.because in reason


def assert_folded(life: Life, into: str) -> None:
    """The older obligation's case is not there, or was withdrawn in favour of the newer one."""
    example = life.example
    folded = folded_into(life.catalogue, max(date.fromisoformat(day) for day in example.expect.status))
    assert folded[f"{example.instrument}/{example.obligation}"][example.agency] == into
    assert life.case is None or life.case.withdrawn
    assert_letters(life)


def assert_everyone(life: Life) -> None:
    everyone = life.example.expect.everyone
    assert everyone is not None
    found = life.first_load
    assert len(found) == everyone.cases
    assert sum(case.is_open for case in found) == everyone.open
    assert sum(case.closed_on is not None for case in found) == everyone.done
    assert sum(case.unconfirmed for case in found) == everyone.unconfirmed


def assert_mentions(because: tuple[Step, ...], words: tuple[str, ...]) -> None:
    told = "\n".join(f"{step.en}\n{step.vi}" for step in because)
    for word in words:
        assert word in told, told


@pytest.mark.parametrize("phrase", PHRASES.values(), ids=PHRASES)
def test_the_laws_words_mean_the_days_of_the_worked_example(phrase: Phrase) -> None:
    workdays = library().catalogue.workdays
    answer = read_phrase(phrase.words, phrase.said_on, workdays.tet)
    if phrase.refused is not None:
        assert isinstance(answer, Unread), answer
        assert phrase.refused in answer.why
        return
    assert isinstance(answer, Reading), answer.why
    assert isinstance(answer.term, Continuous) == phrase.continuous
    if phrase.in_year is not None:
        assert isinstance(answer.term, Every)
        first, last = date(phrase.in_year, 1, 1), date(phrase.in_year, 12, 31)
        assert tuple(found.due for found in occurrences(answer.term, first, last)) == tuple(phrase.due)
    deadline = reckon(answer.term, phrase.counts_from, workdays, answer.because, answer.other_day)
    assert stated(deadline) == (
        phrase.last_day,
        phrase.safe_day,
        phrase.earliest,
        phrase.other_day,
        phrase.hour,
        phrase.waits_for,
    )
    assert_mentions(deadline.because, tuple(phrase.because_mentions))
    assert_mentions(answer.flags, (phrase.doubtful,) if phrase.doubtful else ())


def stated(deadline: Deadline) -> tuple[object, ...]:
    return (
        deadline.last_day,
        deadline.safe_day,
        deadline.earliest,
        deadline.other_day,
        deadline.hour,
        deadline.waits_for,
    )


@pytest.mark.parametrize("count", COUNTS.values(), ids=COUNTS)
def test_a_counted_period_ends_on_the_day_of_the_worked_example(count: Count) -> None:
    units: dict[Unit, int | None] = {
        "day": count.days,
        "working_day": count.working_days,
        "week": count.weeks,
        "month": count.months,
    }
    ((unit, number),) = ((unit, number) for unit, number in units.items() if number is not None)
    deadline = reckon(After(number, unit, "start"), {"start": count.start}, library().catalogue.workdays)
    assert deadline.last_day == count.last_day
    assert_mentions(deadline.because, tuple(count.because_mentions))


def test_a_misspelt_expectation_is_an_error_and_not_a_silence() -> None:
    with pytest.raises(TypeError, match="saef_day"):
        read_sheet('[[phrase]]\ntitle = "x"\nwords = "y"\nsaef_day = 2016-06-30\n')
    with pytest.raises(TypeError, match="exmaple"):
        read_sheet("[[exmaple]]\n")


def test_each_title_stands_once_in_its_file() -> None:
    assert len(EXAMPLES) == sum(len(sheet.examples) for sheet in SHEETS.values())
    assert len(PHRASES) == sum(len(sheet.phrases) for sheet in SHEETS.values())
    assert len(COUNTS) == sum(len(sheet.counts) for sheet in SHEETS.values())


def test_a_file_named_for_an_instrument_holds_examples_of_that_instrument() -> None:
    for name, sheet in SHEETS.items():
        assert {example.instrument for example in sheet.examples} <= {name}


def test_there_are_worked_examples_of_every_sort() -> None:
    assert any(sheet.examples for sheet in SHEETS.values())
    assert any(sheet.phrases for sheet in SHEETS.values())
    assert any(sheet.counts for sheet in SHEETS.values())
