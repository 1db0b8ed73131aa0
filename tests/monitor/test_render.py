"""What letters say, in which order, in which language, and what they refuse."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from monitor import sample_cases as the
from monitor import samples
from monitor.claim import Claim, Rendered, Tally
from monitor.foreign import shortened, visible
from monitor.render import BrokenTemplate, Renderer
from monitor.render.environment import Sandbox
from monitor.wording import compare, read_words
from notifiers.mime import Mail, compose
from rules.digest import Counts, Digest
from rules.kept import MOST
from rules.model import Case
from rules.people import Officer

SETTING = samples.setting()
RENDERER = Renderer()
READER = samples.reader("vi", samples.many(1))
LATE = "đã quá hạn 5 ngày làm việc"


def rendered(
    claim: Claim, language: str = "vi", now: datetime = samples.NOW, reader: Officer | None = None
) -> Rendered:
    return RENDERER.render(claim, reader or samples.reader(language, claim), SETTING, now)


def a_letter(case: Case, stage: str = "overdue", role: str = "owner") -> Claim:
    return samples.claim("stage", samples.stage(case, stage, role=role))


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 1, 0, tzinfo=UTC)


def both_say(letter: Rendered, *sentences: str) -> bool:
    shown = _Shown(letter.html).text
    return all(sentence in letter.text and sentence in shown for sentence in sentences)


class _Shown(HTMLParser):
    """What a reader of the HTML part sees, and the tags that stand there."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


# Lateness


def test_the_first_line_says_who_is_late_and_by_how_many_working_days() -> None:
    letter = rendered(a_letter(the.a_case()))
    assert letter.text.startswith(f"▲ Bộ Y tế: {LATE}\n")
    assert '<h1 class="headline"' in letter.html
    assert _Shown(letter.html).text.index(LATE) < _Shown(letter.html).text.index("Kính gửi")


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [
        (date(2016, 6, 21), "còn 7 ngày làm việc", "7 working days left"),
        (date(2016, 6, 29), "còn 1 ngày làm việc", "1 working day left"),
        (date(2016, 6, 30), "đến hạn trong hôm nay", "due today"),
        (date(2016, 7, 1), "đã quá hạn 1 ngày làm việc", "1 working day late"),
        (date(2016, 7, 7), "đã quá hạn 5 ngày làm việc", "5 working days late"),
    ],
)
def test_days_are_counted_in_working_days_with_the_right_plural(day: date, vi: str, en: str) -> None:
    claim = a_letter(the.a_case())
    assert rendered(claim, "vi", at(day)).subject.endswith(f"— {vi}")
    assert rendered(claim, "en", at(day)).subject.endswith(f"— {en}")


def test_a_last_day_on_a_weekend_is_named_when_no_working_day_is_left() -> None:
    letter = rendered(a_letter(the.a_case(due=date(2016, 7, 10))), now=at(date(2016, 7, 9)))
    assert both_say(letter, "không còn ngày làm việc nào, ngày cuối cùng là 10/7/2016")


def test_the_worst_case_stands_first_and_the_bar_grows_with_the_days() -> None:
    cases = (the.a_case(due=date(2016, 5, 31), number=1), the.a_case(number=2))
    letter = rendered(samples.claim("bundle", *(samples.stage(case, "overdue") for case in cases)))
    assert letter.text.index("27 ngày làm việc") < letter.text.index("5 ngày làm việc")
    assert 'width="100%" height="10" bgcolor="#b42318"' in letter.html
    assert 'width="19%" height="10" bgcolor="#b42318"' in letter.html


# Why, what next, how to answer


def test_a_letter_says_why_it_was_sent() -> None:
    letter = rendered(a_letter(the.a_case(), "escalated"), "en")
    assert both_say(
        letter,
        "Stage: escalated, 5 working days after the last day (30 June 2016).",
        "You receive this as responsible officer of Ministry of Health.",
    )


def test_a_repeated_stage_says_which_time_it_is() -> None:
    claim = samples.claim("stage", samples.stage(the.a_case(), "urged", occurrence=2))
    rule = "20 working days after the last day (30 June 2016); then every 5 working days, time 3."
    assert both_say(rendered(claim, "en"), f"Stage: urged, {rule}")


def test_a_letter_quotes_the_law_and_every_step_to_the_date() -> None:
    letter = rendered(a_letter(the.a_case()))
    assert both_say(
        letter, f"“{the.BRIEF.quote}”", f"“{the.BRIEF.phrase}”", *(step.vi for step in the.BECAUSE)
    )
    assert both_say(rendered(a_letter(the.a_case()), "en"), *(step.en for step in the.BECAUSE))


def test_a_letter_names_instrument_clause_agency_and_deliverable() -> None:
    letter = rendered(a_letter(the.a_case()))
    source = "mục 7, Nghị quyết số 23/NQ-CP ngày 30/3/2016 của Chính phủ"
    assert both_say(
        letter, source, "Văn phòng Chính phủ", the.BRIEF.deliverable or "-", "12 · nq-23-2016/1@bo-y-te"
    )


def test_a_letter_says_what_happens_next_when_and_to_whom() -> None:
    letter = rendered(a_letter(the.a_case("escalated")))
    assert both_say(
        letter, "08:00 ngày 14/7/2016: thư mức “đôn đốc”, gửi Lê Thị Hòa (lãnh đạo cơ quan), Phạm Quốc Dũng"
    )


def test_a_snoozable_stage_offers_a_snooze_and_others_do_not() -> None:
    assert "duewatch snooze 12" in rendered(a_letter(the.a_case(due=date(2016, 7, 29)), "reminder")).text
    letter = rendered(a_letter(the.a_case(), "overdue"))
    assert "duewatch snooze" not in letter.text
    assert both_say(letter, 'duewatch close 12 --evidence "…" --on DAY')


def test_a_case_without_a_number_is_answered_by_its_key() -> None:
    assert "duewatch close 'nq-23-2016/1@bo-y-te'" in rendered(a_letter(the.a_case(number=0))).text


def test_the_deputy_reads_for_whom_and_until_when() -> None:
    claim = samples.claim("stage", samples.stage(the.a_case(), "overdue", role="head"), officer="minh")
    reader = samples.reader("vi", claim)
    assert reader.id == "lan"
    assert both_say(
        rendered(claim, reader=reader), "Gửi thay cho Trần Văn Minh, vắng mặt đến hết ngày 8/7/2016."
    )


def test_a_role_that_nobody_fills_is_named() -> None:
    notice, case = samples.stage(the.a_case(), "overdue")
    letter = rendered(samples.claim("stage", (replace(notice, instead="leader"), case)), "en")
    assert both_say(letter, "It is sent so because nobody fills the role “leader of the agency”.")


def test_what_a_snooze_held_is_said() -> None:
    notice, case = samples.stage(the.running(), "last-call")
    letter = rendered(samples.claim("stage", (replace(notice, held=("notice", "reminder")), case)))
    assert both_say(
        letter, "Các mức đã được giữ lại do tạm hoãn: thông báo, nhắc việc.", "chờ hướng dẫn kỹ thuật"
    )


def test_a_stage_that_speaks_late_says_when_it_was_planned() -> None:
    letter = rendered(a_letter(the.a_case(due=samples.TODAY), "last-call"))
    assert both_say(letter, "Thời điểm dự kiến của mức này là 08:00 ngày 6/7/2016.")


def test_letters_to_others_cite_a_promise() -> None:
    letter = rendered(a_letter(the.promised(), role="head"))
    assert both_say(
        letter,
        "Nguyễn Thị Lan cam kết hoàn thành chậm nhất ngày 12/7/2016: đang chạy thử",
        "Lê Thị Hòa cam kết hoàn thành chậm nhất ngày 1/7/2016; cam kết này không được thực hiện",
    )


def test_an_extension_shows_the_original_day_and_both_judgements() -> None:
    letter = rendered(a_letter(the.extended()), "en")
    said = "30 June 2016; by that day: 5 working days late; by the present day: 6 working days left"
    assert both_say(letter, said)


def test_a_provisional_day_an_hour_and_another_reading_are_told() -> None:
    letter = rendered(a_letter(the.recurring(), "last-call"))
    assert both_say(
        letter, "trước 17:00", "(tính từ 1/7/2016)", "tạm tính", "ngày 10/7/2016; áp dụng cách hiểu chặt hơn"
    )


# Unconfirmed and collective


def test_an_unconfirmed_case_is_no_laggard() -> None:
    letter = rendered(a_letter(the.unsure()))
    assert "đã quá hạn" not in letter.text
    assert both_say(letter, "khoảng 22/30 tính đến ngày 24/3/2016", "Chưa xác nhận", "báo cáo quý I/2016")


def test_the_watch_sees_a_collective_obligation_as_one_entry() -> None:
    letter = rendered(samples.watch(), "en")
    assert letter.html.count('class="card"') == 1
    assert both_say(letter, "3 of 93 agencies have not", "20 agencies; the source gives only a count")
    assert letter.subject.endswith("— 3 of 93 agencies have not")


def test_the_names_of_laggards_hold_nobody_unconfirmed() -> None:
    letter = rendered(samples.watch(), "en")
    assert both_say(
        letter, "5 working days late: Ministry of Health (case 30), Ministry of Defence (case 31), Hà Nội"
    )
    assert "Cà Mau" not in letter.text


def test_a_collective_of_which_nobody_is_known_to_be_late_names_nobody() -> None:
    letter = rendered(dict(samples.named())["stage-unsure"], "en")
    assert letter.text.startswith("● Agencies: unconfirmed")
    assert " of 0 " not in letter.text
    assert "Ministry of Health" not in letter.text


def test_beyond_the_full_cards_a_collective_obligation_is_still_one_row() -> None:
    told = []
    for number in range(12):
        brief = replace(the.BRIEF, obligation=str(number))
        for agency in ("bo-y-te", "ha-noi"):
            case = replace(the.a_case(agency=agency), brief=brief, key=f"nq-23-2016/{number}@{agency}")
            told.append(samples.stage(case, "urged", role="watch"))
    letter = rendered(samples.claim("bundle", *told, officer="anna"), "en")
    assert letter.html.count('class="row"') + letter.html.count('class="card"') == 12
    assert letter.text.count("Hà Nội") == 12


def test_the_digest_of_the_watch_gathers_a_collective_obligation() -> None:
    cases = tuple(the.a_case(agency=name) for name in ("bo-y-te", "ha-noi", "ca-mau"))
    drawn = Digest("anna", samples.TODAY, 4, overdue=cases, counts=Counts(90, 80, 0, 0, 0, 0))
    watch = rendered(samples.claim("digest", officer="anna", digest=drawn), "en")
    assert watch.html.count('class="row"') == 1
    assert both_say(
        watch, "Ministry of Health (case 12), Hà Nội (case 12), Cà Mau Province (case 12)", "and 77 more"
    )
    owner = rendered(samples.claim("digest", digest=drawn), "en")
    assert owner.html.count('class="row"') == 3


def test_a_long_agency_is_called_by_its_shorter_name_in_a_subject() -> None:
    agency = replace(
        the.AGENCIES[2], name="Bộ Nông nghiệp và Phát triển nông thôn", aliases=("BNNPTNT", "Bộ NN&PTNT")
    )
    other = replace(SETTING, agencies={**SETTING.agencies, "bo-y-te": agency})
    letter = RENDERER.render(a_letter(the.a_case()), READER, other, samples.NOW)
    assert letter.subject.startswith("[Duewatch] Bộ NN&PTNT: Liên thông")


def test_one_roster_is_called_by_its_name() -> None:
    brief = replace(the.BRIEF, collective=("@provinces",))
    cases = tuple(
        replace(the.a_case(agency=name, number=at), brief=brief)
        for at, name in ((1, "ha-noi"), (2, "ca-mau"))
    )
    claim = samples.claim(
        "bundle", *(samples.stage(case, "urged", role="watch") for case in cases), officer="dung"
    )
    claim = replace(claim, tallies=(("nq-23-2016/1", Tally(63, 51, 12, 0, 0)),))
    assert both_say(rendered(claim, "en"), "12 of 63 provinces have not")
    assert both_say(rendered(claim, "vi"), "12 trong 63 tỉnh, thành phố chưa hoàn thành")


def test_an_owner_sees_the_same_obligation_case_by_case() -> None:
    cases = (the.a_case(number=1), the.a_case(agency="ha-noi", number=2))
    letter = rendered(samples.claim("bundle", *(samples.stage(case, "overdue") for case in cases)))
    assert letter.html.count('class="card"') == 2


# Changes, closings, digests, failures


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "change-extended",
            "Gia hạn từ 30/6/2016 đến 15/7/2016 theo Công văn 120/VPCP-KSTT. Lý do: chờ hạ tầng",
        ),
        ("change-moved", "Thời hạn chuyển từ 30/6/2016 sang không có ngày."),
        ("change-withdrawn", "được rút vì nội dung được tiếp tục tại nq-50-2016."),
        ("change-reopened", "Nhiệm vụ được mở lại. Lý do: hồ sơ chưa đủ"),
        ("change-broken", "Mức cao nhất đã được giữ lại theo cam kết: báo cáo cấp trên."),
        ("closing", "Hoàn thành ngày 28/6/2016. Căn cứ: Báo cáo 101/BC-BYT ngày 28/6/2016"),
    ],
)
def test_a_change_is_told_in_a_sentence(name: str, sentence: str) -> None:
    assert both_say(rendered(dict(samples.named())[name]), sentence)


def test_a_closing_says_in_time_or_late_and_judges_by_the_original_day_too() -> None:
    claims = dict(samples.named())
    assert rendered(claims["closing"], "en").subject.endswith("— done in time")
    late = rendered(claims["closing-late"], "en")
    assert late.subject.endswith("— done, 3 working days late")
    assert both_say(late, "By the original day 31 March 2016: done, 66 working days late.")


def test_a_digest_is_numbered_and_begins_with_what_is_late() -> None:
    letter = rendered(samples.digest())
    assert letter.subject == "[Duewatch] Bản tổng hợp số 17, 7/7/2016 — 60 quá hạn, 2 sắp đến hạn"
    heads = ("Quá hạn (60)", "Sắp đến hạn (2)", "Thay đổi kể từ", "Tạm hoãn và cam kết", "Chưa xác nhận (1)")
    places = [letter.text.index(head) for head in heads]
    assert places == sorted(places)
    assert both_say(letter, "và 58 nhiệm vụ khác", *heads)


def test_a_quiet_digest_says_that_there_is_nothing_to_report() -> None:
    letter = rendered(dict(samples.named())["digest-quiet"], "en")
    assert letter.subject.endswith("— nothing to report")
    assert "nothing is late" in letter.text


def test_text_never_leaves_more_than_one_line_blank() -> None:
    for language in ("vi", "en"):
        for _, claim in samples.named():
            text = rendered(claim, language).text
            assert "\n\n\n" not in text
            assert text.endswith(".\n")


def test_a_failure_is_told_line_by_line() -> None:
    letter = rendered(dict(samples.named())["failure"], "en")
    assert both_say(letter, "535 5.7.8.", "Nothing goes out until the password is set.")


# Subjects


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_start_of_a_case_subject_never_changes(language: str) -> None:
    named = dict(samples.named())
    case = the.extended()
    claims = (a_letter(case), a_letter(case, "urged"), named["change-extended"], named["change-broken"])
    starts = {rendered(claim, language).subject.rpartition(" — ")[0] for claim in claims}
    assert len(starts) == 1


@pytest.mark.parametrize(("name", "claim"), list(samples.named()))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_subject_is_one_printable_line_of_a_sensible_length(name: str, claim: Claim, language: str) -> None:
    subject = rendered(claim, language).subject
    assert subject.isprintable(), name
    assert subject.startswith("[Duewatch] ")
    assert len(subject) <= 115


def test_a_long_sentence_is_cut_at_a_word() -> None:
    brief = replace(
        the.BRIEF, task="hoàn thành việc liên thông văn bản điện tử giữa các cơ quan hành chính nhà nước"
    )
    subject = rendered(a_letter(replace(the.a_case(), brief=brief))).subject
    start, _, state = subject.partition("… — ")
    assert state == LATE
    assert brief.task.startswith(start.partition(": ")[2] + " ")
    assert len(subject) <= 92


# Foreign text


@pytest.mark.contract(9)
def test_markup_in_a_sentence_is_shown_and_not_obeyed() -> None:
    letter = rendered(a_letter(the.hostile()))
    assert "<script" not in letter.html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in letter.html
    assert "script" not in _Shown(letter.html).tags
    assert "a" not in _Shown(letter.html).tags


def test_what_has_been_escaped_before_is_escaped_again() -> None:
    first, second = (rendered(a_letter(the.hostile())) for _ in range(2))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in second.html
    assert second.html == first.html


def test_many_texts_are_escaped_and_few_are_kept() -> None:
    sandbox = Sandbox()
    for number in range(MOST + 2):
        assert sandbox.escaped(f"<{number}>") == f"&lt;{number}&gt;"
    assert len(sandbox._escaped) == 2
    assert sandbox.escaped(Markup("<b>")) == "<b>"
    assert sandbox.escaped(7) == "7"


@pytest.mark.contract(9)
def test_a_template_in_a_sentence_is_printed_literally() -> None:
    assert both_say(rendered(a_letter(the.hostile())), "{{ 7*7 }} {% raw %}")


def test_hidden_signs_are_shown_by_their_code_point() -> None:
    letter = rendered(a_letter(the.hostile()))
    assert both_say(letter, "⟨U+202E⟩", "⟨U+200B⟩")
    assert not {"\u202e", "\u200b"} & set(letter.subject + letter.text + letter.html)


@given(st.text())
def test_visible_text_is_one_line_without_a_hidden_sign(text: str) -> None:
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert not any(sign in shown for sign in "\u202e\u2066\u200b\u00ad\x00\x1b\ufeff")
    shown.encode()


@given(st.text(max_size=300), st.integers(min_value=5, max_value=80))
def test_shortened_text_fits_and_begins_as_before(text: str, limit: int) -> None:
    short = shortened(text, limit)
    assert len(short) <= limit
    assert text.startswith(short.removesuffix("…")) or short == text


@pytest.mark.contract(9)
@given(st.text(min_size=1, max_size=400), st.sampled_from(["vi", "en"]))
def test_whatever_a_sentence_holds_the_letter_has_the_same_tags(text: str, language: str) -> None:
    plain = replace(the.a_case(), brief=replace(the.BRIEF, task="x", quote="x", title="x", number="x"))
    wild = replace(plain, brief=replace(plain.brief, task=text, quote=text, title=text, number=text))
    assert (
        _Shown(rendered(a_letter(wild), language).html).tags
        == _Shown(rendered(a_letter(plain), language).html).tags
    )


# Size and speed


def test_a_letter_of_many_cases_lists_fifty_and_counts_the_rest() -> None:
    letter = rendered(samples.many(120))
    shown = letter.html.count('class="row"') + letter.html.count('class="card"')
    assert shown == 50
    assert both_say(letter, "và 70 nhiệm vụ khác", "120 nhiệm vụ: 120 quá hạn")


def _wordy(count: int) -> tuple[Case, ...]:
    task = "Hoàn thành việc xây dựng và ban hành quy chế " * 40
    brief = replace(the.BRIEF, task=task, quote=task, phrase=task, deliverable=task, collective=())
    return tuple(
        replace(the.a_case(number=n), key=f"nq-23-2016/{n}@bo-y-te", brief=brief) for n in range(1, count)
    )


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "claim",
    [
        samples.many(600),
        samples.claim("bundle", *(samples.stage(case, "overdue") for case in _wordy(600))),
        samples.claim("register", *((samples.notice("register", case), case) for case in _wordy(600))),
        samples.claim(
            "digest",
            digest=Digest(
                "lan",
                samples.TODAY,
                3,
                _wordy(51),
                _wordy(51),
                (),
                _wordy(51),
                _wordy(51),
                Counts(9, 600, 600, 50, 0, 50),
            ),
        ),
    ],
    ids=["many", "wordy", "register", "digest"],
)
def test_the_heaviest_letter_weighs_at_most_100_kb_as_a_message(claim: Claim, language: str) -> None:
    letter = rendered(claim, language)
    mail = Mail(
        sender="duewatch@example.org",
        recipient="lan@example.org",
        subject=letter.subject,
        date=samples.NOW,
        key=claim.key,
        kind=claim.kind,
        text=letter.text,
        html=letter.html,
        cases=tuple(entry.notice.case for entry in claim.entries if entry.notice.case),
    )
    assert 60_000 < len(compose(mail)) <= 100_000


def test_a_letter_costs_far_less_than_compiling_its_templates() -> None:
    claim, reader = dict(samples.named())["stage"], READER
    cold = _cost(lambda: Renderer().render(claim, reader, SETTING, samples.NOW), 1)
    warm = _cost(lambda: RENDERER.render(claim, reader, SETTING, samples.NOW), 20)
    assert warm * 10 < cold


def _cost(work: Callable[[], object], times: int) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for _ in range(times):
            work()
        best = min(best, (time.perf_counter() - start) / times)
    return best


# Languages and operator's templates


def test_an_unknown_language_falls_back() -> None:
    reader = replace(READER, language="fr")
    assert LATE in rendered(a_letter(the.a_case()), reader=reader).subject
    english = Renderer(fallback="en").render(a_letter(the.a_case()), reader, SETTING, samples.NOW)
    assert "5 working days late" in english.subject


def test_an_operator_template_comes_first(tmp_path: Path) -> None:
    _write(tmp_path / "vi/stage/subject.txt", "Khẩn: {{ page.state }}\n")
    letter = Renderer((tmp_path,)).render(a_letter(the.a_case()), READER, SETTING, samples.NOW)
    assert letter.subject == f"Khẩn: {LATE}"
    assert Renderer((tmp_path,)).faults() == ()


def test_an_operator_word_comes_first_and_the_others_stay(tmp_path: Path) -> None:
    _write(tmp_path / "vi/words.toml", '[state]\nlate = "chậm {count}"\n')
    renderer = Renderer((tmp_path,))
    letter = renderer.render(a_letter(the.a_case()), READER, SETTING, samples.NOW)
    assert letter.subject.endswith("— chậm 5 ngày làm việc")
    assert renderer.faults() == ()


@pytest.mark.contract(6)
@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("fine\n{{ page.nothing }}\n", 2, "nothing"),
        ("fine\n\n{% if %}\n", 3, "Expected an expression"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("\n{{ page.__class__ }}", 2, "unsafe"),
        ("{{ 'x' * 1000000000 }}", 1, "whole numbers only"),
        ("{% for n in range(99999) %}{{ page.headline }}{% endfor %}", 1, "more than 256 KB"),
        ("{% include 'away.txt' %}", 1, "away.txt is missing"),
        ("{% include '../../../../etc/passwd' %}", 1, "is missing"),
    ],
)
def test_a_broken_template_is_refused_with_file_and_line(
    tmp_path: Path, text: str, line: int, why: str
) -> None:
    _write(tmp_path / "vi/stage/body.txt", text)
    renderer = Renderer((tmp_path,))
    faults = [fault for fault in renderer.faults() if why in fault.text]
    assert faults, [str(fault) for fault in renderer.faults()]
    assert faults[0].line == line
    assert "vi/stage/body.txt" in str(faults[0])
    with pytest.raises(BrokenTemplate):
        renderer.render(a_letter(the.a_case()), READER, SETTING, samples.NOW)


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ('<p class="{{ page.tone }}">x</p>', "a class is a literal name"),
        ('<p class="late" style="color: red">x</p>', "a class or a style"),
    ],
)
def test_a_style_that_cannot_be_written_in_is_refused(tmp_path: Path, html: str, why: str) -> None:
    _write(tmp_path / "en/failure/body.html", html)
    assert any(why in fault.text for fault in Renderer((tmp_path,)).faults())


@pytest.mark.parametrize(
    ("words", "line", "why"),
    [
        ('[state]\nlaat = "chậm"\n', 2, "no letter uses this word"),
        ('[state]\n\nlate = "chậm {days}"\n', 3, "nothing fills in {days}"),
        ('[state]\nlate = "chậm {count.__class__}"\n', 2, "nothing fills in"),
        ('[state]\nlate = "chậm {"\n', 2, "braces do not match"),
        ("[state]\nlate = 3\n", 2, "must be a text"),
        ('[state]\nlate = "chậm\n', 2, "not a TOML file"),
    ],
)
def test_a_wrong_word_is_refused_with_file_and_line(tmp_path: Path, words: str, line: int, why: str) -> None:
    _write(tmp_path / "vi/words.toml", words)
    faults = [fault for fault in Renderer((tmp_path,)).faults() if why in fault.text]
    assert [fault.line for fault in faults][:1] == [line]
    assert faults[0].file.endswith("vi/words.toml")


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/hostname", "vi/../../secret.txt", "vi/link.txt"])
def test_no_template_reads_a_file_outside_its_folder(tmp_path: Path, name: str) -> None:
    _write(tmp_path / "secret.txt", "{{ 'canary-' ~ 'of-a-file' }}")
    _write(tmp_path / "mine/vi/change/subject.txt", "{% include '" + name + "' %}")
    (tmp_path / "mine/vi/link.txt").symlink_to(tmp_path / "secret.txt")
    (fault,) = [fault for fault in Renderer((tmp_path / "mine",)).faults() if not fault.warning]
    assert fault.file.endswith("vi/change/subject.txt")
    assert "canary-of" not in str(fault)


@pytest.mark.parametrize("language", ["..", "../..", "/etc", "vi/../vi"])
def test_a_language_that_is_a_path_is_no_language(language: str) -> None:
    officer = replace(READER, language=language)
    assert RENDERER.render(a_letter(the.a_case()), officer, SETTING, samples.NOW) == RENDERER.render(
        a_letter(the.a_case()), READER, SETTING, samples.NOW
    )


def test_a_language_of_its_own_must_say_every_word(tmp_path: Path) -> None:
    _write(tmp_path / "fr/words.toml", '[state]\nlate = "{count} de retard"\n')
    texts = [fault.text for fault in Renderer((tmp_path,)).faults()]
    assert any("this word is missing" in text for text in texts)
    assert any("fr/stage/subject.txt is missing" in text for text in texts)


def test_a_folder_of_templates_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    assert [fault.key for fault in Renderer((tmp_path / "none",)).faults()] == ["templates"]


@pytest.mark.parametrize(("name", "claim"), list(samples.named()))
def test_a_plain_letter_needs_no_template(tmp_path: Path, name: str, claim: Claim) -> None:
    for kind in ("stage", "bundle", "register", "change", "closing", "digest", "failure"):
        for part in ("subject.txt", "body.txt", "body.html"):
            _write(tmp_path / f"vi/{kind}/{part}", "{{ broken }}")
    _write(tmp_path / "vi/words.toml", '[state]\nlate = "{broken}"\n')
    plain = Renderer((tmp_path,)).plain(claim, samples.reader("vi", claim), SETTING, samples.NOW)
    assert plain.subject.startswith("[Duewatch]"), name
    assert plain.subject == rendered(claim).subject
    assert plain.text.splitlines()[0] in _Shown(plain.html).text


def test_a_word_that_breaks_at_night_is_a_broken_template(tmp_path: Path) -> None:
    _write(tmp_path / "vi/words.toml", '[state]\nlate = "{broken}"\n')
    with pytest.raises(BrokenTemplate, match=r"state\.late"):
        Renderer((tmp_path,)).render(a_letter(the.a_case()), READER, SETTING, samples.NOW)


def test_words_are_compared_by_their_names_in_braces() -> None:
    assert compare('[a]\nb = "{n}"\n', "w", {"a.b": "{n} {m}"}, whole=True) == ()
    assert [fault.key for fault in compare('[a]\nb = "x"\n', "w", {"a.b": "", "a.c": ""}, whole=True)] == [
        "a.c"
    ]
    assert read_words('a = ["x", "y"]', "w")[0] == {"a.1": "x", "a.2": "y"}


def test_a_new_setting_is_not_answered_from_the_old_one() -> None:
    other = replace(SETTING, agencies={"bo-y-te": replace(the.AGENCIES[2], name="Bộ Y tế mới")})
    claim, reader = a_letter(the.a_case()), READER
    assert "Bộ Y tế mới" in RENDERER.render(claim, reader, other, samples.NOW).text
    assert "Bộ Y tế mới" not in RENDERER.render(claim, reader, SETTING, samples.NOW).text


def test_tomorrow_the_same_claim_counts_one_day_more() -> None:
    claim = a_letter(the.a_case())
    assert "6 working days late" in rendered(claim, "en", samples.NOW + timedelta(days=1)).subject


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
