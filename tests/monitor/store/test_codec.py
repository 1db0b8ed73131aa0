from __future__ import annotations

import string
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.store import codec
from rules.facts import KINDS, Fact, Snoozed
from rules.keys import unique_key
from rules.model import Brief, Case, Figure, Ladder, Offset, Promise, Stage
from rules.notices import Notice
from tests.monitor.store.samples import NOW, a_brief, a_case

letters = st.text(alphabet=st.characters(codec="utf-8"), max_size=12)
st.register_type_strategy(str, letters)
st.register_type_strategy(
    datetime,
    st.datetimes(
        min_value=datetime(1990, 1, 1),  # noqa: DTZ001 - the zone is added beside it
        max_value=datetime(2100, 1, 1),  # noqa: DTZ001
        timezones=st.sampled_from([UTC, timezone(timedelta(hours=7))]),
    ),
)
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def through_text(written: dict[str, object]) -> dict[str, object]:
    return codec.loads(codec.dumps(written))


@quick
@given(st.data())
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_fact_comes_back_as_it_was(kind: type[Fact], data: st.DataObject) -> None:
    fact = data.draw(st.from_type(kind))
    text = codec.fact_text(fact)
    again = codec.fact_of(kind.__name__, fact.case, fact.effective, codec.loads(text))
    assert again == fact
    assert type(again) is type(fact)
    assert unique_key(again) == unique_key(fact)


@quick
@given(st.data())
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_facts_text_is_that_of_its_fields_whatever_was_written_before(
    kind: type[Fact], data: st.DataObject
) -> None:
    """The chain's hashes cover this text: it stays what it has always been."""
    facts = data.draw(st.lists(st.from_type(kind), min_size=1, max_size=3))
    for fact in [*facts, *facts, facts[0]]:
        written = codec.FACTS[kind.__name__].encode(fact)
        del written["effective"]
        written.pop("case", None)
        assert codec.fact_text(fact) == codec.dumps(written)


@quick
@given(st.from_type(Brief))
def test_a_brief_comes_back_as_it_was(brief: Brief) -> None:
    assert codec.BRIEF.decode(through_text(codec.BRIEF.encode(brief))) == brief


@quick
@given(st.from_type(Notice))
def test_a_notice_comes_back_as_it_was(notice: Notice) -> None:
    text = codec.dumps(codec.NOTICE.encode(notice))
    assert codec.notice_of(text, notice.snoozed) == notice


@quick
@given(st.from_type(Case))
def test_what_of_a_case_has_no_column_comes_back_as_it_was(case: Case) -> None:
    values = codec.life_values(codec.life_text(case), case.brief)
    for name in (*codec.LIFE_FIELDS, "because"):
        wanted = getattr(case, name)
        assert values.get(name, getattr(Case("", "", case.brief, None, None), name)) == wanted


def test_a_case_that_follows_its_brief_repeats_nothing_of_it() -> None:
    assert codec.life_text(a_case()) == "{}"


def test_a_case_without_reasons_does_not_borrow_its_briefs() -> None:
    case = replace(a_case(), because=())
    assert codec.life_values(codec.life_text(case), case.brief)["because"] == ()


def test_defaults_are_left_out() -> None:
    written = codec.BRIEF.encode(a_brief())
    assert "joint" not in written
    assert "hour" not in str(written["deadline"])


def test_a_field_that_was_added_later_reads_as_its_default() -> None:
    written = codec.BRIEF.encode(a_brief())
    assert "original" not in written
    assert codec.BRIEF.decode(written).original is None


def test_an_unknown_field_is_not_swallowed() -> None:
    with pytest.raises(TypeError):
        codec.BRIEF.decode(codec.BRIEF.encode(a_brief()) | {"surprise": 1})


def test_a_naive_moment_is_refused() -> None:
    naive = datetime(2016, 6, 30, 8)  # noqa: DTZ001 - that is the point
    with pytest.raises(ValueError, match="offset"):
        codec.fact_text(Snoozed("a", date(2016, 6, 1), date(2016, 6, 30), naive, "leave", "lan"))


def test_a_moment_is_refused_where_a_day_is_wanted() -> None:
    with pytest.raises(ValueError, match="day"):
        codec.fact_text(Snoozed("a", NOW, date(2016, 6, 30), NOW, "leave", "lan"))


def test_vietnamese_stays_readable_in_the_file() -> None:
    assert "Nghị quyết" in codec.dumps(codec.BRIEF.encode(a_brief()))


def test_pairs_inside_tuples_come_back_as_tuples() -> None:
    ladder = Ladder(
        "standard", (Stage("notice", Offset(30, "d", False), ("owner",)),), Offset(10, "wd", True), 2
    )
    brief = replace(a_brief(), ladder=ladder, anchors=(("receipt", date(2016, 4, 2)),))
    assert codec.BRIEF.decode(through_text(codec.BRIEF.encode(brief))) == brief
    case = replace(
        a_case(),
        spoken=(2, 0),
        decided=(1, 1, 0),
        promises=(Promise("lan", date(2016, 6, 3), NOW),),
        figure=Figure(("ministries",), 22, 30, date(2016, 3, 24), "the report"),
    )
    values = codec.life_values(codec.life_text(case), case.brief)
    assert values["spoken"] == (2, 0)
    assert values["decided"] == (1, 1, 0)
    assert values["promises"] == case.promises
    assert values["figure"] == case.figure


RECEIPT = (("receipt", date(2016, 4, 2)),)


@pytest.mark.parametrize("own", [(), RECEIPT, (("receipt", date(2016, 4, 9)),)])
@pytest.mark.parametrize("common", [(), RECEIPT])
def test_a_case_keeps_its_own_anchors_whatever_its_brief_says(
    own: tuple[tuple[str, date], ...], common: tuple[tuple[str, date], ...]
) -> None:
    case = replace(a_case(brief=replace(a_brief(), anchors=common)), anchors=own)
    text = codec.life_text(case)
    assert codec.life_values(text, case.brief)["anchors"] == own
    assert (text == "{}") == (own == common)


def test_cases_that_have_lived_alike_share_what_was_read_and_nothing_else() -> None:
    text = codec.life_text(replace(a_case(), decided=(1, 0), spoken=(0, 0)))
    with_anchor = replace(a_brief(), anchors=RECEIPT)
    first = codec.life_values(text, with_anchor)
    first["decided"] = ()
    second = codec.life_values(text, a_brief())
    assert (first["anchors"], second["anchors"]) == (RECEIPT, ())
    assert (second["decided"], second["spoken"]) == ((1, 0), (0, 0))


@pytest.mark.parametrize("text", ["", "[]", "{} {}", '{"a":1}x', "{"])
def test_what_is_not_one_json_object_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        codec.loads(text)


@given(st.text(alphabet=string.printable))
def test_text_of_any_kind_survives(text: str) -> None:
    assert through_text({"text": text}) == {"text": text}
