"""E-mail against servers that refuse, stall, vanish and lie at every step."""

from __future__ import annotations

import asyncio
import email
import email.policy
import ssl
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from email.message import EmailMessage

import pytest
import trustme
from aiosmtpd import smtp as real
from pydantic import ValidationError

from notifiers.base import Accepted, Deferred, Letter, Receipt, Refused, Scope, Uncertain
from notifiers.email import EmailNotifier
from notifiers.email_settings import EmailSettings, Timeouts
from notifiers.mime import Mail, compose
from notifiers.smtp import LETTERS_PER_CONNECTION
from tests.smtp_server import DRIP, DROP, HANG, HOLD, SmtpServer

pytestmark = pytest.mark.asyncio
HASTY = Timeouts(connect=0.5, reply=0.3, content=0.3, farewell=0.2)
LETTER = Letter(
    1,
    "<1@example.org>",
    "duewatch@example.org",
    "lan@example.org",
    b"Subject: x\r\n\r\none\r\ntwo\r\nthree\r\n",
)


def numbered(number: int, recipient: str = "lan@example.org") -> Letter:
    return replace(LETTER, number=number, recipient=recipient, content=b"Subject: %d\r\n\r\nx\r\n" % number)


def notifier_for(
    server: SmtpServer, timeouts: Timeouts = HASTY, trust: ssl.SSLContext | None = None, **given: str | int
) -> EmailNotifier:
    keys: dict[str, str | int] = {"host": "127.0.0.1", "port": server.port, "security": "none", **given}
    return EmailNotifier(EmailSettings.model_validate(keys), timeouts, trust)


async def sent(server: SmtpServer, letter: Letter = LETTER) -> Receipt:
    notifier = notifier_for(server)
    receipt = await notifier.deliver(letter)
    await notifier.close()
    return receipt


def outcome(receipt: Receipt) -> tuple[str, Scope | None, bool]:
    match receipt:
        case Deferred(_, scope, alarm):
            return "deferred", scope, alarm
        case Refused(_, scope):
            return "refused", scope, False
        case Accepted():
            return "accepted", None, False
        case Uncertain():
            return "uncertain", None, False


in_both_manners = pytest.mark.parametrize("offers", [(), ("PIPELINING",)], ids=["one-by-one", "pipelined"])
HOST, HOST_ALARM = ("deferred", "host", False), ("deferred", "host", True)
TABLE = [
    ("greeting", "421 4.3.2 shutting down", HOST),
    ("greeting", "554 5.7.1 we do not like you", HOST_ALARM),
    ("greeting", "SSH-2.0-OpenSSH_9.2", HOST_ALARM),
    ("greeting", DROP, HOST),
    ("greeting", HANG, HOST),
    ("greeting", DRIP, HOST),
    ("EHLO", "500 5.5.1 what", HOST_ALARM),
    ("EHLO", "421 4.3.2 later", HOST),
    ("EHLO", DROP, HOST),
    ("EHLO", HANG, HOST),
    ("MAIL", "451 4.3.0 later", HOST),
    ("MAIL", "421 4.3.2 later", HOST),
    ("MAIL", "550 5.7.1 no such sender", HOST_ALARM),
    ("MAIL", "552 5.2.2 over quota", HOST_ALARM),
    ("MAIL", "530 5.7.0 log in first", HOST_ALARM),
    ("MAIL", "nonsense", HOST_ALARM),
    ("MAIL", DROP, ("deferred", "letter", False)),
    ("MAIL", HANG, HOST),
    ("RCPT", "450 4.2.1 greylisted", ("deferred", "recipient", False)),
    ("RCPT", "550 5.1.1 no such person", ("refused", "recipient", False)),
    ("RCPT", "421 4.3.2 later", HOST),
    ("RCPT", "530 5.7.0 log in first", HOST_ALARM),
    ("RCPT", DROP, ("deferred", "letter", False)),
    ("RCPT", HANG, HOST),
    ("RCPT", DRIP, HOST),
    ("DATA", "451 4.3.0 later", ("deferred", "letter", False)),
    ("DATA", "554 5.6.0 no", ("refused", "letter", False)),
    ("DATA", "250 hm", HOST_ALARM),
    ("DATA", DROP, ("deferred", "letter", False)),
    ("DATA", HANG, HOST),
    ("text", DROP, ("uncertain", None, False)),
    ("dot", DROP, ("uncertain", None, False)),
    ("dot", HANG, ("uncertain", None, False)),
    ("dot", DRIP, ("uncertain", None, False)),
    ("dot", "nonsense", ("uncertain", None, False)),
    ("dot", "354 hm", ("uncertain", None, False)),
    ("dot", "421 4.3.2 later", HOST),
    ("dot", "451 4.3.0 later", ("deferred", "letter", False)),
    ("dot", "552 5.2.3 too big", ("refused", "letter", False)),
    ("dot", "554 5.6.0 spam", ("refused", "letter", False)),
    ("QUIT", DROP, ("accepted", None, False)),
    ("QUIT", HANG, ("accepted", None, False)),
    ("QUIT", "500 never", ("accepted", None, False)),
]


@in_both_manners
@pytest.mark.parametrize(
    ("step", "fault", "expected"), TABLE, ids=[f"{row[0]}-{row[1][:12]}" for row in TABLE]
)
async def test_each_fault_of_a_server_has_its_class(
    step: str, fault: str, expected: tuple[str, Scope | None, bool], offers: tuple[str, ...]
) -> None:
    async with SmtpServer(at={step: fault}, offers=offers) as server:
        receipt = await sent(server)
    assert outcome(receipt) == expected
    assert receipt.answer
    taken = step == "QUIT" or (step == "dot" and fault in {DROP, HANG, DRIP})
    assert len(server.letters) == (1 if taken else 0)


@in_both_manners
@pytest.mark.parametrize(("step", "fault"), [row[:2] for row in TABLE if row[0] != "QUIT"])
async def test_after_any_fault_the_next_letter_goes(step: str, fault: str, offers: tuple[str, ...]) -> None:
    async with SmtpServer(at={step: [fault]}, offers=offers) as server:
        notifier = notifier_for(server)
        await notifier.deliver(numbered(1))
        server.at.pop(step, None)
        assert isinstance(await notifier.deliver(numbered(2)), Accepted)
        await notifier.close()
    assert server.letters[-1].content == numbered(2).content


async def test_nobody_at_the_port_defers_for_the_whole_host() -> None:
    async with SmtpServer() as gone:
        notifier = notifier_for(gone)
    assert outcome(await notifier.deliver(LETTER)) == HOST


async def test_a_host_without_an_address_defers_for_the_whole_host() -> None:
    notifier = EmailNotifier(EmailSettings(host="mail.invalid"), HASTY)
    assert outcome(await notifier.deliver(LETTER)) == HOST


async def test_the_letter_arrives_byte_for_byte_with_its_envelope() -> None:
    async with SmtpServer() as server:
        assert isinstance(await sent(server), Accepted)
    assert server.letters == [("duewatch@example.org", "lan@example.org", LETTER.content)]


async def test_the_servers_answer_is_kept_as_one_plain_line() -> None:
    async with SmtpServer(at={"dot": "250-queued\x1b[31m\r\n250 as \u202e4711 " + "x" * 900}) as server:
        receipt = await sent(server)
    assert isinstance(receipt, Accepted)
    assert receipt.answer.startswith("250 queued [31m as 4711 x")
    assert receipt.answer.isprintable()
    assert len(receipt.answer) <= 300


@pytest.mark.parametrize(
    "content",
    [
        b".\r\n",
        b".hidden\r\n..two\r\n",
        b"a\r\n.\r\nMAIL FROM:<evil@example.org>\r\n",
        b"no line end",
        b"",
        b"\r\n.\r\n",
    ],
)
async def test_leading_dots_arrive_as_they_were(content: bytes) -> None:
    async with SmtpServer() as server:
        await sent(server, replace(LETTER, content=content))
    (letter,) = server.letters
    assert letter.content == (content if content.endswith(b"\r\n") else content + b"\r\n")
    assert server.count("MAIL") == 1


@pytest.mark.contract(9)
@pytest.mark.parametrize("end", [b"\n", b"\r", b"\n\r", b"\r\r\n"])
async def test_no_odd_line_end_lets_a_letter_smuggle_a_second_one(end: bytes) -> None:
    smuggled = b"a" + end + b"." + end + b"MAIL FROM:<evil@example.org>" + end
    async with SmtpServer() as server:
        await sent(server, replace(LETTER, content=smuggled))
    (letter,) = server.letters
    assert letter.content.count(b"\n") == letter.content.count(b"\r") == letter.content.count(b"\r\n")
    assert server.count("MAIL") == 1


@pytest.mark.parametrize("recipient", ["a@x.org>\r\nRCPT TO:<evil@example.org", "lân@x.org", "a@x y"])
async def test_a_bad_recipient_is_refused_before_anything_is_connected(recipient: str) -> None:
    async with SmtpServer() as server:
        receipt = await sent(server, replace(LETTER, recipient=recipient))
    assert outcome(receipt) == ("refused", "recipient", False)
    assert server.connections == 0


async def test_a_bad_sender_is_our_fault_and_not_the_letters() -> None:
    async with SmtpServer() as server:
        assert outcome(await sent(server, replace(LETTER, sender="nobody"))) == HOST_ALARM


async def test_a_domain_in_vietnamese_goes_out_in_its_ascii_form() -> None:
    async with SmtpServer() as server:
        await sent(server, replace(LETTER, recipient="lan@bộ.vn"))
    assert server.letters[0].rcpt == "lan@xn--b-8xm.vn"


async def test_a_connection_is_used_again() -> None:
    async with SmtpServer() as server:
        notifier = notifier_for(server)
        for number in range(5):
            await notifier.deliver(numbered(number))
        await notifier.close()
    assert (server.connections, len(server.letters), server.count("QUIT")) == (1, 5, 1)


@pytest.mark.contract(3)
async def test_accepted_is_reported_before_goodbye_is_said() -> None:
    async with SmtpServer(at={"QUIT": HANG}) as server:
        notifier = notifier_for(server)
        for number in range(LETTERS_PER_CONNECTION):
            assert isinstance(await notifier.deliver(numbered(number)), Accepted)
        assert server.count("QUIT") == 0
        await notifier.close()


async def test_after_fifty_letters_a_new_connection_is_made() -> None:
    async with SmtpServer() as server:
        notifier = notifier_for(server)
        for number in range(LETTERS_PER_CONNECTION + 1):
            await notifier.deliver(numbered(number))
        assert (server.connections, server.count("QUIT")) == (2, 1)
        await notifier.close()
    assert len(server.letters) == LETTERS_PER_CONNECTION + 1


async def test_never_more_connections_than_configured() -> None:
    async with SmtpServer() as server:
        notifier = notifier_for(server, Timeouts(), connections=3)
        receipts = await asyncio.gather(*(notifier.deliver(numbered(number)) for number in range(40)))
        await notifier.close()
    assert all(isinstance(receipt, Accepted) for receipt in receipts)
    assert server.most_at_once == 3
    assert sorted(letter.content for letter in server.letters) == sorted(
        numbered(n).content for n in range(40)
    )


async def test_a_kept_connection_that_the_server_has_ended_costs_no_letter() -> None:
    async with SmtpServer() as server:
        notifier = notifier_for(server)
        await notifier.deliver(numbered(1))
        await server.cut()
        assert isinstance(await notifier.deliver(numbered(2)), Accepted)
        await notifier.close()
    assert len(server.letters) == 2


@pytest.mark.parametrize("farewell", ["421 4.4.2 idle too long", DROP])
async def test_a_server_that_ends_a_kept_connection_at_the_next_letter_is_asked_anew(farewell: str) -> None:
    async with SmtpServer(at={"MAIL": ["250 ok", farewell]}) as server:
        notifier = notifier_for(server)
        await notifier.deliver(numbered(1))
        assert isinstance(await notifier.deliver(numbered(2)), Accepted)
        await notifier.close()
    assert (server.connections, len(server.letters)) == (2, 2)


async def test_one_refused_recipient_does_not_hold_up_the_next() -> None:
    async with SmtpServer(at={"RCPT": ["550 5.1.1 no such person"]}) as server:
        notifier = notifier_for(server)
        assert isinstance(await notifier.deliver(numbered(1, "nobody@example.org")), Refused)
        assert isinstance(await notifier.deliver(numbered(2)), Accepted)
        await notifier.close()
    assert (server.connections, server.count("RSET")) == (1, 1)
    assert [letter.rcpt for letter in server.letters] == ["lan@example.org"]


async def test_a_pipelining_server_hears_the_envelope_at_once_and_the_text_after_its_go_ahead() -> None:
    async with SmtpServer(at={"MAIL": HOLD}, offers=("PIPELINING",)) as server:
        notifier = notifier_for(server, Timeouts())
        under_way = asyncio.create_task(notifier.deliver(LETTER))
        await server.has_seen("MAIL")
        assert not under_way.done()
        server.release()
        assert isinstance(await under_way, Accepted)
        await notifier.close()
    assert [command.partition(" ")[0] for command in server.commands[1:]] == [
        "MAIL",
        "RCPT",
        "DATA",
        ".",
        "QUIT",
    ]
    assert server.letters[0].content == LETTER.content


def in_a_row(*letters: Letter) -> tuple[Letter, ...]:
    """Each letter announces the next one."""
    return tuple(
        replace(letter, following=following)
        for letter, following in zip(letters, (*letters[1:], None), strict=True)
    )


async def delivered(notifier: EmailNotifier, *letters: Letter) -> list[tuple[str, Scope | None, bool]]:
    return [outcome(await notifier.deliver(letter)) for letter in letters]


ACCEPTED = ("accepted", None, False)
WITHIN = [row for row in TABLE if row[0] in {"MAIL", "RCPT", "DATA", "text", "dot"}]


async def test_the_next_envelope_travels_with_the_text_before_it() -> None:
    async with SmtpServer(at={"dot": HOLD}, offers=("PIPELINING",)) as server:
        notifier = notifier_for(server, Timeouts())
        first, second = in_a_row(numbered(1), numbered(2, "hoa@example.org"))
        under_way = asyncio.create_task(notifier.deliver(first))
        await server.has_seen("DATA")
        assert not under_way.done()
        server.release()
        assert isinstance(await under_way, Accepted)
        await server.has_seen("RCPT TO:<hoa@example.org>")
        assert [letter.content for letter in server.letters] == [first.content]
        assert isinstance(await notifier.deliver(second), Accepted)
        await notifier.close()
    assert [command.partition(" ")[0] for command in server.commands[1:]] == [
        *("MAIL", "RCPT", "DATA", "."),
        *("MAIL", "RCPT", "DATA", "."),
        "QUIT",
    ]
    assert [(letter.rcpt, letter.content) for letter in server.letters] == [
        (letter.recipient, letter.content) for letter in (first, second)
    ]


async def test_a_server_without_pipelining_hears_no_envelope_ahead() -> None:
    async with SmtpServer() as server:
        notifier = notifier_for(server)
        first, second = in_a_row(numbered(1), numbered(2))
        await notifier.deliver(first)
        assert server.count("MAIL") == 1
        assert isinstance(await notifier.deliver(second), Accepted)
        await notifier.close()
    assert (server.connections, len(server.letters)) == (1, 2)


@pytest.mark.parametrize(
    ("step", "fault", "expected"), WITHIN, ids=[f"{row[0]}-{row[1][:12]}" for row in WITHIN]
)
async def test_a_fault_at_an_envelope_that_was_said_ahead_has_its_class_too(
    step: str, fault: str, expected: tuple[str, Scope | None, bool]
) -> None:
    async with SmtpServer(at={step: ["", fault, fault]}, offers=("PIPELINING",)) as server:
        notifier = notifier_for(server)
        found = await delivered(notifier, *in_a_row(numbered(1), numbered(2)))
        server.at.pop(step)
        assert isinstance(await notifier.deliver(numbered(3)), Accepted)
        await notifier.close()
    assert found == [ACCEPTED, expected]
    taken = [numbered(2).content] if step == "dot" and fault in {DROP, HANG, DRIP} else []
    assert [letter.content for letter in server.letters] == [numbered(1).content, *taken, numbered(3).content]


@pytest.mark.parametrize(
    ("fault", "expected", "connections"),
    [
        ("451 4.3.0 later", ("deferred", "letter", False), 1),
        ("554 5.6.0 spam", ("refused", "letter", False), 1),
        ("421 4.3.2 later", HOST, 2),
        (DROP, ("uncertain", None, False), 2),
    ],
)
async def test_what_becomes_of_a_text_does_not_touch_the_letter_announced_with_it(
    fault: str, expected: tuple[str, Scope | None, bool], connections: int
) -> None:
    async with SmtpServer(at={"dot": [fault]}, offers=("PIPELINING",)) as server:
        notifier = notifier_for(server)
        letters = in_a_row(numbered(1), numbered(2), numbered(3))
        assert await delivered(notifier, *letters) == [expected, ACCEPTED, ACCEPTED]
        await notifier.close()
    assert server.connections == connections
    assert [letter.content for letter in server.letters][-2:] == [numbered(n).content for n in (2, 3)]


async def test_a_server_that_tires_of_waiting_for_an_announced_text_gets_it_over_a_new_connection() -> None:
    async with SmtpServer(offers=("PIPELINING",)) as server:
        notifier = notifier_for(server)
        first, second = in_a_row(numbered(1), numbered(2, "hoa@example.org"))
        await notifier.deliver(first)
        await server.has_seen("RCPT TO:<hoa@example.org>")
        await server.say_to_all("421 4.4.2 timeout")
        await server.cut()
        assert isinstance(await notifier.deliver(second), Accepted)
        await notifier.close()
    assert (server.connections, len(server.letters)) == (2, 2)


async def test_a_letter_that_was_announced_and_does_not_come_leaves_nothing_at_the_server() -> None:
    async with SmtpServer(offers=("PIPELINING",)) as server:
        notifier = notifier_for(server)
        first, second = in_a_row(numbered(1), numbered(2, "hoa@example.org"))
        await notifier.deliver(first)
        notifier.forgo(second)
        await server.is_alone()
        notifier.forgo(second)  # nothing is left to be taken back
        assert isinstance(await notifier.deliver(numbered(3)), Accepted)
        await notifier.close()
    assert [letter.content for letter in server.letters] == [numbered(1).content, numbered(3).content]


async def test_closing_says_no_goodbye_into_a_text_that_was_announced() -> None:
    async with SmtpServer(offers=("PIPELINING",)) as server:
        notifier = notifier_for(server)
        await notifier.deliver(in_a_row(numbered(1), numbered(2))[0])
        await notifier.close()
        await server.is_alone()
    assert [letter.content for letter in server.letters] == [numbered(1).content]


async def test_a_connection_that_waits_for_another_letter_gives_way_where_no_more_are_allowed() -> None:
    async with SmtpServer(offers=("PIPELINING",)) as server:
        notifier = notifier_for(server, connections=1)
        first, second = in_a_row(numbered(1), numbered(2, "hoa@example.org"))
        await notifier.deliver(first)
        await server.has_seen("RCPT TO:<hoa@example.org>")
        under_way = asyncio.create_task(notifier.deliver(numbered(3)))
        assert isinstance(await under_way, Accepted)
        assert isinstance(await notifier.deliver(second), Accepted)
        await notifier.close()
        await server.is_alone()
    assert server.connections == 2
    assert [letter.content for letter in server.letters] == [numbered(n).content for n in (1, 3, 2)]


@pytest.mark.parametrize("recipient", ["nobody", "lân@x.org"])
async def test_a_letter_without_an_address_is_not_announced(recipient: str) -> None:
    async with SmtpServer(offers=("PIPELINING",)) as server:
        notifier = notifier_for(server)
        first, second = in_a_row(numbered(1), numbered(2, recipient))
        assert await delivered(notifier, first, second) == [ACCEPTED, ("refused", "recipient", False)]
        notifier.forgo(second)
        await notifier.close()
    assert (server.connections, server.count("MAIL")) == (1, 1)


@pytest.mark.contract(3)
async def test_the_last_letter_of_a_connection_announces_none() -> None:
    async with SmtpServer(offers=("PIPELINING",)) as server:
        notifier = notifier_for(server)
        letters = in_a_row(*[numbered(number) for number in range(LETTERS_PER_CONNECTION + 1)])
        assert set(await delivered(notifier, *letters[:-1])) == {ACCEPTED}
        assert server.count("MAIL") == LETTERS_PER_CONNECTION
        assert await delivered(notifier, letters[-1]) == [ACCEPTED]
        assert (server.connections, server.count("QUIT")) == (2, 1)
        await notifier.close()


@pytest.mark.parametrize(("refused", "connections"), [("503 5.5.1 no recipient", 1), ("354 go on", 2)])
async def test_a_refused_recipient_gets_no_text_though_the_server_asks_for_it(
    refused: str, connections: int
) -> None:
    at: dict[str, str | list[str]] = {"RCPT": ["550 5.1.1 no such person"], "DATA": [refused]}
    async with SmtpServer(at=at, offers=("PIPELINING",)) as server:
        notifier = notifier_for(server)
        assert isinstance(await notifier.deliver(numbered(1, "nobody@example.org")), Refused)
        assert isinstance(await notifier.deliver(numbered(2)), Accepted)
        await notifier.close()
    assert server.connections == connections
    assert [letter.content for letter in server.letters] == [numbered(2).content]


async def test_a_server_that_says_goodbye_between_letters_costs_no_letter_and_no_command() -> None:
    async with SmtpServer() as server:
        notifier = notifier_for(server)
        await notifier.deliver(numbered(1))
        await server.say_to_all("421 4.4.2 idle for too long")
        assert isinstance(await notifier.deliver(numbered(2)), Accepted)
        await notifier.close()
    assert (server.connections, len(server.letters)) == (2, 2)


async def test_no_connection_is_kept_open_to_a_server_that_has_said_goodbye() -> None:
    async with SmtpServer() as server:
        notifier = notifier_for(server)
        for number in range(3):
            await notifier.deliver(numbered(number))
            await server.say_to_all("421 4.4.2 idle for too long")
        await notifier.close()
        await server.is_alone()
    assert len(server.letters) == 3


@pytest.mark.parametrize("fault", [DROP, HANG, "500 5.5.1 what"])
async def test_a_transaction_that_cannot_be_taken_back_ends_the_connection(fault: str) -> None:
    async with SmtpServer(at={"RCPT": ["550 5.1.1 no such person"], "RSET": fault}) as server:
        notifier = notifier_for(server)
        await notifier.deliver(numbered(1, "nobody@example.org"))
        assert isinstance(await notifier.deliver(numbered(2)), Accepted)
        await notifier.close()
    assert server.connections == 2


@pytest.mark.parametrize(("step", "seen"), [("RCPT", "RCPT"), ("DATA", "DATA"), ("dot", ".")])
async def test_a_delivery_broken_off_leaves_no_broken_connection_behind(step: str, seen: str) -> None:
    async with SmtpServer(at={step: [HANG]}) as server:
        notifier = notifier_for(server, Timeouts())
        under_way = asyncio.create_task(notifier.deliver(numbered(1)))
        await server.has_seen(seen)
        under_way.cancel()
        with pytest.raises(asyncio.CancelledError):
            await under_way
        await server.is_alone()
        assert isinstance(await notifier.deliver(numbered(2)), Accepted)
        await notifier.close()
    assert server.connections == 2
    assert server.letters[-1].content == numbered(2).content


async def test_closing_lets_the_letter_under_way_be_answered_and_then_ends_its_connection() -> None:
    async with SmtpServer(at={"dot": HOLD}) as server:
        notifier = notifier_for(server, Timeouts())
        under_way = asyncio.create_task(notifier.deliver(LETTER))
        await server.has_seen("DATA")
        await notifier.close()
        server.release()
        assert isinstance(await under_way, Accepted)
        await server.is_alone()


async def test_a_letter_at_whose_recipient_the_server_hangs_up_is_not_tried_again_at_once() -> None:
    async with SmtpServer(at={"RCPT": ["250 ok", DROP]}) as server:
        notifier = notifier_for(server)
        await notifier.deliver(numbered(1))
        assert outcome(await notifier.deliver(numbered(2))) == ("deferred", "letter", False)
        await notifier.close()
    assert server.connections == 1


async def test_a_letter_that_has_become_anothers_stops_before_its_text() -> None:
    async with SmtpServer() as server:
        notifier = notifier_for(server)
        receipt = await notifier.deliver(replace(LETTER, is_ours=lambda: False))
        assert outcome(receipt) == ("deferred", "letter", False)
        assert server.letters == []
        await server.is_alone()  # only the end of the connection takes back a DATA that was begun
        assert isinstance(await notifier.deliver(LETTER), Accepted)
        await notifier.close()


@dataclass(frozen=True)
class Certificates:
    """A small authority, what trusts it, and servers' contexts by what is wrong with them."""

    trust: ssl.SSLContext
    good: ssl.SSLContext
    bad: dict[str, ssl.SSLContext]


@pytest.fixture(scope="module")
def certificates() -> Certificates:
    authority, stranger = trustme.CA(), trustme.CA()
    trust = ssl.create_default_context()
    authority.configure_trust(trust)
    long_ago = datetime(2016, 6, 30, tzinfo=timezone(timedelta(hours=7)))
    issued = {
        "good": authority.issue_cert("localhost", "127.0.0.1"),
        "expired": authority.issue_cert(
            "127.0.0.1", not_before=long_ago, not_after=long_ago + timedelta(days=1)
        ),
        "other host": authority.issue_cert("mail.example.org"),
        "unknown authority": stranger.issue_cert("127.0.0.1"),
    }
    contexts: dict[str, ssl.SSLContext] = {}
    for name, certificate in issued.items():
        contexts[name] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(contexts[name])
    return Certificates(trust, contexts.pop("good"), contexts)


@pytest.mark.parametrize("security", ["starttls", "tls"])
async def test_letters_travel_encrypted_to_a_server_that_proves_its_name(
    certificates: Certificates, security: str
) -> None:
    async with SmtpServer(tls=certificates.good, implicit=security == "tls") as server:
        notifier = notifier_for(server, Timeouts(), certificates.trust, security=security)
        told: list[str] = []
        assert isinstance(await notifier.probe(LETTER, told.append), Accepted)
        assert isinstance(await notifier.deliver(LETTER), Accepted)
        await notifier.close()
    assert any("TLSv1" in line for line in told)
    assert len(server.letters) == 2


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize("fault", ["expired", "other host", "unknown authority"])
async def test_a_server_that_does_not_prove_its_name_gets_nothing(
    certificates: Certificates, security: str, fault: str
) -> None:
    async with SmtpServer(tls=certificates.bad[fault], implicit=security == "tls") as server:
        notifier = notifier_for(
            server,
            Timeouts(),
            certificates.trust,
            security=security,
            username="duewatch",
            password="canary-7f3a",
        )
        receipt = await notifier.deliver(LETTER)
        await notifier.close()
    assert outcome(receipt) == HOST_ALARM
    assert "certificate" in receipt.answer.lower()
    assert (server.letters, server.count("MAIL"), server.count("AUTH")) == ([], 0, 0)


@pytest.mark.parametrize("fault", ["454 4.7.0 not now", "500 5.5.1 what", "nonsense", DROP])
async def test_starttls_that_fails_sends_nothing_in_the_clear(certificates: Certificates, fault: str) -> None:
    async with SmtpServer(tls=certificates.good, at={"STARTTLS": fault}) as server:
        receipt = await notifier_for(server, HASTY, certificates.trust, security="starttls").deliver(LETTER)
    assert outcome(receipt) == HOST_ALARM
    assert server.count("MAIL") == 0


async def test_starttls_stripped_from_the_offers_sends_nothing_in_the_clear() -> None:
    async with SmtpServer(offers=("AUTH PLAIN LOGIN",)) as server:
        notifier = notifier_for(server, security="starttls", username="duewatch", password="canary-7f3a")
        receipt = await notifier.deliver(LETTER)
    assert outcome(receipt) == HOST_ALARM
    assert "STARTTLS" in receipt.answer
    assert [command.split()[0] for command in server.commands] == ["EHLO"]


async def test_a_server_without_encryption_where_it_was_expected_from_the_start_gets_nothing() -> None:
    async with SmtpServer() as server:
        receipt = await notifier_for(server, security="tls").deliver(LETTER)
    assert outcome(receipt)[0] == "deferred"
    assert not any("MAIL" in command for command in server.commands)


@pytest.mark.contract(8)
@pytest.mark.parametrize(
    ("offers", "answer", "expected"),
    [
        (("AUTH PLAIN",), "235 2.7.0 welcome", ("accepted", None, False)),
        (("AUTH PLAIN",), "535 5.7.8 wrong", HOST_ALARM),
        (("AUTH PLAIN",), "454 4.7.0 later", HOST),
        ((), "235 2.7.0 welcome", HOST_ALARM),
        (("AUTH GSSAPI",), "235 2.7.0 welcome", HOST_ALARM),
    ],
)
async def test_the_login_decides_for_the_host_and_its_secret_is_never_told(
    offers: tuple[str, ...], answer: str, expected: tuple[str, Scope | None, bool]
) -> None:
    async with SmtpServer(at={"AUTH": answer}, offers=offers) as server:
        notifier = notifier_for(server, username="duewatch", password="canary-7f3a")
        told: list[str] = []
        receipt = await notifier.probe(LETTER, told.append)
        await notifier.close()
    assert outcome(receipt) == expected
    spoken = "\n".join([*told, receipt.answer, repr(receipt)])
    assert "canary-7f3a" not in spoken
    assert not any(command.split()[-1] in spoken for command in server.commands if command.startswith("AUTH"))


async def test_a_trial_shows_each_step_of_the_conversation() -> None:
    async with SmtpServer() as server:
        notifier = notifier_for(server)
        told: list[str] = []
        await notifier.probe(LETTER, told.append)
        await notifier.close()
    shown = "\n".join(told)
    steps = [
        "connecting to",
        "220 test.example.org",
        "EHLO",
        "MAIL FROM:<duewatch@example.org>",
        "RCPT TO:<lan@",
        "DATA",
    ]
    assert [step for step in [*steps, "250 2.0.0 queued"] if step not in shown] == []


async def test_a_trial_that_fails_says_why() -> None:
    async with SmtpServer(at={"MAIL": "550 5.7.1 no such sender"}) as server:
        told: list[str] = []
        await notifier_for(server).probe(LETTER, told.append)
    assert "550 5.7.1 no such sender" in told[-1]


class Mailroom:
    """The handler of a real server that keeps what arrives."""

    def __init__(self) -> None:
        self.arrived: list[bytes] = []

    async def handle_DATA(self, _server: real.SMTP, _session: real.Session, envelope: real.Envelope) -> str:  # noqa: N802
        content = envelope.content
        self.arrived.append(content if isinstance(content, bytes) else b"")
        return "250 2.0.0 kept"


async def test_a_vietnamese_letter_arrives_readable_at_a_real_server() -> None:
    mailroom = Mailroom()
    server = await asyncio.get_running_loop().create_server(
        lambda: real.SMTP(mailroom, enable_SMTPUTF8=False), "127.0.0.1", 0
    )
    async with server:
        given = {"host": "127.0.0.1", "port": server.sockets[0].getsockname()[1], "security": "none"}
        notifier = EmailNotifier(EmailSettings.model_validate(given))
        mail = Mail(
            sender="duewatch@example.org",
            recipient="lan@example.org",
            recipient_name="Nguyễn Thị Lan",
            subject="Quá hạn 12 ngày làm việc: kết nối văn bản điện tử, thời hạn trước ngày 1/7/2016",
            date=datetime(2016, 7, 19, 1, 0, tzinfo=UTC),
            key="k",
            kind="stage",
            text="Kính gửi đồng chí,\n.\nhết.\n",
            html="<p>Kính gửi đồng chí,</p>\n",
        )
        letter = Letter(1, "<k@example.org>", mail.sender, mail.recipient, compose(mail))
        assert isinstance(await notifier.deliver(letter), Accepted)
        await notifier.close()
    (content,) = mailroom.arrived
    assert content == letter.content
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert message["Subject"] == mail.subject
    assert message["To"].addresses[0].display_name == mail.recipient_name
    assert [part.get_content().splitlines()[0] for part in message.iter_parts()] == [
        "Kính gửi đồng chí,",
        "<p>Kính gửi đồng chí,</p>",
    ]


@pytest.mark.parametrize(
    "host", ["mail.example.org", "10.0.0.1", "::2", "localhost.example.org", "128.0.0.1"]
)
async def test_a_plain_connection_to_another_machine_is_refused(host: str) -> None:
    with pytest.raises(ValidationError, match="none"):
        EmailSettings.model_validate({"host": host, "security": "none"})


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.9.9.9", "::1", "LOCALHOST"])
async def test_a_plain_connection_to_this_machine_is_allowed(host: str) -> None:
    assert EmailSettings.model_validate({"host": host, "security": "none"}).host == host


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("host", ""),
        ("host", "a b"),
        ("host", "a\r\nb"),
        ("host", "bộ.vn"),
        ("port", 0),
        ("port", 65536),
        ("security", "opportunistic"),
        ("from", ""),
        ("from", "nobody"),
        ("from", "A\n <a@example.org>"),
        ("reply_to", "lân@example.org"),
        ("connections", 0),
        ("sender", "a@example.org"),
    ],
)
async def test_bad_settings_are_refused_by_name(key: str, value: str | int) -> None:
    with pytest.raises(ValidationError, match=key):
        EmailSettings.model_validate({key: value})


async def test_the_password_shows_in_no_form_of_the_settings() -> None:
    settings = EmailSettings.model_validate({"password": "canary-7f3a"})
    assert (
        "canary-7f3a" not in f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    )


async def test_the_origin_is_the_name_and_address_in_from() -> None:
    origin = EmailSettings.model_validate({"from": "Đôn đốc <dd@bộ.vn>"}).origin
    assert (origin.name, origin.address, origin.domain) == ("Đôn đốc", "dd@xn--b-8xm.vn", "xn--b-8xm.vn")
