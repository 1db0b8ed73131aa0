"""From waiting notices to finished bytes: what the courier and the forecast share."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from monitor.claim import Claim, Ready
from monitor.digests import gather
from monitor.house import House
from monitor.news import News
from monitor.packing import pack
from monitor.render import BrokenTemplate
from monitor.scopes import scopes_of
from monitor.store import Ledger
from notifiers.base import Letter
from notifiers.mime import Mail, joined, message_id, pieces
from rules.audience import LINE, ROLES, audience, stand_in
from rules.notices import OPERATOR, NoticeKind, unwanted
from rules.people import Officer

LEASE = timedelta(minutes=15)


def form(
    ledger: Ledger, house: House, moment: datetime, holder: str, limit: int, only: NoticeKind | None = None
) -> tuple[Claim, ...]:
    """Claim what may go out now, checked once more against the cases as they stand (contract, line 5)."""
    today = house.setting.legal_day(moment)
    claims = ledger.claim(
        moment=moment,
        limit=limit,
        holder=holder,
        lease_until=moment + LEASE,
        judge=lambda notice, case: unwanted(notice, case, today),
        today=today,
        only=only,
    )
    if not any(claim.kind == "digest" for claim in claims):
        return claims
    scopes, news = scopes_of(house.setting, today), News(ledger)
    return tuple(
        replace(
            claim, digest=gather(news, house, claim.officer, scopes[claim.officer], moment, _number(claim))
        )
        if claim.kind == "digest" and claim.officer in scopes
        else claim
        for claim in claims
    )


def _number(claim: Claim) -> int:
    return claim.entries[0].notice.number or 0


def recipient_of(claim: Claim, house: House, moment: datetime) -> Officer | None:
    """Who reads the letter on that day: the officer, a deputy, the role's present holder; None: nobody."""
    directory = house.setting.directory
    today = house.setting.legal_day(moment)
    if claim.officer == OPERATOR:
        address = house.config.operator.email
        return _operator(address, house.config.language) if address else None
    officer = directory.officers.get(claim.officer) or _successor(claim, house, moment)
    return stand_in(officer, today, directory) if officer is not None else None


def _operator(address: str, language: str) -> Officer:
    return Officer(OPERATOR, "", address, "*", "watch", language, digest=False)


def _successor(claim: Claim, house: House, moment: datetime) -> Officer | None:
    """The directory no longer knows the officer: whoever holds the role of the worst case now."""
    entry = claim.entries[0]
    if entry.case is None:
        return None
    roles = tuple(role for role in ROLES if role == entry.notice.role) or LINE[:1]
    people = audience(entry.case, roles, house.setting.legal_day(moment), house.setting)
    return house.setting.directory.officers[people[0].officer] if people else None


def write(claim: Claim, recipient: Officer, house: House, moment: datetime, *, plain: bool = False) -> Ready:
    """The letter's bytes; ``plain`` does without templates, for when one of them fails."""
    renderer = house.renderer
    rendered = (renderer.plain if plain else renderer.render)(claim, recipient, house.setting, moment)
    origin = house.config.email.origin
    mail = Mail(
        sender=origin.address,
        sender_name=origin.name,
        recipient=recipient.email,
        recipient_name=recipient.name,
        reply_to=house.config.email.reply_to,
        subject=rendered.subject,
        date=moment.astimezone(house.setting.zone),
        key=claim.key,
        kind=claim.kind,
        text=rendered.text,
        html=rendered.html,
        cases=cases_of(claim),
    )
    own_id = message_id(claim.key, origin.address.rpartition("@")[2])
    said = pieces(mail)
    return Ready(origin.address, recipient.email, own_id, rendered.subject, joined(said), pack(said))


def write_surely(claim: Claim, recipient: Officer, house: House, moment: datetime) -> Ready:
    """The same; a template that fails gives way to the plain letter."""
    try:
        return write(claim, recipient, house, moment)
    except BrokenTemplate:
        return write(claim, recipient, house, moment, plain=True)


def cases_of(claim: Claim) -> tuple[str, ...]:
    """The keys of the letter's cases, worst first, each once."""
    if claim.digest is not None:
        digest = claim.digest
        changed = tuple(change.case for change in digest.changed)
        cases = (*digest.overdue, *digest.due_soon, *changed, *digest.ending, *digest.unconfirmed)
        return tuple(dict.fromkeys(case.key for case in cases))
    return tuple(dict.fromkeys(entry.case.key for entry in claim.entries if entry.case is not None))


def letter_of(number: int, ready: Ready) -> Letter:
    return Letter(number, ready.message_id, ready.sender, ready.recipient, ready.content)
