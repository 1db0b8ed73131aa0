"""Every mistake in a rule file is told, all at once, with its file, line and key."""

from __future__ import annotations

import json
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.instrument import Instrument, Obligation
from rules.library import Catalogue
from rules.model import Fault
from rules.schema import FileKind, SourceText, kind_of, read_catalogue
from rules.term import After, Continuous, DayOfPeriod, Every, OnDay, Term, Undated, Within

AGENCIES = """
[[agency]]
id = "chinh-phu"
name = "Chính phủ"
name_en = "Government"

[[agency]]
id = "bo-y-te"
name = "Bộ Y tế"
name_en = "Ministry of Health"
parent = "chinh-phu"
rosters = ["ministries"]

[[agency]]
id = "vpcp"
name = "Văn phòng Chính phủ"
name_en = "Government Office"
parent = "chinh-phu"
rosters = ["ministries"]
"""
LADDERS = """
[ladder.standard]
snooze = { longest = "10wd", times = 2 }
stages = [{ name = "reminder", at = "-7wd", to = ["owner"] }]
[ladder.collective]
stages = [{ name = "reminder", at = "-7wd", to = ["owner"] }]
[ladder.recurring]
stages = [{ name = "reminder", at = "-7wd", to = ["owner"] }]
[ladder.milestone]
stages = [{ name = "reminder", at = "-7wd", to = ["owner"] }]
"""
FOUR = ("standard", "collective", "recurring", "milestone")
HEAD = """[instrument]
id = "nq-1"
number = "1/NQ-CP"
kind = "resolution"
title = "Nghị quyết"
issuer = "chinh-phu"
issued = 2016-03-30
source = "Công báo"
"""
ROW = """
[[obligation]]
id = "1"
task = "Làm việc này."
lead = ["bo-y-te"]
"""
# The first line of an obligation that stands below HEAD and ROW.
NEXT = (HEAD + ROW).count("\n") + 1

Texts = tuple[SourceText, ...]


def texts(*instruments: str, agencies: str = AGENCIES, ladders: str = LADDERS, calendar: str = "") -> Texts:
    """A whole catalogue; instruments are files a.toml, b.toml, …"""
    kinds: tuple[tuple[str, FileKind, str], ...] = (
        ("agencies.toml", "agencies", agencies),
        ("ladders.toml", "ladders", ladders),
        ("calendar.toml", "calendar", calendar),
        *((f"{chr(97 + number)}.toml", "instrument", text) for number, text in enumerate(instruments)),
    )
    return tuple(SourceText(file, kind, text) for file, kind, text in kinds)


def read(*instruments: str, **files: str) -> tuple[Catalogue, tuple[Fault, ...]]:
    return read_catalogue(texts(*instruments, **files))


def told(*instruments: str, **files: str) -> list[str]:
    """Everything found, as it is printed; warnings are marked."""
    return [f"{fault}{' (warning)' if fault.warning else ''}" for fault in read(*instruments, **files)[1]]


def obligation(rest: str, head: str = HEAD, row: str = ROW) -> Obligation:
    """The first obligation of a file without faults."""
    catalogue, faults = read(head + row + rest)
    assert [fault for fault in faults if not fault.warning] == []
    return catalogue.instruments[0].obligations[0]


def term(deadline: str) -> Term:
    return obligation(f"deadline = {deadline}\n").term


def only_fault(rest: str) -> str:
    """What is wrong with the last line of this obligation, and nothing else."""
    (fault,) = told(HEAD + ROW + rest)
    place, text = fault.split(": ", 1)
    assert place == f"a.toml:{NEXT + rest.rstrip().count(chr(10))}"
    return text


# What a good file gives


def test_a_file_becomes_an_instrument_with_its_place() -> None:
    (instrument,) = read(HEAD + ROW)[0].instruments
    assert instrument == Instrument(
        id="nq-1",
        kind="resolution",
        title="Nghị quyết",
        issuer="chinh-phu",
        source="Công báo",
        day=date(2016, 3, 30),
        number="1/NQ-CP",
        issued=date(2016, 3, 30),
        obligations=instrument.obligations,
        place=("a.toml", 1),
    )
    assert instrument.obligations[0].place == ("a.toml", 10)


def test_the_day_of_an_instrument_is_that_of_the_news_where_it_is_given() -> None:
    (instrument,) = read(HEAD + "known_from = 2016-04-02\n")[0].instruments
    assert (instrument.day, instrument.issued) == (date(2016, 4, 2), date(2016, 3, 30))


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("{ day = 2016-06-30 }", OnDay(date(2016, 6, 30))),
        ('{ within = "2018-Q4" }', Within(date(2018, 10, 1), date(2018, 12, 31))),
        ('{ within = "2018-10" }', Within(date(2018, 10, 1), date(2018, 10, 31))),
        ('{ within = "2016-02" }', Within(date(2016, 2, 1), date(2016, 2, 29))),
        ('{ within = "2018" }', Within(date(2018, 1, 1), date(2018, 12, 31))),
        ('{ within = "2018-H1" }', Within(date(2018, 1, 1), date(2018, 6, 30))),
        ('{ within = "2018-H2" }', Within(date(2018, 7, 1), date(2018, 12, 31))),
        ('{ days = 15, working = true, after = "issued" }', After(15, "working_day", "issued")),
        ('{ days = 15, after = "receipt" }', After(15, "day", "receipt")),
        ('{ weeks = 2, after = "effective" }', After(2, "week", "effective")),
        ('{ months = 3, after = "issued" }', After(3, "month", "issued")),
        ('{ years = 1, after = "issued" }', After(1, "year", "issued")),
        (
            '{ every = "year", on = ["03-31"], offset_years = 1 }',
            Every("year", (DayOfPeriod(31, 3),), 1),
        ),
        (
            '{ every = "year", on = ["06-14", "11-30"] }',
            Every("year", (DayOfPeriod(14, 6), DayOfPeriod(30, 11))),
        ),
        (
            '{ every = "year", on = ["07-14", "01-19+1"] }',
            Every("year", (DayOfPeriod(14, 7), DayOfPeriod(19, 1, later=1))),
        ),
        ('{ every = "quarter", on = ["3-25"] }', Every("quarter", (DayOfPeriod(25, 3),))),
        ('{ every = "quarter", on = ["25"] }', Every("quarter", (DayOfPeriod(25, 3),))),
        (
            '{ every = "quarter", on = ["1-5"], offset_quarters = 1 }',
            Every("quarter", (DayOfPeriod(5, 1),), 1),
        ),
        ('{ every = "month", on = ["25"] }', Every("month", (DayOfPeriod(25),))),
        ('{ every = "month", on = ["last"], offset_months = 1 }', Every("month", (DayOfPeriod(0),), 1)),
        ('{ every = "week", on = ["fri"] }', Every("week", (DayOfPeriod(5),))),
        ("{ continuous = true }", Continuous()),
        (
            "{ continuous = true, from = 2016-01-01, until = 2020-12-31 }",
            Continuous(date(2016, 1, 1), date(2020, 12, 31)),
        ),
    ],
)
def test_every_form_of_table_becomes_its_term(deadline: str, expected: Term) -> None:
    assert term(deadline) == expected


def test_no_deadline_is_undated() -> None:
    assert obligation("").term == Undated()


def test_the_law_s_words_are_read_and_kept() -> None:
    found = obligation('deadline = "trước ngày 1/7/2016"\nlast_day = 2016-06-30\n')
    assert found.term == OnDay(date(2016, 6, 30))
    assert found.phrase == "trước ngày 1/7/2016"
    assert found.because


@pytest.mark.parametrize(
    ("rest", "row", "ladder"),
    [
        ("", ROW, "standard"),
        ('kind = "report"\n', ROW, "standard"),
        ('kind = "milestone"\n', ROW, "milestone"),
        ('kind = "target"\n', ROW, None),
        ('kind = "forecast"\n', ROW, None),
        ('deadline = { every = "month", on = ["25"] }\n', ROW, "recurring"),
        ("", ROW.replace('"bo-y-te"', '"@ministries"'), "collective"),
        ('deadline = { every = "month", on = ["25"] }\n', ROW.replace("bo-y-te", "@ministries"), "recurring"),
        ('kind = "target"\n', ROW.replace("bo-y-te", "@ministries"), None),
        ('ladder = "milestone"\n', ROW.replace("bo-y-te", "@ministries"), "milestone"),
    ],
)
def test_the_ladder_follows_the_kind_the_term_and_the_lead(rest: str, row: str, ladder: str | None) -> None:
    assert obligation(rest, row=row).ladder == ladder


def test_a_ruling_beats_the_reading_and_says_so() -> None:
    found = obligation(
        "deadline = { day = 2016-06-30 }\nlast_day = 2016-06-30\n"
        '[obligation.ruling]\nlast_day = 2016-07-01\nby = "lan"\non = 2016-04-05\nreason = "Theo công văn"\n'
    )
    assert found.term == OnDay(date(2016, 7, 1))
    assert found.because[-1].en == "lan ruled on 2016-04-05 that the last day is 2016-07-01: Theo công văn"
    assert "1/7/2016" in found.because[-1].vi


def test_strings_come_out_in_one_unicode_form() -> None:
    decomposed = HEAD.replace("Nghị quyết", "Nghi\u0323 quye\u0302\u0301t")
    assert read(decomposed)[0].instruments[0].title == "Nghị quyết"


def test_a_quotation_keeps_its_lines() -> None:
    assert obligation('quote = """\nDòng một\nDòng hai\n"""\n').quote == "Dòng một\nDòng hai"


def test_a_roster_state_stands_beside_a_named_agency() -> None:
    row = ROW.replace("bo-y-te", "@ministries")
    found = obligation(
        '[[obligation.state]]\nagency = "@ministries"\ndone_by = 2016-03-24\n'
        '[[obligation.state]]\nagency = "vpcp"\nopen_on = 2016-03-24\n',
        row=row,
    )
    assert [state.agency for state in found.states] == ["@ministries", "vpcp"]


def test_a_figure_may_count_one_roster_or_several() -> None:
    row = ROW.replace("bo-y-te", "@ministries")
    figure = '[[obligation.figure]]\nroster = {}\ndone = 2\nas_of = 2016-03-24\nsource = "x"\n'
    assert obligation(figure.format('"ministries"'), row=row).figures[0].rosters == ("ministries",)
    assert obligation(figure.format('["ministries"]'), row=row).figures[0].rosters == ("ministries",)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("agencies/2025.toml", "agencies"),
        ("our/agencies/deep/x.toml", "agencies"),
        ("calendars/vn.toml", "calendar"),
        ("ladders.toml", "ladders"),
        ("2016/nq.toml", "instrument"),
        ("agencies.toml", "instrument"),
    ],
)
def test_the_folder_says_what_a_file_holds(path: str, kind: FileKind) -> None:
    assert kind_of(path) == kind


# What a bad file is told


def test_every_fault_of_every_file_is_told_at_once_in_order() -> None:
    assert told(
        HEAD.replace('issuer = "chinh-phu"', 'issuer = "nobody"') + ROW + 'colour = "red"\nladder = "rope"\n',
        HEAD.replace("nq-1", "NQ 2").replace("2016-03-30", '"30/3/2016"'),
        agencies=AGENCIES + '\n[[agency]]\nid = "bo-y-te"\nname = "Hai"\nname_en = "Two"\n',
    ) == [
        'a.toml:6: instrument.issuer: there is no agency "nobody"',
        "a.toml:14: obligation[1].colour: is an unknown key",
        f'a.toml:15: obligation[1].ladder: there is no ladder "rope"; there are {", ".join(FOUR)}',
        'agencies.toml:22: agency[bo-y-te].id: the agency "bo-y-te" stands already in agencies.toml',
        'b.toml:7: instrument.issued: must be a day like 2016-06-30, not "30/3/2016"',
    ]


def test_a_text_that_is_not_toml_is_told_with_its_line() -> None:
    assert told('[instrument]\nid = "x"\ntitle = "no end\n') == [
        "a.toml:3: file: is not TOML: Illegal character '\\n'"
    ]


def test_a_text_that_ends_too_early_is_told_at_its_end() -> None:
    (fault,) = read('[instrument]\nid = "x"\ntitle =')[1]
    assert (fault.line, fault.key) == (3, "file")


def test_a_text_nested_without_end_is_a_fault_and_no_crash() -> None:
    (fault,) = read("a = " + "[" * 50_000)[1]
    assert fault.text == "is nested too deeply"


def test_a_byte_order_mark_does_no_harm() -> None:
    assert told("\ufeff" + HEAD + ROW) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('dedline = "x"\n', 'obligation[1].dedline: is an unknown key; did you mean "deadline"?'),
        ('"a\\u202Eb" = 1\n', "obligation[1].a<U+202E>b: is an unknown key"),
        ("clause = 3\n", "obligation[1].clause: must be a text in quotation marks, not 3"),
        ('clause = " "\n', "obligation[1].clause: must not be empty"),
        (
            'last_day = "2016-06-30"\n',
            'obligation[1].last_day: must be a day like 2016-06-30, not "2016-06-30"',
        ),
        (
            "last_day = 2016-06-30T00:00:00\n",
            "obligation[1].last_day: must be a day like 2016-06-30, not 2016-06-30 00:00:00",
        ),
        ("joint = 1\n", "obligation[1].joint: must be true or false, not 1"),
        ('cooperating = "vpcp"\n', 'obligation[1].cooperating: must be an array, not "vpcp"'),
        (
            'cooperating = ["vpcp", 3]\n',
            "obligation[1].cooperating[2]: must be a text in quotation marks, not 3",
        ),
        ('kind = "task"\n', None),
        ('cooperating = ["bo-la"]\n', 'obligation[1].cooperating[1]: there is no agency "bo-la"'),
        (
            'cooperating = ["Bộ Y Tế"]\n',
            'obligation[1].cooperating[1]: there is no agency "Bộ Y Tế"; its id is "bo-y-te"',
        ),
        ('cooperating = ["@all"]\n', 'obligation[1].cooperating[1]: there is no roster "@all"'),
        ('cooperating = ["vpcp", "vpcp"]\n', 'obligation[1].cooperating[2]: "vpcp" stands twice'),
        (
            "anchors = { issued = 2016-04-02 }\n",
            'obligation[1].anchors.issued: "issued" is the instrument\'s own',
        ),
        ("anchors = { Receipt = 2016-04-02 }\n", 'obligation[1].anchors.Receipt: "Receipt" is no name'),
        ("deadline = 3\n", "obligation[1].deadline: must be the law's words or a table, not 3"),
        ("deadline = { date = 2016-06-30 }\n", "obligation[1].deadline: a deadline's table says day, within"),
        ("deadline = { day = 2016-06-30, hour = 3 }\n", "obligation[1].deadline.hour: is an unknown key"),
        ('deadline = { within = "2018-Q5" }\n', 'obligation[1].deadline.within: "2018-Q5" is no period'),
        ('deadline = { within = "2018-13" }\n', 'obligation[1].deadline.within: "2018-13" is no period'),
        ('deadline = { within = "2018-00" }\n', 'obligation[1].deadline.within: "2018-00" is no period'),
        ("deadline = { days = 3 }\n", "obligation[1].deadline.after: is missing"),
        (
            'deadline = { days = 0, after = "issued" }\n',
            "obligation[1].deadline.days: must be at least 1, not 0",
        ),
        (
            'deadline = { days = 3, weeks = 1, after = "issued" }\n',
            "obligation[1].deadline: counts one of days",
        ),
        (
            'deadline = { weeks = 3, working = true, after = "issued" }\n',
            "obligation[1].deadline.working: only days",
        ),
        (
            'deadline = { days = 3, after = "Ngày ký" }\n',
            "obligation[1].deadline.after: is issued, effective or",
        ),
        (
            'deadline = { every = "year", on = ["31"] }\n',
            'obligation[1].deadline.on[1]: "31" is no day of a year',
        ),
        (
            'deadline = { every = "year", on = ["02-30"] }\n',
            'obligation[1].deadline.on[1]: "02-30" is no day',
        ),
        (
            'deadline = { every = "year", on = ["13-01"] }\n',
            'obligation[1].deadline.on[1]: "13-01" is no day',
        ),
        (
            'deadline = { every = "quarter", on = ["4-01"] }\n',
            'obligation[1].deadline.on[1]: "4-01" is no day',
        ),
        ('deadline = { every = "month", on = ["1-25"] }\n', 'obligation[1].deadline.on[1]: "1-25" is no day'),
        ('deadline = { every = "month", on = ["32"] }\n', 'obligation[1].deadline.on[1]: "32" is no day'),
        (
            'deadline = { every = "week", on = ["Friday"] }\n',
            'obligation[1].deadline.on[1]: "Friday" is no day',
        ),
        (
            'deadline = { every = "week", on = [] }\n',
            "obligation[1].deadline.on: must hold at least one entry",
        ),
        (
            'deadline = { every = "week", on = ["fri", "fri"] }\n',
            'obligation[1].deadline.on[2]: "fri" is said twice',
        ),
        (
            'deadline = { every = "year", on = ["03-31", "03-31+1"] }\n',
            'obligation[1].deadline.on[2]: "03-31+1" is said twice',
        ),
        (
            'deadline = { every = "year", on = ["03-31+0"] }\n',
            'obligation[1].deadline.on[1]: "03-31+0" is no day',
        ),
        (
            'deadline = { every = "month", on = ["25"], offset_years = 1 }\n',
            "obligation[1].deadline.offset_years: does not go with every month",
        ),
        ("deadline = { continuous = false }\n", "obligation[1].deadline.continuous: must be"),
        (
            "deadline = { continuous = true, from = 2016-01-02, until = 2016-01-01 }\n",
            "obligation[1].deadline.until: ends before it begins",
        ),
        ('continues = "nq-9/1"\n', 'obligation[1].continues: there is no obligation "nq-9/1"'),
        ('continues = "nq-1"\n', 'obligation[1].continues: there is no obligation "nq-1"'),
        ('continues = "nq-1/1"\n', "obligation[1].continues: runs in a circle: nq-1/1 → nq-1/1"),
        ('task = "x"\n', None),
        ("[obligation.ruling]\n", None),
        ("joint = true\n", None),
    ],
)
def test_one_bad_line_is_told_where_it_stands(line: str, text: str | None) -> None:
    if text is None:
        assert [fault for fault in read(HEAD + ROW + line)[1] if not fault.warning]
    else:
        assert only_fault(line).startswith(text)


@pytest.mark.parametrize("kind", ["target", "forecast"])
def test_a_target_has_no_ladder(kind: str) -> None:
    assert only_fault(f'kind = "{kind}"\nladder = "standard"\n') == (
        f"obligation[1].ladder: a {kind} is never escalated and has no ladder"
    )


@pytest.mark.parametrize("phrase", ["bao giờ xong thì xong", "trước ngày 31/6/2016", ""])
def test_a_phrase_that_cannot_be_read_is_a_fault_and_never_a_guess(phrase: str) -> None:
    catalogue, faults = read(HEAD + ROW + f'deadline = "{phrase}"\n')
    (fault,) = faults
    assert (fault.line, fault.key, fault.warning) == (NEXT, "obligation[1].deadline", False)
    assert catalogue.instruments[0].obligations == ()


@pytest.mark.parametrize(
    ("deadline", "text"),
    [
        ("{ day = 2016-06-29 }", "2016-06-30 is written here, but the deadline reads as 2016-06-29"),
        (
            '{ days = 3, after = "receipt" }',
            '2016-06-30 is written here, but the day of "receipt" is not known',
        ),
        (
            '{ every = "month", on = ["25"] }',
            "2016-06-30 is written here, but a recurring deadline has no single last day",
        ),
        ("{ continuous = true }", "2016-06-30 is written here, but the deadline has no last day"),
    ],
)
def test_a_reading_that_differs_from_the_reviewer_s_day_is_a_fault(deadline: str, text: str) -> None:
    assert only_fault(f"deadline = {deadline}\nlast_day = 2016-06-30\n") == f"obligation[1].last_day: {text}"


def test_a_reviewer_s_day_without_a_deadline_is_a_fault() -> None:
    assert "has no last day" in only_fault("last_day = 2016-06-30\n")


def test_a_counted_deadline_is_checked_against_the_day_of_issue() -> None:
    found = obligation('deadline = { days = 15, after = "issued" }\nlast_day = 2016-04-14\n')
    assert found.term == After(15, "day", "issued")


def test_a_reviewer_may_write_the_day_of_the_ruling() -> None:
    assert obligation(
        "deadline = { day = 2016-06-30 }\nlast_day = 2016-07-01\n"
        '[obligation.ruling]\nlast_day = 2016-07-01\nby = "lan"\non = 2016-04-05\nreason = "x"\n'
    ).ruling


def test_an_original_day_lies_before_the_present_one() -> None:
    rest = "deadline = {{ day = 2016-06-30 }}\noriginal = {{ last_day = {}, source = 'x' }}\n"
    assert obligation(rest.format("2016-06-29")).original
    assert only_fault(rest.format("2016-06-30")) == (
        "obligation[1].original.last_day: is not before the day that counts now, 2016-06-30"
    )


def test_an_ambiguous_day_warns_until_a_ruling_settles_it() -> None:
    deadline = 'deadline = "chậm nhất trước ngày 20/12/2023"\n'
    faults = read(HEAD + ROW + deadline)[1]
    assert faults
    assert all(fault.warning for fault in faults)
    assert any("2023-12-20" in fault.text for fault in faults)
    ruling = '[obligation.ruling]\nlast_day = 2023-12-20\nby = "lan"\non = 2023-12-01\nreason = "x"\n'
    assert told(HEAD + ROW + deadline + ruling) == []


def test_a_joint_lead_warns_and_needs_two() -> None:
    row = ROW.replace('["bo-y-te"]', '["bo-y-te", "vpcp"]')
    (fault,) = read(HEAD + row + "joint = true\n")[1]
    assert fault.warning
    assert fault.text == "bo-y-te, vpcp lead jointly: nobody alone is accountable"
    assert any(not fault.warning for fault in read(HEAD + ROW + "joint = true\n")[1])


@pytest.mark.parametrize(
    ("state", "text"),
    [
        ("", "says one of done, done_by and open_on, not none"),
        (
            "done = 2016-03-24\nopen_on = 2016-03-24\n",
            "says one of done, done_by and open_on, not done and open_on",
        ),
    ],
)
def test_a_state_says_exactly_one_thing(state: str, text: str) -> None:
    (fault,) = read(HEAD + ROW + f'[[obligation.state]]\nagency = "bo-y-te"\n{state}')[1]
    assert (fault.line, fault.text) == (NEXT, text)


def test_a_state_of_an_agency_that_does_not_lead_is_a_fault() -> None:
    (fault,) = read(HEAD + ROW + '[[obligation.state]]\nagency = "vpcp"\ndone = 2016-03-24\n')[1]
    assert (fault.line, fault.text) == (NEXT + 1, '"vpcp" does not lead this obligation')


@pytest.mark.parametrize("key", ["done", "done_by", "open_on"])
def test_nothing_is_known_of_a_day_that_lies_ahead(key: str) -> None:
    state = f'[[obligation.state]]\nagency = "bo-y-te"\n{key} = 2031-01-01\n'
    source = texts(HEAD + ROW + state)
    assert read_catalogue(source, date(2031, 1, 1))[1] == ()
    (fault,) = read_catalogue(source, date(2030, 12, 31))[1]
    assert str(fault).endswith(
        f"obligation[1].state[1].{key}: 2031-01-01 lies ahead: nothing is known of it yet"
    )
    assert not fault.warning


def test_a_count_is_of_no_day_that_lies_ahead() -> None:
    figure = (
        '[[obligation.figure]]\nroster = "ministries"\ndone = 1\nas_of = 2031-01-01\nsource = "Báo cáo"\n'
    )
    found = read_catalogue(texts(HEAD + ROW + figure), date(2030, 12, 31))[1]
    assert ["as_of: 2031-01-01 lies ahead" in str(fault) for fault in found] == [True]


def test_what_is_known_of_an_instrument_that_is_not_there_yet_is_not_asked() -> None:
    state = '[[obligation.state]]\nagency = "bo-y-te"\ndone = 2031-01-01\n'
    assert read_catalogue(texts(HEAD + ROW + state), date(2010, 1, 1))[1] == ()


@pytest.mark.parametrize("deadline", ["{ day = 1999-01-01 }", '"trước ngày 1/7/2007"'])
def test_a_last_day_before_the_instruments_own_day_is_a_warning(deadline: str) -> None:
    (fault,) = read(HEAD + ROW + f"deadline = {deadline}\n")[1]
    assert fault.warning
    assert "lies before the instrument's own day" in str(fault)


def test_two_states_of_one_agency_are_a_fault() -> None:
    state = '[[obligation.state]]\nagency = "bo-y-te"\ndone = 2016-03-24\n'
    (fault,) = read(HEAD + ROW + state + state)[1]
    assert fault.text == '"bo-y-te" stands twice'


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ('roster = "ministries"\ndone = 3\nof = 2', "3 of 2 is more than all"),
        ('roster = "ministries"\ndone = 3', "3 of 2 is more than all"),
        ('roster = "all"\ndone = 0\nof = 2', 'there is no roster "all"'),
        ("roster = 3\ndone = 0", "must be a roster or an array of rosters, not 3"),
        ("roster = []\ndone = 0", "must be a roster or an array of rosters, not an array"),
        ('roster = "ministries"\ndone = -1', "must be at least 0, not -1"),
    ],
)
def test_a_figure_that_cannot_be_is_a_fault(figure: str, text: str) -> None:
    rest = f'[[obligation.figure]]\n{figure}\nas_of = 2016-03-24\nsource = "x"\n'
    assert [fault.text for fault in read(HEAD + ROW + rest)[1]] == [text]


@pytest.mark.parametrize("level", ["mật", "secret", "None"])
def test_a_document_with_a_secrecy_level_is_refused(level: str) -> None:
    (fault,) = read(HEAD + f'secrecy = "{level}"\n')[1]
    assert fault.key == "instrument.secrecy"
    assert not fault.warning


@pytest.mark.parametrize("missing", ["number", "issued"])
def test_without_number_or_day_of_issue_known_from_is_needed(missing: str) -> None:
    head = "".join(line + "\n" for line in HEAD.splitlines() if not line.startswith(missing))
    assert told(head) == [
        f"a.toml:1: instrument.{missing}: is missing; without number or day of issue known_from is needed"
    ]
    assert told(head + "known_from = 2016-04-02\n") == []


def test_an_instrument_is_not_known_before_it_is_issued() -> None:
    assert told(HEAD + "known_from = 2016-03-29\n") == [
        "a.toml:9: instrument.known_from: lies before the day of issue"
    ]


def test_two_instruments_of_one_id_are_a_fault() -> None:
    assert told(HEAD, HEAD) == ['b.toml:2: instrument.id: the instrument "nq-1" stands already in a.toml']


def test_two_obligations_of_one_id_are_a_fault() -> None:
    assert told(HEAD + ROW + ROW) == [f'a.toml:{NEXT + 2}: obligation[1].id: the obligation "1" stands twice']


@pytest.mark.parametrize("id_", ["NQ-1", "nq 1", "-nq", "nq_1", "ñ", "a" * 65, "nq-1\\n"])
def test_an_id_is_made_of_small_letters_figures_and_hyphens(id_: str) -> None:
    assert [fault.key for fault in read(HEAD.replace("nq-1", id_))[1]][-1] == "instrument.id"


@pytest.mark.parametrize("relation", ["continues", "amends", "replaces"])
def test_a_link_to_an_instrument_that_does_not_exist_is_a_fault(relation: str) -> None:
    assert told(HEAD + f'{relation} = ["nq-0"]\n') == [
        f'a.toml:9: instrument.{relation}[1]: there is no instrument "nq-0"'
    ]


def test_instruments_that_continue_each_other_in_a_circle_are_one_fault() -> None:
    assert told(
        HEAD + 'continues = ["nq-2"]\n',
        HEAD.replace("nq-1", "nq-2") + 'amends = ["nq-3"]\n',
        HEAD.replace("nq-1", "nq-3") + 'replaces = ["nq-1"]\n',
    ) == ["a.toml:1: instrument: continues, amends or replaces itself in a circle: nq-1 → nq-2 → nq-3 → nq-1"]


def test_obligations_that_continue_each_other_in_a_circle_are_one_fault() -> None:
    assert told(
        HEAD + ROW + 'continues = "nq-2/1"\n', HEAD.replace("nq-1", "nq-2") + ROW + 'continues = "nq-1/1"\n'
    ) == [f"a.toml:{NEXT}: obligation[1].continues: runs in a circle: nq-1/1 → nq-2/1 → nq-1/1"]


def test_a_link_to_an_instrument_that_is_itself_faulty_is_not_told_twice() -> None:
    faulty = HEAD.replace("nq-1", "nq-0").replace('"resolution"', '"song"') + ROW
    assert [fault.key for fault in read(HEAD + ROW + 'continues = "nq-0/1"\n', faulty)[1]] == [
        "instrument.kind"
    ]


def test_a_file_without_an_instrument_is_a_fault() -> None:
    assert told("") == ["a.toml:1: file: has no [instrument]"]
    assert told("[[instrument]]\nid = 'x'\n") == ["a.toml:1: instrument: must be a table"]
    assert told(HEAD + "[obligation]\nid = '1'\n") == ["a.toml:9: obligation: must be written [[obligation]]"]
    assert told(HEAD + "[[obligations]]\nid = '1'\n") == [
        "a.toml:9: obligations: is an unknown key; this file holds [instrument] and [[obligation]]"
    ]


# Characters


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\\u0007", "U+0007"),
        ("\\n", "U+000A"),
        ("\\u0085", "U+0085"),
        ("\\u00AD", "U+00AD"),
        ("\\u200B", "U+200B"),
        ("\\u202E", "U+202E"),
        ("\\u2028", "U+2028"),
        ("\\u2066", "U+2066"),
        ("\\uFEFF", "U+FEFF"),
        ("\\U000E0041", "U+E0041"),
    ],
)
def test_signs_that_nobody_sees_are_named(sign: str, name: str) -> None:
    assert told(HEAD.replace("Nghị quyết", f"Nghị{sign}quyết")) == [
        f"a.toml:5: instrument.title: holds the character {name}, which no rule file may hold"
    ]


def test_a_hidden_sign_is_found_deep_inside_and_never_printed() -> None:
    (fault,) = [f for f in read(HEAD + ROW + 'cooperating = ["vp\u202ecp"]\n')[1] if "U+202E" in f.text][:1]
    assert fault.line == NEXT
    assert "\u202e" not in "".join(told(HEAD + ROW + 'cooperating = ["vp\u202ecp"]\n'))


@given(st.text(max_size=60), st.text(max_size=20))
def test_no_text_crashes_the_reader_nor_stands_raw_in_a_fault(value: str, key: str) -> None:
    # JSON's strings are TOML's, but for the delete sign.
    written, name = (json.dumps(text).replace("\x7f", "\\u007f") for text in (value, key))
    for text in (value, HEAD.replace('"Nghị quyết"', written) + ROW + f"deadline = {written}\n{name} = 1\n"):
        for fault in read_catalogue(texts(text))[1]:
            signs = {unicodedata.category(sign) for sign in str(fault)}
            assert not signs & {"Cc", "Cf", "Cs", "Zl", "Zp"}


# Agencies


def test_two_agencies_may_not_share_a_name_in_any_spelling() -> None:
    more = '\n[[agency]]\nid = "{}"\nname = "{}"\nname_en = "{}"\n'
    first = more.format("hoa-binh", "Tỉnh Hòa Bình", "Hoa Binh")
    for rival in ("Tỉnh Hoà Bình", "TỈNH HÒA BÌNH", "Tỉnh Ho\u0300a Bi\u0300nh", "Tỉnh  Hòa Bình"):
        faults = told(agencies=AGENCIES + first + more.format("other", rival, "Other"))
        assert len(faults) == 1
        assert 'names the agency "hoa-binh" too' in faults[0]


def test_an_agency_may_take_the_name_of_one_that_is_gone() -> None:
    more = '\n[[agency]]\nid = "{}"\nname = "Bộ Mới"\nname_en = "{}"\n{} = {}\n'
    old = more.format("old", "Old", "until", "2025-02-28")
    assert told(agencies=AGENCIES + old + more.format("new", "New", "from", "2025-03-01")) == []
    assert len(told(agencies=AGENCIES + old + more.format("new", "New", "from", "2025-02-28"))) == 1


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('parent = "nobody"', 'agency[x].parent: there is no agency "nobody"'),
        ('parent = "x"', "agency[x].parent: runs in a circle: x → x"),
        ('successor = "nobody"', 'agency[x].successor: there is no agency "nobody"'),
        ("from = 2016-01-02\nuntil = 2016-01-01", "agency[x].until: lies before from"),
        (
            'rosters = ["@ministries"]',
            'agency[x].rosters[1]: "@ministries" is no id: a-z, 0-9 and hyphens only',
        ),
        ("head = 'x'", "agency[x].head: is an unknown key"),
    ],
)
def test_a_bad_agency_is_told_where_it_stands(line: str, text: str) -> None:
    (fault,) = told(agencies=AGENCIES + f'[[agency]]\nid = "x"\nname = "X"\nname_en = "Y"\n{line}\n')
    assert fault.split(": ", 1)[1] == text


def test_a_roster_counts_those_that_existed_on_the_day() -> None:
    more = '[[agency]]\nid = "x"\nname = "X"\nname_en = "Y"\nrosters = ["ministries"]\nuntil = 2020-01-01\n'
    catalogue = read(agencies=AGENCIES + more)[0]
    assert catalogue.members("@ministries", date(2020, 1, 1)) == ("bo-y-te", "vpcp", "x")
    assert catalogue.members("ministries", date(2020, 1, 2)) == ("bo-y-te", "vpcp")
    assert catalogue.expand(["vpcp", "@ministries"], date(2020, 1, 2)) == ("vpcp", "bo-y-te")


def test_an_agency_is_found_by_any_of_its_names() -> None:
    catalogue = read()[0]
    for name in ("bo-y-te", "BỘ Y TẾ", "bộ  y tế", "ministry of health", "Bo\u0323\u0302 Y te\u0302\u0301"):
        found = catalogue.find_agency(name)
        assert found is not None
        assert found.id == "bo-y-te"
    assert catalogue.find_agency("Bộ") is None


# Ladders and calendars


def ladder_told(stages: str, snooze: str = "") -> list[str]:
    return [fault.split(": ", 1)[1] for fault in told(ladders=f"[ladder.a]\n{snooze}\nstages = [{stages}]\n")]


def rungs(*offsets: str) -> str:
    return ", ".join(f'{{ name = "s{n}", at = "{at}", to = ["owner"] }}' for n, at in enumerate(offsets))


@pytest.mark.parametrize(
    "offsets",
    [
        ("-30d", "-7wd", "-1wd", "+1wd", "+5wd"),
        ("-1m", "-29d"),
        ("-8d", "-5wd"),
        ("-5wd", "-6d"),
        ("-1d", "+1d"),
        ("+6d", "+5wd"),
        ("+1w", "+8d"),
        ("+4w", "+1m"),
    ],
)
def test_stages_that_climb_are_good(offsets: tuple[str, ...]) -> None:
    assert ladder_told(rungs(*offsets)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("-1m", "-30d"),
        ("-7d", "-5wd"),
        ("-1w", "-5wd"),
        ("+1wd", "-1wd"),
        ("+5wd", "+5wd"),
        ("-1wd", "-2wd"),
        ("+5wd", "+1w"),
    ],
)
def test_a_stage_that_is_not_later_than_the_one_before_is_a_fault(first: str, second: str) -> None:
    assert ladder_told(rungs(first, second)) == [
        f'ladder.a.stages[2].at: "{second}" is not later than "s0" before it'
    ]


@pytest.mark.parametrize("at", ["5wd", "+0d", "-0wd", "+1y", "+1 d", "", "+99999d", "++1d", "+١d"])
def test_a_distance_that_is_none_is_a_fault(at: str) -> None:
    assert len(ladder_told(rungs(at))) == 1


@pytest.mark.parametrize(
    ("stages", "snooze"),
    [
        ('{ name = "a", at = "-1d", to = [] }', ""),
        ('{ name = "a", at = "-1d", to = ["boss"] }', ""),
        ('{ name = "a", at = "-1d", to = ["owner", "owner"] }', ""),
        ('{ name = "A", at = "-1d", to = ["owner"] }', ""),
        ('{ name = "a", at = "-1d", to = ["owner"], every = "5wd" }', ""),
        ('{ name = "a", at = "+1d", to = ["owner"], every = "+5wd" }', ""),
        ('{ name = "a", at = "+1d", to = ["owner"], every = "often" }', ""),
        (
            '{ name = "a", at = "+1d", to = ["owner"], every = "5wd" }, { name = "b", at = "+9d", to = ["owner"] }',
            "",
        ),
        ('{ name = "a", at = "-2d", to = ["owner"] }, { name = "a", at = "-1d", to = ["owner"] }', ""),
        (rungs("-1d"), 'snooze = { longest = "-5wd", times = 2 }'),
        (rungs("-1d"), 'snooze = { longest = "5wd", times = -1 }'),
        (rungs("-1d"), 'snooze = { longest = "5wd" }'),
        ("", ""),
    ],
)
def test_a_bad_rung_is_one_fault(stages: str, snooze: str) -> None:
    assert len(ladder_told(stages, snooze)) == 1


def test_a_ladder_without_a_word_on_snoozing_cannot_be_snoozed() -> None:
    assert read()[0].ladders["milestone"].times == 0


@pytest.mark.parametrize(
    "calendar",
    [
        "[[year]]\nyear = 2016\ndecided = true\ntet = 2017-02-08\n",
        "[[year]]\nyear = 2016\ndecided = true\n[[year]]\nyear = 2016\ndecided = true\n",
        '[[worked]]\nday = 2018-12-28\ninstead_of = 2018-12-31\nsource = "x"\n',
        '[[off]]\nday = 2018-12-28\nname = "x"\nname_en = "x"\n',
        "[[month]]\nday = 1\n",
    ],
)
def test_a_bad_calendar_is_one_fault(calendar: str) -> None:
    (fault,) = read(calendar=calendar)[1]
    assert fault.file == "calendar.toml"


def test_a_swap_in_the_calendar_moves_a_working_day() -> None:
    swap = (
        '[[off]]\nday = 2018-12-31\nname = "x"\nname_en = "x"\nsource = "y"\n'
        '[[worked]]\nday = 2019-01-05\ninstead_of = 2018-12-31\nsource = "y"\n'
    )
    workdays = read(calendar=swap)[0].workdays
    assert not workdays.includes(date(2018, 12, 31))
    assert workdays.includes(date(2019, 1, 5))


FULL = (
    HEAD.replace("\nkind", "\neffective = 2016-03-30\nknown_from = 2016-03-30\ncontinues = []\nkind")
    + ROW
    + """clause = "Mục 1"
quote = "…"
joint = false
cooperating = ["vpcp"]
deliverable = "Báo cáo"
deadline = "trước ngày 1/7/2016"
last_day = 2016-06-30
original = { last_day = 2016-03-31, source = "x" }
kind = "obligation"
ladder = "standard"
roster = "issued"
anchors = { receipt = 2016-04-02 }
[obligation.ruling]
last_day = 2016-06-30
by = "lan"
on = 2016-04-05
reason = "x"
[[obligation.figure]]
roster = "ministries"
done = 1
of = 2
as_of = 2016-03-24
source = "x"
[[obligation.state]]
agency = "bo-y-te"
done_by = 2016-03-24
evidence = "x"
"""
)
VALUES = (
    '""',
    '"x"',
    "0",
    "-1",
    "1e400",
    "nan",
    "true",
    "[]",
    "[[]]",
    '["x", 1]',
    "{}",
    "{ x = [1] }",
    "08:00:00",
)


def test_the_full_file_is_good() -> None:
    assert told(FULL) == []


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("number", [n for n, line in enumerate(FULL.splitlines()) if " = " in line])
def test_no_value_of_a_wrong_kind_gets_through_as_a_crash(number: int, value: str) -> None:
    lines = FULL.splitlines()
    lines[number] = f"{lines[number].split(' = ')[0]} = {value}"
    for fault in read("\n".join(lines))[1]:
        assert fault.file == "a.toml"
        assert fault.text
