"""Our own catalogue: it loads, says what the sources say, and every instrument has a worked example."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest

from monitor.library import Library, builtin, load_library
from rules.deadline import reckon
from rules.instrument import Obligation
from rules.model import Kind
from rules.reading.words.text import fold
from rules.schema import read_offset
from rules.term import Continuous, DayOfPeriod, Every, Undated

ROOT = Path(__file__).parent
CASES = ROOT / "cases"
SEEDS = ROOT.parent.parent / "shared" / "seeds"
LONGEST_SHARED_RUN = 11

MINISTRIES = (
    "bo-quoc-phong bo-cong-an bo-ngoai-giao bo-noi-vu bo-tu-phap bo-kh-dt bo-tai-chinh bo-cong-thuong bo-nn-ptnt "
    "bo-gtvt bo-xay-dung bo-tn-mt bo-tt-tt bo-ld-tb-xh bo-vh-tt-dl bo-kh-cn bo-gd-dt bo-y-te "
    "uy-ban-dan-toc ngan-hang-nha-nuoc thanh-tra-chinh-phu vpcp"
)
UNDATED, CONTINUOUS, YEARLY = "undated", "continuous", "yearly"
EVERYONE = "@ministries @provinces"
JUNE = "2016-06-30"

# Every row of the five sources: instrument/obligation, who leads, who helps, the last day, the kind.
ROWS: tuple[tuple[str, str, str, str, Kind], ...] = (
    ("qd-80-2014/1", "bo-tt-tt", "", UNDATED, "report"),
    ("nq-36a-2015/1", "bo-tt-tt", "", UNDATED, "obligation"),
    ("nq-36a-2015/2", "bo-tt-tt", "", UNDATED, "obligation"),
    ("nq-36a-2015/3", "bo-tt-tt", "bo-noi-vu", UNDATED, "obligation"),
    ("nq-36a-2015/4", "bo-tt-tt", "", UNDATED, "obligation"),
    ("nq-36a-2015/5", "bo-tt-tt", "bo-kh-cn bo-noi-vu", UNDATED, "obligation"),
    ("nq-36a-2015/6", "@ministries", "", "2016-12-31", "target"),
    ("nq-36a-2015/7", "@ministries", "", "2016-12-31", "target"),
    ("nq-36a-2015/8", "chinh-phu", "", "2016-12-31", "target"),
    ("nq-36a-2015/9", "chinh-phu", "", "2017-12-31", "target"),
    ("nq-36a-2015/10", "chinh-phu", "", "2017-12-31", "target"),
    ("qd-1988-2015/1", "@tt-tt-units", "", UNDATED, "obligation"),
    ("qd-1988-2015/2", "@tt-tt-units", "", UNDATED, "obligation"),
    ("qd-1988-2015/3", "@tt-tt-units", "vpcp", UNDATED, "obligation"),
    ("nq-23-2016/1", EVERYONE, "vpcp", JUNE, "obligation"),
    ("nq-23-2016/2", EVERYONE, "", JUNE, "obligation"),
    ("nq-23-2016/3", EVERYONE, "", UNDATED, "obligation"),
    ("nq-23-2016/4", EVERYONE, "", "2016-12-31", "obligation"),
    ("bc-vpcp-q1-2016/1", EVERYONE, "", JUNE, "obligation"),
    ("bc-vpcp-q1-2016/2", EVERYONE, "vpcp", JUNE, "obligation"),
    ("bc-vpcp-q1-2016/3", EVERYONE, "", JUNE, "obligation"),
    ("bc-vpcp-q1-2016/4", EVERYONE, "vpcp", JUNE, "obligation"),
    ("bc-vpcp-q1-2016/5", "vpcp", "", "2016-05-31", "forecast"),
    ("bc-vpcp-q1-2016/6", "vpcp", "", JUNE, "obligation"),
    ("bc-vpcp-q1-2016/7", "vpcp", "", JUNE, "obligation"),
    ("bc-vpcp-q1-2016/8", "bo-tt-tt", "bo-noi-vu", JUNE, "obligation"),
    ("bc-vpcp-q1-2016/9", "bo-tt-tt", "", JUNE, "obligation"),
    ("bc-vpcp-q1-2016/10", "bo-tu-phap", "", JUNE, "obligation"),
    ("bc-vpcp-q1-2016/11", "bo-y-te", "", JUNE, "obligation"),
    ("bc-vpcp-q1-2016/12", "bo-tai-chinh", "kho-bac-nha-nuoc", JUNE, "obligation"),
    ("ct-tt-tt-2016/1", "bo-tt-tt", "", "2016-09-30", "obligation"),
    ("ct-tt-tt-2016/2", "bo-tt-tt", "", "2016-06-18", "milestone"),
    *((f"qd-1629-2016/{n}", "trung-tam-thong-tin", "", UNDATED, "obligation") for n in range(1, 10)),
    ("qd-1629-2016/10", "trung-tam-thong-tin cuc-tin-hoc-hoa", "", UNDATED, "obligation"),
    ("qd-1629-2016/11", "trung-tam-thong-tin cuc-tin-hoc-hoa", "", UNDATED, "obligation"),
    ("qd-1629-2016/12", "cuc-tin-hoc-hoa", "", UNDATED, "obligation"),
    ("qd-1629-2016/13", "@tt-tt-units", "", CONTINUOUS, "obligation"),
    (
        "qd-1629-2016/14",
        "van-phong-bo-tt-tt vu-to-chuc-can-bo-tt-tt truong-cd-cong-nghiep-in truong-dao-tao-can-bo-tt-tt",
        "",
        UNDATED,
        "obligation",
    ),
    ("bb-tt-tt-2016-09/1", "trung-tam-thong-tin cuc-tin-hoc-hoa", "", "2016-10-31", "obligation"),
    ("bb-tt-tt-2016-09/2", "vien-cong-nghiep-phan-mem", "trung-tam-thong-tin", UNDATED, "obligation"),
    ("bb-tt-tt-2016-09/3", "vu-ke-hoach-tai-chinh-tt-tt", "", UNDATED, "obligation"),
    ("tb-232-2018/1", "bo-tt-tt", "", UNDATED, "obligation"),
    ("tb-232-2018/2", "bo-tt-tt", "vpcp", "2019-12-31", "obligation"),
    ("tb-232-2018/3", "bo-tt-tt", "vpcp", "2019-12-31", "obligation"),
    ("qd-28-2018/1", EVERYONE, "", UNDATED, "obligation"),
    ("yk-ptt-2018/1", EVERYONE, "", UNDATED, "obligation"),
    ("yk-ptt-2018/2", "bo-noi-vu", "", "2018-12-31", "obligation"),
    ("yk-ptt-2018/3", "bo-noi-vu", "", "2018-12-31", "obligation"),
    ("yk-ptt-2018/4", "bo-noi-vu", "vpcp bo-tt-tt", UNDATED, "obligation"),
    ("yk-ptt-2018/5", "bo-tt-tt", "bo-tai-chinh bo-kh-dt vpcp", "2018-10-31", "obligation"),
    ("yk-ptt-2018/6", "bo-tt-tt", "", YEARLY, "report"),
    ("yk-ptt-2018/7", "bo-tt-tt", "vpcp", "2018-11-30", "obligation"),
    ("yk-ptt-2018/8", "bo-tt-tt", "", "2018-10-31", "obligation"),
    ("yk-ptt-2018/9", "bo-tt-tt", "", "2018-10-31", "obligation"),
    ("yk-ptt-2018/10", EVERYONE, "", "2018-08-31", "obligation"),
)


@cache
def library() -> Library:
    return load_library(["builtin"], None)


@cache
def obligations() -> dict[str, Obligation]:
    return {
        f"{instrument.id}/{obligation.id}": obligation
        for instrument in library().catalogue.instruments
        for obligation in instrument.obligations
    }


def reckoned(obligation: Obligation) -> date | None:
    return reckon(obligation.term, {}, library().catalogue.workdays).last_day


def due(obligation: Obligation) -> str:
    """The last day in ISO form, or why there is none."""
    match obligation.term:
        case Undated():
            return UNDATED
        case Continuous():
            return CONTINUOUS
        case Every():
            return YEARLY
    return str(reckoned(obligation))


def test_it_loads_without_a_fault() -> None:
    assert [str(fault) for fault in library().faults if not fault.warning] == []


def test_it_holds_what_the_sources_hold_and_nothing_else() -> None:
    assert sorted(obligations()) == sorted(row[0] for row in ROWS)


@pytest.mark.parametrize(("key", "lead", "cooperating", "last_day", "kind"), ROWS)
def test_each_row_of_the_sources(key: str, lead: str, cooperating: str, last_day: str, kind: Kind) -> None:
    found = obligations()[key]
    assert found.lead == tuple(lead.split())
    assert found.cooperating == tuple(cooperating.split())
    assert due(found) == last_day
    assert found.kind == kind


def test_every_deadline_of_one_day_carries_the_day_its_reviewer_read() -> None:
    for text in builtin_texts():
        tables = tomllib.loads(text)
        for table in tables.get("obligation", []):
            key = f"{tables['instrument']['id']}/{table['id']}"
            assert table.get("last_day") == reckoned(obligations()[key]), key


def test_the_yearly_assessment_is_due_in_the_first_quarter_of_the_next_year() -> None:
    assert obligations()["yk-ptt-2018/6"].term == Every("year", (DayOfPeriod(31, 3),), 1)
    assert obligations()["yk-ptt-2018/6"].ladder == "recurring"


def test_the_websites_of_the_plan_run_from_2016_to_2020() -> None:
    assert obligations()["qd-1629-2016/13"].term == Continuous(date(2016, 1, 1), date(2020, 12, 31))


def test_the_leftovers_keep_the_day_they_first_had() -> None:
    carried = {key for key, obligation in obligations().items() if obligation.original is not None}
    assert carried == {f"bc-vpcp-q1-2016/{number}" for number in range(1, 5)}
    assert {obligations()[key].original.last_day for key in carried} == {date(2016, 3, 31)}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("key", "figures"),
    [
        ("bc-vpcp-q1-2016/1", [("ministries", 22, 30), ("provinces", 43, 63)]),
        ("bc-vpcp-q1-2016/2", [("ministries", 25, 30), ("provinces", 63, 63)]),
        ("bc-vpcp-q1-2016/3", [("ministries", 7, 30), ("provinces", 36, 63)]),
        ("yk-ptt-2018/10", [("ministries provinces", 50, None)]),
    ],
)
def test_the_sources_counts_stand_as_figures(key: str, figures: list[tuple[str, int, int | None]]) -> None:
    found = obligations()[key].figures
    assert [(" ".join(figure.rosters), figure.done, figure.of) for figure in found] == figures


def test_five_named_bodies_had_not_connected_and_all_others_had() -> None:
    states = obligations()["bc-vpcp-q1-2016/2"].states
    day = date(2016, 3, 24)
    assert {state.agency for state in states if state.open_on == day} == {
        "bo-quoc-phong",
        "bo-cong-an",
        "bo-ngoai-giao",
        "thanh-tra-chinh-phu",
        "ban-quan-ly-lang",
    }
    assert {state.agency for state in states if state.done_by == day} == {"@ministries", "@provinces"}


def test_newer_obligations_fold_the_older_ones() -> None:
    folds = {key: found.continues for key, found in obligations().items() if found.continues}
    assert folds == {
        "bc-vpcp-q1-2016/8": "nq-36a-2015/3",
        "bc-vpcp-q1-2016/9": "nq-36a-2015/4",
        "yk-ptt-2018/1": "qd-28-2018/1",
        "yk-ptt-2018/7": "tb-232-2018/1",
    }


def test_joint_leads_are_those_of_the_two_tasks_and_the_inspection() -> None:
    joint = {key for key, obligation in obligations().items() if obligation.joint}
    assert joint == {"qd-1629-2016/10", "qd-1629-2016/11", "bb-tt-tt-2016-09/1"}


def test_decision_1629_amends_decision_509() -> None:
    instrument = library().catalogue.instrument("qd-1629-2016")
    assert instrument is not None
    assert instrument.amends == ("qd-509-2016",)


def test_thirty_ministries_and_sixty_three_provinces_were_counted_in_2016() -> None:
    catalogue = library().catalogue
    ministries = catalogue.members("@ministries", date(2016, 3, 30))
    assert len(ministries) == 30
    assert list(ministries[:22]) == MINISTRIES.split()
    assert len(catalogue.members("@provinces", date(2016, 3, 30))) == 63
    assert len({agency.name_en for agency in catalogue.agencies.values()}) == len(catalogue.agencies)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Bộ TT&TT", "bo-tt-tt"),
        ("bộ thông tin và truyền thông", "bo-tt-tt"),
        ("Bộ KH&ĐT", "bo-kh-dt"),
        ("Văn phòng Chính phủ", "vpcp"),
        ("Ban Quản lý Lăng Chủ tịch Hồ Chí Minh", "ban-quan-ly-lang"),
        ("TP.HCM", "tp-ho-chi-minh"),
        ("UBND tỉnh Hoà Bình", "hoa-binh"),
        ("Thừa Thiên-Huế", "thua-thien-hue"),
        ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"),
        ("Hà Nội", "ha-noi"),
        ("Đắk Lắk", "dak-lak"),
        ("Kho bạc Nhà nước", "kho-bac-nha-nuoc"),
        ("Cục Tin học hoá", "cuc-tin-hoc-hoa"),
    ],
)
def test_agencies_are_known_by_the_names_that_texts_use(name: str, id_: str) -> None:
    found = library().catalogue.find_agency(name)
    assert found is not None
    assert found.id == id_


LADDERS = {
    "standard": """notice -30d owner; reminder -7wd owner cooperating; last-call -1wd owner head !; overdue +1wd owner
        head !; escalated +5wd head leader !; urged +10wd leader watch ! 5wd""",
    "collective": """notice -30d owner; reminder -7wd owner cooperating; last-call -1wd owner head !; overdue +1wd
        owner head watch !; escalated +5wd head leader !; urged +10wd leader watch ! 5wd""",
    "recurring": """reminder -7wd owner cooperating; last-call -1wd owner head !; overdue +1wd owner head !;
        escalated +5wd head leader !; urged +10wd leader watch ! 5wd""",
    "milestone": "reminder -7wd owner; last-call -1wd owner !; overdue +1wd owner !",
}


@pytest.mark.parametrize("name", LADDERS)
def test_the_ladders_are_those_of_the_design(name: str) -> None:
    ladder = library().catalogue.ladders[name]
    assert set(library().catalogue.ladders) == set(LADDERS)
    expected = [stage.split() for stage in LADDERS[name].split(";")]
    assert [stage.name for stage in ladder.stages] == [words[0] for words in expected]
    for stage, (_, at, *rest) in zip(ladder.stages, expected, strict=True):
        assert stage.at == read_offset(at)
        assert stage.snoozable == ("!" not in rest)
        assert stage.every == (read_offset(rest[-1]) if rest[-1] == "5wd" else None)
        assert list(stage.to) == [word for word in rest if word.isalpha()]
    assert (ladder.longest, ladder.times) == (read_offset("10wd"), 2)


def test_the_sample_directory_is_a_believable_office_under_example_org() -> None:
    officers = library().directory.officers
    assert all(officer.email.endswith("@example.org") for officer in officers.values())
    assert len({officer.email for officer in officers.values()}) == len(officers)
    for agency in ("bo-tt-tt", "bo-noi-vu", "vpcp", "bo-y-te", "bo-tai-chinh"):
        for role in ("owner", "head", "leader"):
            assert library().directory.holders(agency, role), (agency, role)
    watch = library().directory.holders("*", "watch")
    assert sorted(officer.language for officer in watch) == ["en", "vi"]
    assert officers["lan"].is_away(date(2016, 6, 24))
    assert officers["lan"].deputy == "minh"


def test_every_instrument_with_a_task_has_a_worked_example() -> None:
    examples = "\n".join(path.read_text(encoding="utf-8") for path in sorted(CASES.glob("**/*.toml")))
    instruments = [found.id for found in library().catalogue.instruments if found.obligations]
    missing = [id_ for id_ in instruments if not re.search(rf"(?<![\w-]){re.escape(id_)}(?![\w-])", examples)]
    assert missing == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the source articles do not lie beside this checkout")
def test_no_sentence_of_the_sources_is_copied() -> None:
    articles = [words(path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    assert articles
    length = LONGEST_SHARED_RUN + 1
    known = {tuple(text[n : n + length]) for text in articles for n in range(len(text) - length + 1)}
    for text in builtin_texts():
        for sentence in own_words(tomllib.loads(text)):
            said = words(sentence)
            runs = {tuple(said[n : n + length]) for n in range(len(said) - length + 1)}
            assert not runs & known, sentence


def builtin_texts() -> Iterator[str]:
    """The texts of our own instruments."""

    def below(folder: Traversable) -> Iterator[str]:
        for entry in folder.iterdir():
            if entry.is_dir():
                yield from below(entry)
            else:
                yield entry.read_text(encoding="utf-8")

    yield from below(builtin("instruments"))


def own_words(table: object) -> Iterator[str]:
    """Every string of an instrument's file but the law's own words."""
    match table:
        case str():
            yield table
        case list():
            for part in table:
                yield from own_words(part)
        case dict():
            for key, part in table.items():
                if key not in ("quote", "deadline"):
                    yield from own_words(part)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))
