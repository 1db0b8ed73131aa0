"""extract at the command line: documents in, drafts out, in each of its forms."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from monitor.drafts.file import read_draft
from tests.monitor.cli.console import Office
from tests.monitor.documents import annex

ANNEXES: dict[str, Callable[[], bytes]] = {
    "a.docx": annex.as_docx,
    "a.xlsx": annex.as_xlsx,
    "a.pdf": annex.as_pdf,
    "a.html": annex.as_html,
    "a.md": annex.as_markdown,
}
TEXT = """NGHỊ QUYẾT
1. Bộ Y tế chủ trì, phối hợp với Bộ Tài chính trình Chính phủ nghị định về giá thuốc trước ngày 01 tháng 7 năm 2016.
2. Hội đồng Quả mọng ban hành danh mục thiết bị trong quý IV/2016.
3. Bộ Nội vụ hoàn thành việc rà soát trước mùa mưa bão.
"""


def paper(office: Office, name: str, content: bytes) -> str:
    path = office.folder / name
    path.write_bytes(content)
    return str(path)


def object_of(office: Office, *words: str) -> dict[str, object]:
    found = json.loads(office.done("extract", *words, "--json"))
    assert isinstance(found, dict)
    return found


def rows_of(found: dict[str, object], key: str) -> list[dict[str, Any]]:
    rows = found[key]
    assert isinstance(rows, list)
    return rows


def obligations(found: dict[str, object]) -> list[dict[str, Any]]:
    return rows_of(found, "obligations")


@pytest.mark.parametrize("name", ANNEXES)
def test_an_annex_gives_the_drafts_of_its_csv_whatever_file_holds_it(new_office: Office, name: str) -> None:
    csv = paper(new_office, "a.csv", annex.as_csv())
    other = paper(new_office, name, ANNEXES[name]())
    want = obligations(object_of(new_office, csv, "--published", "2025-01-09"))
    got = obligations(object_of(new_office, other, "--published", "2025-01-09"))
    assert [row["due"] for row in want] == ["2025-06-30", "2025-06-30", "2025-12-31", None, None]
    assert [row["lead_ids"] for row in want][:3] == [
        ["bo-tai-chinh"],
        ["bo-tai-chinh"],
        ["bo-y-te", "bo-noi-vu"],
    ]
    if name == "a.md":  # the text of a Markdown file is its own: places differ
        want, got = ([{**row, "start": 0, "end": 0} for row in rows] for rows in (want, got))
    assert got == want


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_places_count_in_the_text_as_it_stands(new_office: Office, ending: str) -> None:
    text = TEXT.replace("\n", ending)
    file = paper(new_office, "a.txt", b"\xef\xbb\xbf" + text.encode())
    rows = obligations(object_of(new_office, file))
    assert rows
    for row in rows:
        start, end = row["start"], row["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert text[start:end] == row["quote"]


def test_the_text_that_places_count_in_is_written_on_demand(new_office: Office) -> None:
    file = paper(new_office, "a.docx", annex.as_docx())
    rows = obligations(object_of(new_office, file, "--text", str(new_office.folder / "a.txt")))
    text = (new_office.folder / "a.txt").read_bytes().decode("utf-8")
    assert all(text[int(str(row["start"])) : int(str(row["end"]))] == row["quote"] for row in rows)


def test_several_files_give_one_object_a_line_with_its_file(new_office: Office) -> None:
    files = [paper(new_office, name, TEXT.encode()) for name in ("a.txt", "b.txt")]
    lines = new_office.done("extract", *files, "--format", "json").splitlines()
    assert [json.loads(line)["file"] for line in lines] == files


def test_standard_input_is_a_file_too(new_office: Office) -> None:
    assert '"bo-y-te"' in new_office.done("extract", "-", "--published", "2016-03-01", typed=TEXT)


def test_the_toml_passes_check_when_every_lead_is_known(new_office: Office) -> None:
    known = "\n".join(TEXT.splitlines()[:2])
    paper(new_office, "a.txt", known.encode())
    new_office.done(
        "extract",
        str(new_office.folder / "a.txt"),
        "--published",
        "2016-03-01",
        "--out",
        str(new_office.folder / "catalogue"),
    )
    assert new_office.run("check").exit_code == 0
    assert "2016-06-30" in new_office.done("check", "--dates")


def test_unknown_leads_and_doubts_stand_as_comments_and_are_faults_until_a_person_mends_them(
    new_office: Office,
) -> None:
    file = paper(new_office, "a.txt", TEXT.encode())
    text = new_office.done("extract", file, "--published", "2016-03-01", "--format", "toml")
    draft = read_draft(text)
    unknown = [entry for entry in draft.entries if entry.noted("unknown lead")]
    assert [entry.noted("unknown lead") for entry in unknown] == [("Hội đồng Quả mọng",)]
    (new_office.folder / "catalogue" / "draft.toml").write_text(text, encoding="utf-8")
    result = new_office.run("check")
    assert result.exit_code == 1
    assert "lead" in result.output


def test_phrases_that_were_not_read_are_counted_and_shown_apart_from_the_machine_form(
    new_office: Office,
) -> None:
    file = paper(new_office, "a.txt", TEXT.encode())
    result = new_office.run("extract", file, "--json")
    json.loads(result.stdout)
    assert "trước mùa mưa bão" in result.stderr
    assert "1 phrase that may be a deadline was not read" in result.stderr


NO_TASK = "no task with a deadline was found"


@pytest.mark.parametrize("form", ["table", "json", "toml"])
def test_a_document_without_a_task_says_so(new_office: Office, form: str) -> None:
    file = paper(new_office, "a.txt", "Hôm nay trời mưa ở nhiều nơi.".encode())
    told = new_office.run("extract", file, "--format", form)
    lines = (told.stdout if form == "table" else told.stderr).splitlines()
    assert lines == [NO_TASK, "0 phrases that may be deadlines were not read"]


def test_a_task_with_a_deadline_ends_the_complaint_and_one_without_does_not(new_office: Office) -> None:
    undated = paper(new_office, "a.txt", "Bộ Y tế chủ trì rà soát danh mục thuốc.".encode())
    dated = paper(new_office, "b.txt", "Bộ Y tế rà soát danh mục thuốc trước ngày 01/7/2016.".encode())
    told = new_office.done("extract", undated, "--format", "table", "--published", "2016-04-01")
    assert NO_TASK in told
    assert "1 task, 0 of them with a time" in told
    assert NO_TASK not in new_office.done("extract", dated, "--format", "table", "--published", "2016-04-01")


HEADS = "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n"
PASSED = {
    "Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch Ủy ban nhân dân các tỉnh chịu trách nhiệm thi hành.": (
        "chịu trách nhiệm thi hành"
    ),
    f"{HEADS}| 1 | Cổng thông tin của ngành về giá thuốc và vật tư | Bộ Y tế | |\n": "Cổng thông tin",
}


@pytest.mark.parametrize("text", PASSED)
def test_a_task_without_a_deadline_that_is_passed_over_is_shown_and_counted(
    new_office: Office, text: str
) -> None:
    file = paper(new_office, "a.txt", text.encode())
    told = new_office.done("extract", file, "--format", "table").splitlines()
    assert told[0] == NO_TASK
    assert PASSED[text] in told[1]
    assert told[2] == "1 task without a deadline was passed over"
    (passed,) = rows_of(object_of(new_office, file), "passed_over")
    assert passed["text"] == text[passed["start"] : passed["end"]]
    assert "# passed over: " in new_office.done("extract", file, "--format", "toml")


def test_figures_in_a_table_are_no_tasks_that_were_passed_over(new_office: Office) -> None:
    rows = "| Đơn vị | Số hồ sơ | Tỷ lệ |\n| Bộ Y tế | 35 hồ sơ đã nhận qua mạng trong kỳ | 40% |\n"
    file = paper(new_office, "a.txt", rows.encode())
    assert object_of(new_office, file)["passed_over"] == []


def test_the_table_begins_with_what_is_least_certain(new_office: Office) -> None:
    file = paper(new_office, "a.txt", TEXT.encode())
    lines = new_office.done("extract", file, "--format", "table").splitlines()
    sure = [int(line.split("%")[0]) for line in lines if line.strip()[:1].isdigit() and "%" in line]
    assert len(sure) > 1
    assert sure == sorted(sure)
    assert lines[-1].endswith("not read")


def test_a_narrow_terminal_shows_lead_day_reason_and_doubt_of_each(
    new_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monitor.cli.drafted.room", lambda: 80)
    file = paper(new_office, "a.txt", TEXT.encode())
    told = new_office.done("extract", file, "--format", "table")
    assert max(len(line) for line in told.splitlines() if new_office.folder.name not in line) <= 80
    whole = " ".join(told.split())
    drafts = json.loads(new_office.done("extract", file, "--json"))["obligations"]
    for draft in drafts:
        assert "; ".join(draft["lead"]) in whole
        assert draft["due"] is None or draft["due"] in whole
        assert "; ".join(draft["notes"]) in whole
    assert "why: the text says" in whole


def test_what_cannot_be_read_is_one_sentence_and_the_others_are_read_all_the_same(new_office: Office) -> None:
    bad = paper(new_office, "bad.pdf", b"%PDF-1.4 broken")
    good = paper(new_office, "a.txt", TEXT.encode())
    result = new_office.run("extract", bad, good, str(new_office.folder / "none.txt"), "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["file"] == good
    assert "bad.pdf is damaged" in result.stderr
    assert "none.txt cannot be read: no such file or directory." in result.stderr
    assert "Traceback" not in result.output


def test_nothing_is_written_over(new_office: Office) -> None:
    file = paper(new_office, "a.txt", TEXT.encode())
    out = new_office.folder / "out"
    new_office.done("extract", file, "--out", str(out))
    before = (out / "a.toml").read_text(encoding="utf-8")
    result = new_office.run("extract", file, "--published", "2017-01-01", "--out", str(out))
    assert result.exit_code == 1
    assert (out / "a.toml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    "words",
    [
        ("--json", "--format", "toml"),
        ("--format", "table", "--out", "x"),
        ("b.txt", "--format", "toml"),
        ("b.txt", "--text", "x"),
    ],
)
def test_contradictory_options_are_a_mistake_in_typing(new_office: Office, words: tuple[str, ...]) -> None:
    assert new_office.run("extract", "a.txt", *words).exit_code == 2


def test_escapes_of_a_hostile_document_reach_no_terminal(new_office: Office) -> None:
    hostile = TEXT.replace("danh mục", "danh\x1b[31m\u202e mục")
    file = paper(new_office, "a.txt", hostile.encode())
    for form in ("table", "toml", "json"):
        output = new_office.run("extract", file, "--format", form).output
        assert "\x1b" not in output
        assert "\u202e" not in output


SOURCES = Path(__file__).resolve().parents[3].parent / "shared" / "seeds"


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source articles are not here")
def test_the_second_source_gives_its_tasks_with_the_right_days(new_office: Office) -> None:
    rows = obligations(object_of(new_office, str(SOURCES / "001.txt"), "--published", "2018-09-20"))
    dues = [row["due"] for row in rows if row["due"]]
    assert dues == ["2018-12-31", "2018-10-31", "2018-11-30", "2018-10-31", "2019-12-31", "2018-08-31"]


def test_one_task_is_counted_as_one(new_office: Office) -> None:
    file = new_office.folder / "one.txt"
    file.write_text("1. Giao Bộ Y tế báo cáo trước ngày 1/10/2016.\n", encoding="utf-8")
    assert "1 task, 1 of them" in new_office.done("extract", str(file), "--format", "table")


def test_where_a_task_stands_is_told_in_every_form(
    new_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = paper(
        new_office, "b.txt", f"NGHỊ QUYẾT\nSố: 9/NQ-CP\nIV. NHIỆM VỤ\n{TEXT.split(maxsplit=2)[2]}".encode()
    )
    assert obligations(object_of(new_office, file))[0]["clause"] == "khoản 1 mục IV"
    assert 'clause = "khoản 1 mục IV"' in new_office.done("extract", file, "--format", "toml")
    assert "khoản 1 mục IV" in new_office.done("extract", file, "--format", "table")
    monkeypatch.setattr("monitor.cli.drafted.room", lambda: 80)
    assert "khoản 1 mục IV" in new_office.done("extract", file, "--format", "table")


def test_no_room_is_given_to_where_tasks_stand_if_none_says_it(new_office: Office) -> None:
    file = paper(new_office, "b.txt", "Bộ Y tế ban hành danh mục trước ngày 01/7/2016.".encode())
    assert "Clause" not in new_office.done("extract", file, "--format", "table", "--published", "2016-04-01")
