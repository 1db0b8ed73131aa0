"""The bytes of a letter, read back by readers that know nothing of how they were made."""

from __future__ import annotations

import dataclasses
import email
import email.policy
import hashlib
import shutil
import subprocess
import sys
import timeit
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifiers.address import UNSAFE, ascii_address, mailbox
from notifiers.mime import CASES, Mail, compose, message_id, thread_root
from tests.notifiers import headers

HANOI = timezone(timedelta(hours=7))
MAIL = Mail(
    sender="duewatch@example.org",
    sender_name="Duewatch",
    recipient="lan@example.org",
    recipient_name="Nguyễn Thị Lan",
    reply_to="office@example.org",
    subject="Nhắc việc: báo cáo trước ngày 1/7/2016",
    date=datetime(2016, 6, 21, 8, 0, tzinfo=HANOI),
    key="stage/lan/1",
    kind="stage",
    cases=("nq-23-2016/1@bo-y-te", "nq-23-2016/2@bo-y-te"),
    text="Thư bằng chữ.\nDòng hai.\n",
    html="<p>Thư đẹp.</p>\n",
)


def parsed(mail: Mail) -> EmailMessage:
    message = email.message_from_bytes(compose(mail), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def pythons() -> list[str]:
    """This Python, and every other one from 3.11 on that starts here."""
    found = [sys.executable]
    for minor in range(11, 16):
        other = shutil.which(f"python3.{minor}")
        if other and subprocess.run([other, "-c", ""], capture_output=True, check=False).returncode == 0:
            found.append(other)
    return found


@pytest.mark.parametrize("python", pythons())
def test_thousands_of_vietnamese_subjects_and_names_survive_every_python(python: str) -> None:
    script = Path(headers.__file__)
    run = subprocess.run([python, str(script), "3000"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@given(subject=st.text(max_size=300), name=st.text(max_size=80))
def test_any_text_arrives_whole_or_is_refused(subject: str, name: str) -> None:
    mail = dataclasses.replace(MAIL, subject=subject, recipient_name=name)
    if UNSAFE.search(subject + name):
        with pytest.raises(ValueError, match=r"U\+"):
            compose(mail)
        return
    message = compose(mail)
    assert headers.decoded(headers.raw_header(message, "Subject")) == subject
    if name:
        assert headers.decoded_name(headers.raw_header(message, "To")) == name
    assert max(len(line) for line in message.split(b"\r\n")) <= 76


def test_the_longest_line_stays_within_seventy_six_columns_at_every_length_of_name_and_subject() -> None:
    for length in range(1, 130):
        for letter in ("a", "ệ", "😀"):
            mail = dataclasses.replace(MAIL, subject=letter * length, recipient_name=letter * length)
            assert max(len(line) for line in compose(mail).split(b"\r\n")) <= 76


SIGNS = [
    "\r",
    "\n",
    "\r\n ",
    "\v",
    "\x0c",
    "\x85",
    "\u2028",
    "\u2029",
    "\0",
    "\t",
    "\x1b",
    "\x7f",
    "\u202e",
    "\ud800",
]


FIELDS: dict[str, Callable[[str], Mail]] = {
    "subject": lambda text: dataclasses.replace(MAIL, subject=text),
    "sender_name": lambda text: dataclasses.replace(MAIL, sender_name=text),
    "recipient_name": lambda text: dataclasses.replace(MAIL, recipient_name=text),
    "recipient": lambda text: dataclasses.replace(MAIL, recipient=text),
    "sender": lambda text: dataclasses.replace(MAIL, sender=text),
    "reply_to": lambda text: dataclasses.replace(MAIL, reply_to=text),
}


@pytest.mark.contract(9)
@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("field", FIELDS)
def test_no_sign_that_could_begin_a_new_header_gets_into_one(field: str, sign: str) -> None:
    with pytest.raises(ValueError, match=r"U\+"):
        compose(FIELDS[field](f"a{sign}Bcc: evil@example.org"))


@pytest.mark.parametrize("key", ["a b", "a,b", "a\r\nBcc: x", "bộ-y-tế", ""])
def test_a_case_key_that_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="key"):
        compose(dataclasses.replace(MAIL, cases=(key,)))


@pytest.mark.parametrize("kind", ["", "Stage", "a b", "x\r\nBcc: y"])
def test_a_kind_that_is_no_kind_is_refused(kind: str) -> None:
    with pytest.raises(ValueError, match="kind"):
        compose(dataclasses.replace(MAIL, kind=kind))


def test_a_date_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        compose(dataclasses.replace(MAIL, date=datetime(2016, 6, 21, 8, 0)))  # noqa: DTZ001 - that is the point


@given(moment=st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1), timezones=st.just(HANOI)))  # noqa: DTZ001
def test_the_date_is_read_back_as_the_same_moment(moment: datetime) -> None:
    date = parsed(dataclasses.replace(MAIL, date=moment))["Date"].datetime
    assert date == moment.replace(microsecond=0)
    assert date.utcoffset() == timedelta(hours=7)


def test_the_text_comes_first_then_the_html_both_base64_utf8() -> None:
    message = parsed(MAIL)
    assert message.get_content_type() == "multipart/alternative"
    first, second = message.iter_parts()
    assert [part.get_content_type() for part in (first, second)] == ["text/plain", "text/html"]
    for part in (first, second):
        assert part["Content-Transfer-Encoding"] == "base64"
        assert part.get_content_charset() == "utf-8"
    assert first.get_payload(decode=True) == "Thư bằng chữ.\r\nDòng hai.\r\n".encode()
    assert second.get_payload(decode=True) == "<p>Thư đẹp.</p>\r\n".encode()
    assert message.defects == []


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400))
def test_a_body_of_any_text_is_read_back(text: str) -> None:
    first, _ = parsed(dataclasses.replace(MAIL, text=text)).iter_parts()
    payload = first.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert payload.decode().replace("\r\n", "\n") == text.replace("\r\n", "\n").replace("\r", "\n")


def test_what_a_mail_program_needs_to_file_the_letter_is_there() -> None:
    message = parsed(MAIL)
    assert message["From"] == "Duewatch <duewatch@example.org>"
    assert message["To"] == "Nguyễn Thị Lan <lan@example.org>"
    assert message["Reply-To"] == "office@example.org"
    assert message["Date"] == "Tue, 21 Jun 2016 08:00:00 +0700"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["X-Auto-Response-Suppress"] == "All"
    assert message["List-Id"] == "<stage.duewatch.example.org>"
    assert message["X-Duewatch-Letter"] == "stage"
    assert message["X-Duewatch-Case"] == "nq-23-2016/1@bo-y-te,nq-23-2016/2@bo-y-te"
    assert message["MIME-Version"] == "1.0"
    assert message["Precedence"] is None


def test_only_a_digest_is_bulk() -> None:
    assert parsed(dataclasses.replace(MAIL, kind="digest", cases=()))["Precedence"] == "bulk"


def test_a_letter_without_a_case_or_a_place_to_answer_has_no_empty_headers() -> None:
    message = parsed(dataclasses.replace(MAIL, cases=(), reply_to="", recipient_name="", sender_name=""))
    for absent in ("References", "In-Reply-To", "X-Duewatch-Case", "Reply-To"):
        assert message[absent] is None
    assert message["To"] == "lan@example.org"


def test_the_message_id_is_the_hash_of_the_key_at_the_senders_domain() -> None:
    digest = hashlib.sha256("stage/lan/1".encode()).hexdigest()  # noqa: UP012 - the key is text
    assert message_id("stage/lan/1", "example.org") == f"<{digest[:32]}@example.org>"
    assert parsed(MAIL)["Message-ID"] == message_id("stage/lan/1", "example.org")
    assert compose(MAIL) == compose(MAIL)


def test_all_letters_about_a_case_refer_to_one_root_and_the_worst_case_is_answered() -> None:
    message = parsed(MAIL)
    roots = [thread_root(case, "example.org") for case in MAIL.cases]
    assert message["In-Reply-To"] == roots[0]
    assert message["References"].split() == roots


def test_at_most_ten_cases_are_referred_to_and_none_twice() -> None:
    cases = tuple(f"nq-23-2016/{number}@bo-y-te" for number in range(1, 64))
    assert len(parsed(dataclasses.replace(MAIL, cases=cases))["References"].split()) == 10
    assert len(parsed(dataclasses.replace(MAIL, cases=cases[:1] * 5))["References"].split()) == 1


def test_sixty_three_keys_are_folded_at_commas_and_read_back() -> None:
    cases = tuple(f"nq-36a-2015/{number}@thua-thien-hue#2018-Q{number % 4}" for number in range(1, 64))
    message = compose(dataclasses.replace(MAIL, cases=cases))
    assert tuple(headers.raw_header(message, "X-Duewatch-Case").replace(" ", "").split(",")) == cases
    assert max(len(line) for line in message.split(b"\r\n")) <= 76


def test_a_letter_about_thousands_of_cases_keeps_its_headers_small_and_says_how_many_it_leaves_out() -> None:
    cases = tuple(f"nq-36a-2015/{number}@thua-thien-hue" for number in range(5000))
    message = compose(dataclasses.replace(MAIL, cases=cases))
    assert len(message.split(b"\r\n\r\n")[0]) < 60_000
    assert headers.raw_header(message, "X-Duewatch-More-Cases") == str(5000 - CASES)


def test_a_letter_of_twenty_rows_costs_well_under_a_millisecond() -> None:
    row = "<tr><td>Báo cáo về ứng dụng công nghệ thông tin</td><td>quá hạn 12 ngày làm việc</td></tr>\n"
    mail = dataclasses.replace(MAIL, text=row * 20, html=row * 60)
    assert min(timeit.repeat(lambda: compose(mail), number=50, repeat=7)) / 50 < 0.0006


@pytest.mark.parametrize(
    ("given_", "ascii_"),
    [("lan@example.org", "lan@example.org"), ("lan.o'x+y@bộ.vn", "lan.o'x+y@xn--b-8xm.vn"), ("A@b", "A@b")],
)
def test_a_good_address_is_taken(given_: str, ascii_: str) -> None:
    assert ascii_address(given_) == ascii_


BAD = [
    "",
    "@",
    "lan",
    "lan@",
    "@x.org",
    "lân@x.org",
    "a b@x.org",
    "a@x y",
    "a@-x.org",
    "a@x..org",
    "a@x.org.",
    "a@x_y.org",
]
BAD += [
    ".a@x.org",
    "a..b@x.org",
    "a@b@c.org",
    "<a@x.org>",
    '"a b"@x.org',
    "a@[127.0.0.1]",
    "a,b@x.org",
    "a@x.org,b@x.org",
]
BAD += [
    "a" * 65 + "@x.org",
    "a@" + "x." * 130 + "org",
    "a@x.org\n",
    "a@x.org\r\nRCPT TO:<e@x.org>",
    "a@x\u200f.org",
]


@pytest.mark.parametrize("address", BAD)
def test_a_bad_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"address|ASCII|servers take|domain|U\+"):
        ascii_address(address)


@given(st.text(max_size=60))
def test_an_address_that_is_taken_can_do_no_harm_in_a_command(text: str) -> None:
    try:
        address = ascii_address(text)
    except ValueError:
        return
    assert address.isascii()
    assert not set(address) & set('\r\n <>,;:"\\()[]\0')
    assert ascii_address(address) == address


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("Duewatch <duewatch@example.org>", "Duewatch", "duewatch@example.org"),
        ("duewatch@example.org", "", "duewatch@example.org"),
        ('"Văn phòng, \\"A\\"" <vp@example.org>', 'Văn phòng, "A"', "vp@example.org"),
        ("  Bộ Y tế  <byt@example.org> ", "Bộ Y tế", "byt@example.org"),
    ],
)
def test_a_mailbox_is_read(text: str, name: str, address: str) -> None:
    assert (mailbox(text).name, mailbox(text).address) == (name, address)
    assert mailbox(text).domain == "example.org"


@pytest.mark.parametrize(
    "text", ["Duewatch", "a <b@c.org> d", "a <b@c.org", "a <<b@c.org>>", "x\ny <b@c.org>"]
)
def test_a_mailbox_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"address|domain|servers take|U\+"):
        mailbox(text)


def test_utc_is_a_zone_like_any_other() -> None:
    assert parsed(dataclasses.replace(MAIL, date=datetime(2016, 6, 21, 1, 0, tzinfo=UTC)))["Date"].endswith(
        "+0000"
    )
