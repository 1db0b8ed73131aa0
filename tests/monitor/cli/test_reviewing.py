"""review and diff at the command line: a person and a draft."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.monitor.cli.console import Office

DRAFT = """\
# read from: cv.txt
[instrument]
id = "cv-7-2016"
number = "7/CV"
kind = "dispatch"
title = "Công văn để thử"
issuer = "chinh-phu"
issued = 2016-04-01
source = "cv.txt"

[[obligation]]
# sure: 95%
id = "1"
task = "Trình nghị định về giá thuốc"
quote = "Bộ Y tế trình nghị định về giá thuốc trước ngày 1/7/2016"
lead = ["bo-y-te"]
deadline = "trước ngày 1/7/2016"
last_day = 2016-06-30

[[obligation]]
# sure: 60%
# doubt: not in the catalogue: Hội đồng Quả mọng
# unknown lead: Hội đồng Quả mọng
id = "2"
task = "Ban hành danh mục"
quote = "Hội đồng Quả mọng ban hành danh mục chậm nhất trước ngày 20/12/2016"
lead = []
deadline = "chậm nhất trước ngày 20/12/2016"
last_day = 2016-12-19

[[obligation]]
id = "3"
task = "Báo cáo"
lead = ["bo-noi-vu", "bo-y-te"]
"""


@pytest.fixture
def draft(new_office: Office) -> Path:
    path = new_office.folder / "draft.toml"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def reviewed(office: Office, draft: Path, *answers: str) -> str:
    return office.done("review", str(draft), typed="".join(f"{answer}\n" for answer in answers))


def written(office: Office) -> dict[str, dict[str, object]]:
    """The instrument file's obligations by id."""
    text = (office.folder / "catalogue" / "cv-7-2016.toml").read_text(encoding="utf-8")
    assert "#" not in text
    return {table["id"]: table for table in tomllib.loads(text)["obligation"]}


def test_accepted_entries_are_written_and_dropped_ones_not(new_office: Office, draft: Path) -> None:
    reviewed(new_office, draft, "a", "d", "a")
    assert list(written(new_office)) == ["1", "3"]
    assert new_office.run("check").exit_code == 0
    assert "2016-06-30" in new_office.done("check", "--dates")
    assert not draft.with_name("draft.toml.review").exists()


def test_the_words_that_were_read_are_marked_and_every_reason_is_shown(
    new_office: Office, draft: Path
) -> None:
    told = " ".join(reviewed(new_office, draft, "q").split())
    assert "[Bộ Y tế] trình nghị định về giá thuốc [trước ngày 1/7/2016]" in told
    assert "last day 2016-06-30" in told
    assert "'before' is strict" in told


def test_an_entry_with_a_fault_is_not_accepted(new_office: Office, draft: Path) -> None:
    told = reviewed(new_office, draft, "a", "a", "q")
    assert "the faults above must be mended first" in " ".join(told.split())
    assert "unknown   Hội đồng Quả mọng" in told


def test_a_correction_shows_the_new_day_at_once(new_office: Office, draft: Path) -> None:
    told = reviewed(new_office, draft, "c", "deadline", "trong quý IV/2016", "a", "d", "d")
    assert "last day  2016-12-31, aim at 2016-12-30" in told
    assert written(new_office)["1"]["deadline"] == "trong quý IV/2016"
    assert str(written(new_office)["1"]["last_day"]) == "2016-12-31"


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("deadline", "bao giờ cũng được", "names no day that can be read"),
        ("deadline", "2016-02-30", "Not so"),
        ("lead", "Bộ Không Có", "is not in the catalogue"),
        ("task", "-", "a task needs words"),
        ("colour", "red", "there is no field"),
    ],
)
def test_a_correction_that_makes_no_sense_changes_nothing(
    new_office: Office, draft: Path, field: str, typed: str, words: str
) -> None:
    before = reviewed(new_office, draft, "q")
    answers = ("c", field) if field == "colour" else ("c", field, typed)
    told = reviewed(new_office, draft, *answers, "q")
    assert words in " ".join(told.split())
    assert "last day  2016-06-30" in before
    assert told.count("last day  2016-06-30") == 2


@pytest.mark.parametrize(
    "answers", [("c", "deadline", ""), ("r", "q"), ("r", "", ""), ("h", "title", ""), ("h", "")]
)
def test_an_empty_answer_leaves_everything_as_it_is(
    new_office: Office, draft: Path, answers: tuple[str, ...]
) -> None:
    reviewed(new_office, draft, *answers, "a", "d", "a")
    text = (new_office.folder / "catalogue" / "cv-7-2016.toml").read_text(encoding="utf-8")
    assert "ruling" not in text
    assert 'title = "Công văn để thử"' in text
    assert written(new_office)["1"]["deadline"] == "trước ngày 1/7/2016"


def test_a_stroke_takes_a_field_out(new_office: Office, draft: Path) -> None:
    reviewed(new_office, draft, "c", "deadline", "-", "a", "d", "a")
    assert "deadline" not in written(new_office)["1"]


def test_a_ruling_asks_again_for_what_is_no_day(new_office: Office, draft: Path) -> None:
    told = reviewed(new_office, draft, "r", "soon", "2016-06-29", "nói rõ sau", "a", "d", "a")
    assert "Not so: 'soon'" in told
    ruling = written(new_office)["1"]["ruling"]
    assert isinstance(ruling, dict)
    assert (str(ruling["last_day"]), ruling["reason"]) == ("2016-06-29", "nói rõ sau")


def test_the_day_is_shown_before_the_lead_is_known(new_office: Office, draft: Path) -> None:
    told = reviewed(new_office, draft, "n", "q")
    assert "fault     lead" in told
    assert "last day  2016-12-19" in told


def test_a_lead_may_be_typed_by_name_id_or_roster(new_office: Office, draft: Path) -> None:
    reviewed(new_office, draft, "n", "c", "lead", "Bộ Nội vụ; bo-y-te, @provinces", "a", "d", "d")
    assert written(new_office)["2"]["lead"] == ["bo-noi-vu", "bo-y-te", "@provinces"]


def test_a_ruling_is_written_and_proposed_for_the_same_issuer_the_next_time(
    new_office: Office, draft: Path
) -> None:
    typed = ("n", "c", "lead", "bo-y-te", "r", "2016-12-20", "the issuer says so", "a", "d", "d")
    reviewed(new_office, draft, *typed)
    ruling = written(new_office)["2"]["ruling"]
    assert isinstance(ruling, dict)
    assert (str(ruling["last_day"]), ruling["reason"]) == ("2016-12-20", "the issuer says so")
    remembered = tomllib.loads((new_office.folder / "rulings.toml").read_text(encoding="utf-8"))["ruling"]
    assert [(one["issuer"], one["reading"]) for one in remembered] == [("chinh-phu", "other")]

    second = draft.with_name("second.toml")
    second.write_text(
        DRAFT.replace("20/12/2016", "11/11/2016").replace("2016-12-19", "2016-11-10"), encoding="utf-8"
    )
    told = reviewed(new_office, second, "n", "c", "lead", "bo-y-te", "r", "", "", "q")
    assert "chose the other reading" in " ".join(told.split())
    assert "the last day is [2016-11-11]" in told


def test_no_ruling_is_proposed_for_another_issuer(new_office: Office, draft: Path) -> None:
    reviewed(new_office, draft, "n", "c", "lead", "bo-y-te", "r", "2016-12-20", "so", "q")
    other = draft.with_name("other.toml")
    other.write_text(DRAFT.replace("chinh-phu", "bo-noi-vu"), encoding="utf-8")
    told = reviewed(new_office, other, "n", "c", "lead", "bo-y-te", "q")
    assert "chose the other reading" not in " ".join(told.split())


def test_a_review_goes_on_where_it_was_left(new_office: Office, draft: Path) -> None:
    reviewed(new_office, draft, "a", "q")
    told = reviewed(new_office, draft, "d", "a")
    assert "Going on from" in told
    assert "2 of 3" in told
    assert list(written(new_office)) == ["1", "3"]


def test_an_input_that_ends_keeps_what_was_decided(new_office: Office, draft: Path) -> None:
    new_office.run("review", str(draft), typed="a\n")
    assert "decided: accepted" in draft.with_name("draft.toml.review").read_text(encoding="utf-8")
    assert not (new_office.folder / "catalogue" / "cv-7-2016.toml").exists()


def test_a_changed_draft_is_reviewed_anew(new_office: Office, draft: Path) -> None:
    reviewed(new_office, draft, "a", "q")
    draft.write_text(DRAFT.replace("giá thuốc", "giá thuốc mới"), encoding="utf-8")
    assert "1 of 3" in reviewed(new_office, draft, "q")


def test_split_by_lead_and_merge_again(new_office: Office, draft: Path) -> None:
    reviewed(new_office, draft, "d", "d", "s", "l", "n", "m", "a")
    assert written(new_office)["3"]["lead"] == ["bo-noi-vu", "bo-y-te"]


def test_split_by_task_gives_each_an_id(new_office: Office, draft: Path) -> None:
    reviewed(new_office, draft, "s", "Trình nghị định", "Công bố giá", "", "a", "a", "d", "d")
    found = written(new_office)
    assert [(id_, table["task"]) for id_, table in found.items()] == [
        ("1", "Trình nghị định"),
        ("1b", "Công bố giá"),
    ]


def test_entries_with_different_deadlines_do_not_merge(new_office: Office, draft: Path) -> None:
    told = reviewed(new_office, draft, "n", "m", "q")
    assert "their deadlines differ" in told


def test_a_draft_without_tasks_is_nothing_to_review_and_to_compare(new_office: Office, draft: Path) -> None:
    draft.write_text(DRAFT.partition("[[obligation]]")[0], encoding="utf-8")
    result = new_office.run("review", str(draft), typed="a\n")
    assert result.exit_code == 1
    assert "holds no tasks" in result.stderr
    assert new_office.done("diff", str(draft)).strip() == "The draft holds no tasks."


def test_a_review_that_accepts_nothing_writes_no_file_and_says_so(new_office: Office, draft: Path) -> None:
    told = reviewed(new_office, draft, "d", "d", "d")
    assert "No task was accepted" in told
    assert not (new_office.folder / "catalogue" / "cv-7-2016.toml").exists()
    assert "No task was accepted" in reviewed(new_office, draft)


def test_nothing_is_written_over_without_being_asked(new_office: Office, draft: Path) -> None:
    target = new_office.folder / "catalogue" / "cv-7-2016.toml"
    target.write_text("# mine\n", encoding="utf-8")
    told = reviewed(new_office, draft, "a", "d", "d", "n")
    assert "Nothing was written" in told
    assert target.read_text(encoding="utf-8") == "# mine\n"
    assert draft.with_name("draft.toml.review").exists()


def test_an_instrument_without_a_day_is_mended_before_its_entries(new_office: Office, draft: Path) -> None:
    draft.write_text(DRAFT.replace("issued = 2016-04-01\n", ""), encoding="utf-8")
    told = reviewed(new_office, draft, "issued", "1/4/2016", "a", "d", "d")
    assert "fault: instrument" in told
    assert list(written(new_office)) == ["1"]


@pytest.mark.parametrize("command", ["review", "diff"])
def test_a_file_that_is_not_there_is_named(new_office: Office, command: str) -> None:
    result = new_office.run(command, "nope.toml")
    assert result.exit_code == 1
    assert "nope.toml" in result.stderr
    assert "here is no" in result.stderr
    assert "try again" not in result.stderr


@pytest.mark.parametrize("text", ["no toml [", "a = 1\n", "\ufeff[instrument\n"])
def test_what_is_no_draft_is_refused_in_a_sentence(new_office: Office, draft: Path, text: str) -> None:
    draft.write_text(text, encoding="utf-8")
    for command in ("review", "diff"):
        result = new_office.run(command, str(draft))
        assert result.exit_code == 1
        assert "draft.toml" in result.output
        assert "Traceback" not in result.output


def relations(office: Office, draft: Path) -> dict[str, tuple[object, object]]:
    rows = json.loads(office.done("diff", str(draft), "--json"))
    return {row["task"]: (row["relation"], row["continues"]) for row in rows}


OLDER = """\
[instrument]
id = "nq-1-2015"
number = "1/NQ-CP"
kind = "resolution"
title = "Nghị quyết cũ"
issuer = "chinh-phu"
issued = 2015-01-05
source = "a test"

[[obligation]]
id = "4"
task = "Soạn nghị định quản lý giá thuốc chữa bệnh."
lead = ["bo-y-te"]
"""


def test_a_task_that_restates_an_older_one_is_proposed_to_continue_it(
    new_office: Office, draft: Path
) -> None:
    (new_office.folder / "catalogue" / "old.toml").write_text(OLDER, encoding="utf-8")
    found = relations(new_office, draft)
    assert found["Trình nghị định về giá thuốc"] == ("repeated", "nq-1-2015/4")
    assert found["Báo cáo"] == ("new", None)
    new_office.done("diff", str(draft), "--write")
    assert 'continues = "nq-1-2015/4"' in draft.read_text(encoding="utf-8")
    assert "# doubt: not in the catalogue: Hội đồng Quả mọng" in draft.read_text(encoding="utf-8")


def test_a_task_of_another_lead_is_no_repetition(new_office: Office, draft: Path) -> None:
    (new_office.folder / "catalogue" / "old.toml").write_text(
        OLDER.replace("bo-y-te", "bo-noi-vu"), encoding="utf-8"
    )
    assert relations(new_office, draft)["Trình nghị định về giá thuốc"] == ("new", None)


def test_the_same_instrument_shows_what_changed_and_what_is_gone(new_office: Office, draft: Path) -> None:
    present = (
        DRAFT.replace("lead = []", 'lead = ["bo-y-te"]')
        .replace("1/7/2016", "1/9/2016")
        .replace("2016-06-30", "2016-08-31")
    )
    present += '\n[[obligation]]\nid = "9"\ntask = "Kiểm kê hồ sơ đất đai"\nlead = ["bo-noi-vu"]\n'
    (new_office.folder / "catalogue" / "present.toml").write_text(present, encoding="utf-8")
    rows = json.loads(new_office.done("diff", str(draft), "--json"))
    assert [(row["relation"], row["changes"]) for row in rows if row["obligation"] == "1"] == [
        ("changed", ["last day 2016-08-31 → 2016-06-30"])
    ]
    assert [row["other"] for row in rows if row["relation"] == "gone"][-1] == "cv-7-2016/9"


RESOLUTION = """NGHỊ QUYẾT
Số: 19/NQ-CP
Hà Nội, ngày 28 tháng 4 năm 2016
1. Bộ Y tế chủ trì, phối hợp với Bộ Nội vụ trình Chính phủ nghị định về giá thuốc trước ngày 01 tháng 7 năm 2016.
2. Bộ Thông tin và Truyền thông báo cáo kết quả trong tháng 6/2016.
"""


def test_from_the_document_to_the_letters_that_will_go_out(new_office: Office) -> None:
    folder = new_office.folder
    (folder / "catalogue" / "nq.toml").unlink()
    (folder / "nq19.txt").write_text(RESOLUTION, encoding="utf-8")
    new_office.done("extract", str(folder / "nq19.txt"), "--out", str(folder / "drafts"))
    new_office.done("review", str(folder / "drafts" / "nq19.toml"), typed="a\na\n")
    assert new_office.run("check").exit_code == 0
    plan = new_office.done("plan", "--fresh", "--from", "2016-05-28", "--until", "2016-06-02", "--json")
    letters = [json.loads(line) for line in plan.splitlines()]
    cases = {case for letter in letters for case in letter["cases"]}
    assert cases == {"nq-19-2016/1@bo-y-te", "nq-19-2016/2@bo-tt-tt"}
    assert {letter["to"] for letter in letters if "nq-19-2016/1@bo-y-te" in letter["cases"]} >= {
        "huong@example.org"
    }


def test_a_key_that_is_none_is_named_and_the_entry_is_not_shown_again(
    new_office: Office, draft: Path
) -> None:
    said = reviewed(new_office, draft, "x", "quit", "", "q")
    assert said.count("1 of 3") == 1
    assert "There is no 'x': a accept" in said
    assert "There is no 'quit': a accept" in said
    assert "Nothing was typed: a accept" in said


def test_a_draft_that_was_finished_before_says_so_at_once(new_office: Office, draft: Path) -> None:
    reviewed(new_office, draft, "d", "d", "a")
    result = new_office.run("review", str(draft), typed="d\nd\na\n")
    assert "cv-7-2016.toml is there already" in result.stderr
    assert result.stderr.index("is there already") < len(result.stderr)
    assert "Nothing was written; the review is kept" in result.stdout  # the input ends at the question
    assert "Stopped" not in result.output


def test_an_interrupt_keeps_what_was_decided_and_says_so(
    new_office: Office, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["d"])

    def typed(*_words: object, **_how: object) -> str:
        try:
            return next(answers)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr("click.prompt", typed)
    result = new_office.run("review", str(draft))
    assert "Kept in" in result.stdout
    assert "Stopped" not in result.output


def test_the_review_and_the_comparison_tell_where_a_task_stands(new_office: Office, draft: Path) -> None:
    placed = DRAFT.replace('id = "1"\n', 'id = "1"\nclause = "khoản 2 Điều 5"\n')
    draft.write_text(placed, encoding="utf-8")
    assert "clause    khoản 2 Điều 5" in reviewed(new_office, draft, "q")
    rows = json.loads(new_office.done("diff", str(draft), "--json"))
    assert [row["clause"] for row in rows if row["obligation"]] == ["khoản 2 Điều 5", None, None]
    assert "khoản 2 Điều 5" in new_office.done("diff", str(draft))
