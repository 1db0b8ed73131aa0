"""What leaves the daemon: no password anywhere, no letter's text in a log, no letter without encryption."""

from __future__ import annotations

import base64
import ssl
from collections.abc import Iterator

import pytest
import trustme

from monitor.clock import SystemClock
from tests.daemon.installation import DIRECTORY, TO_A_SERVER, Installation, until
from tests.daemon.post import read
from tests.daemon.sink import Sink

CANARY = "chim-hoang-yen-7f3a"
LOGIN = f'username = "duewatch"\npassword = "{CANARY}"\n'


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def encrypted(authority: trustme.CA) -> Iterator[Sink]:
    """A server that offers STARTTLS and wants a login."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with Sink(SystemClock().now, tls=context, offers=("AUTH PLAIN LOGIN",)) as server:
        yield server


def trusting(office: Installation, authority: trustme.CA) -> None:
    authority.cert_pem.write_to_path(office.folder / "authority.pem")
    office.environ["SSL_CERT_FILE"] = str(office.folder / "authority.pem")


def with_a_password(office: Installation, sink: Sink, security: str) -> None:
    config = TO_A_SERVER.format(port=sink.port, security=security).replace("[daemon]", f"{LOGIN}\n[daemon]")
    office.furnish(config)
    (office.folder / "config.toml").chmod(0o600)


def forms_of(secret: str) -> tuple[str, ...]:
    """The secret as it might lie in an output."""
    login = base64.b64encode(f"\0duewatch\0{secret}".encode()).decode()
    return (secret, base64.b64encode(secret.encode()).decode(), login, secret.encode().hex())


@pytest.mark.contract(8)
def test_a_letter_goes_encrypted_after_a_login_and_the_password_is_in_no_output(
    office: Installation, encrypted: Sink, authority: trustme.CA
) -> None:
    with_a_password(office, encrypted, "starttls")
    trusting(office, authority)
    outputs = []
    with office.daemon() as daemon:
        daemon.waits_until_said("letter accepted")
        commands = (("status",), ("status", "--json"), ("check",), ("outbox", "--state", "all"), ("history",))
        outputs += [office.run(*words) for words in (*commands, ("test-mail", "lan@example.org"))]
        assert daemon.stopped() == 0
    assert encrypted.saw("STARTTLS")
    assert any(forms_of(CANARY)[2] in line or CANARY in line for line in encrypted.commands), "it did log in"
    assert [ended.code for ended in outputs] == [0] * len(outputs), outputs
    encrypted.behave({"AUTH": "535 5.7.8 no"})
    refused = office.run("test-mail", "lan@example.org", "--debug")
    assert (refused.code, "535" in refused.err) == (75, True)
    everything = daemon.said + "".join(ended.out + ended.err for ended in (*outputs, refused))
    everything += "".join(arrival.letter.content.decode() for arrival in encrypted.arrivals)
    for form in forms_of(CANARY):
        assert form not in everything
    assert CANARY.encode() not in b"".join(path.read_bytes() for path in office.folder.glob("duewatch.db*"))


def test_a_password_that_others_can_read_starts_nothing(office: Installation, sink: Sink) -> None:
    with_a_password(office, sink, "none")
    (office.folder / "config.toml").chmod(0o644)
    ended = office.run("run")
    assert ended.code == 78
    assert "email.password: others can read this file" in ended.err
    assert CANARY not in ended.err
    assert sink.commands == ()


def test_the_log_is_json_lines_that_hold_no_letter(mailing: Installation, sink: Sink) -> None:
    sink.behave({"RCPT": ["450 4.2.0 hộp thư đầy\x1b[2J"]})
    with mailing.daemon() as daemon:
        daemon.waits_until_said("letter deferred")
        mailing.done("outbox", "retry", "1")
        daemon.waits_until_said("letter accepted")
        assert daemon.stopped() == 0
    events = daemon.events()
    assert {"at", "level", "part", "message"} <= set.intersection(*(set(event) for event in events))
    assert daemon.said.isascii()
    assert "\x1b" not in daemon.said
    (arrival,) = sink.arrivals
    post = read(arrival.letter.content)
    told = {str(value) for event in events for value in event.values()}
    for line in (*post.text.splitlines(), post.subject, post.name):
        if len(line) > 12:
            assert not any(line in value for value in told), line
    for line in arrival.letter.content.split(b"\r\n\r\n", 1)[1].decode().splitlines():
        if len(line) == 76:
            assert line not in daemon.said


def test_a_server_without_starttls_gets_no_letter_and_the_log_says_so(
    office: Installation, sink: Sink
) -> None:
    with_a_password(office, sink, "starttls")
    with office.daemon() as daemon:
        daemon.waits_until_said("letter deferred")
        assert "does not offer STARTTLS, and letters do not travel unencrypted" in daemon.said
        assert daemon.stopped() == 0
    assert sink.arrivals == []
    assert not sink.saw("MAIL")
    assert not sink.saw("AUTH")


def test_a_server_with_a_certificate_of_nobody_gets_no_letter_until_it_can_be_trusted(
    office: Installation, encrypted: Sink, authority: trustme.CA
) -> None:
    with_a_password(office, encrypted, "starttls")
    trusting(office, trustme.CA())
    with office.daemon() as daemon:
        daemon.waits_until_said("letter deferred")
        assert "certificate" in daemon.said.lower()
        assert not encrypted.saw("MAIL")
        assert not encrypted.saw("AUTH")
        trusting(office, authority)
        (row,) = office.rows("outbox")
        office.done("outbox", "retry", str(row["number"]))
        daemon.waits_until_said("letter accepted")
        assert daemon.stopped() == 0
    assert len(encrypted.arrivals) == 1


def test_a_login_that_is_refused_stops_the_host_raises_an_alarm_and_keeps_every_letter(
    office: Installation, encrypted: Sink, authority: trustme.CA
) -> None:
    with_a_password(office, encrypted, "starttls")
    trusting(office, authority)
    office.write("directory.toml", DIRECTORY + DIRECTORY.replace('"lan', '"mai'))
    encrypted.behave({"AUTH": "535 5.7.8 wrong"})
    with office.daemon() as daemon:
        daemon.waits_until_said("letter deferred")
        alarms = [event for event in daemon.events() if event["message"] == "letter deferred"]
        assert {(event["level"], "535" in str(event["answer"])) for event in alarms} == {("error", True)}
        until(lambda: waiting(office) == 2, "both letters wait")
        rows = office.rows("outbox")
        assert not encrypted.saw("MAIL")
        encrypted.behave({})
        office.done("outbox", "retry", *(str(row["number"]) for row in rows))
        until(lambda: len(encrypted.arrivals) == 2, "both letters go")
        assert daemon.stopped() == 0


def waiting(office: Installation) -> int:
    with office.store() as store, store.reading() as ledger:
        return sum(str(row[0]) == "waiting" for row in ledger.rows("SELECT state FROM letters"))
