"""test-mail: one letter through the configured channel, each step shown."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import click

from monitor.cli.command import operating
from monitor.cli.faults import REFUSED, TEMPORARY, Complaint
from monitor.cli.paper import say
from monitor.cli.wiring import Wiring

if TYPE_CHECKING:
    from notifiers.base import Channel, Letter, Receipt

_SUBJECT = "Duewatch: thư kiểm tra · test letter"
_TEXT = """Đây là thư kiểm tra của Duewatch. Nếu ông/bà đọc được dòng này, kênh gửi thư hoạt động tốt.

This is a test letter of Duewatch. If you can read this line, its letters reach you.
"""


@click.command("test-mail")
@click.argument("address", metavar="ADDRESS")
@operating
def test_mail(wiring: Wiring, address: str) -> None:
    """Send one letter through the first configured channel, each step shown."""
    letter = _letter(wiring, address)
    name = wiring.config.channels[0]
    say(f"channel: {name}")
    receipt = asyncio.run(_carried(_channel(wiring, name), letter))
    _end(receipt, letter)


def _letter(wiring: Wiring, address: str) -> Letter:
    from notifiers.base import Letter
    from notifiers.mime import Mail, compose, message_id

    now = wiring.now()
    origin = wiring.config.email.origin
    key = f"test|{address}|{now.isoformat()}"
    try:
        content = compose(
            Mail(
                sender=origin.address,
                sender_name=origin.name,
                recipient=address,
                subject=_SUBJECT,
                date=now.astimezone(wiring.zone),
                key=key,
                kind="test",
                text=_TEXT,
                html=f"<p>{_TEXT.strip().replace(chr(10) * 2, '</p><p>')}</p>",
            )
        )
    except ValueError as fault:
        raise Complaint(
            f"The letter cannot be written: {fault}; give one plain address, such as lan@example.org."
        ) from None
    return Letter(0, message_id(key, origin.domain), origin.address, address, content)


def _channel(wiring: Wiring, name: str) -> Channel:
    from notifiers import CHANNELS

    settings = {"folder": wiring.config.folder, "email": wiring.config.email}
    return CHANNELS[name].open(settings[name])


async def _carried(channel: Channel, letter: Letter) -> Receipt:
    try:
        return await channel.probe(letter, say)
    finally:
        await channel.close()


def _end(receipt: Receipt, letter: Letter) -> None:
    from notifiers.base import Accepted, Deferred, Refused

    match receipt:
        case Accepted(answer):
            say(f"ok: accepted ({answer}), Message-ID {letter.message_id}")
        case Deferred(answer):
            raise Complaint(f"Not sent: {answer}. Mend that, or try again later.", TEMPORARY)
        case Refused(answer):
            raise Complaint(f"Refused: {answer}. Look at the address.", REFUSED)
        case _:
            raise Complaint(
                f"Uncertain: the answer was lost after the letter had gone ({receipt.answer}); look into the mailbox.",
                TEMPORARY,
            )
