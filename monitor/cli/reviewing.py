"""review: a person goes through a draft, and the instrument file is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli.command import changing
from monitor.cli.faults import Complaint
from monitor.cli.paper import hint, of, safe, say
from monitor.cli.wiring import Wiring, login_name

if TYPE_CHECKING:
    from monitor.drafts.session import Session


@click.command()
@click.argument("draft", metavar="DRAFT.toml", type=click.Path(dir_okay=False))
@click.option("--out", type=click.Path(dir_okay=False), metavar="FILE", help="The instrument file to write.")
@changing
def review(wiring: Wiring, draft: str, out: str | None) -> None:
    """Go through a draft's tasks: accept, correct, rule, merge, split or drop each; leave when you like, it resumes."""
    from monitor.cli.reviewer import Reviewer
    from monitor.drafts.rulings import remembered

    path = Path(draft)
    session = _session(path)
    reviewer = Reviewer(
        session=session,
        catalogue=wiring.library.catalogue,
        officer=_officer(wiring),
        today=wiring.today,
        folder=wiring.config.base,
        rulings=remembered(wiring.config.base),
    )
    if not session.resumed and (there := _target(wiring, session) if out is None else Path(out)).exists():
        hint(f"{safe(str(there))} is there already: at the end you are asked before it is written over.")
    try:
        ended = reviewer.goes_through()
    except (click.Abort, KeyboardInterrupt):
        ended = False
        click.echo()
    if not ended:
        say(f"Kept in {safe(str(session.state))}; 'duewatch review {safe(draft)}' goes on from here.")
        return
    if not session.accepted:
        state = safe(str(session.state))
        say(
            f"No task was accepted, so no file is written. What was decided is kept in {state}: delete it to begin anew."
        )
        return
    target = Path(out) if out is not None else _target(wiring, session)
    if target.exists() and not _agreed(f"{safe(str(target))} exists. Write over it?"):
        say("Nothing was written; the review is kept. Give another file with --out.")
        return
    _write(target, session)


def _agreed(question: str) -> bool:
    """The person's word; whoever leaves at the question has not agreed."""
    try:
        return click.confirm(question, default=False)
    except (click.Abort, KeyboardInterrupt):
        click.echo()
        return False


def _session(path: Path) -> Session:
    from monitor.drafts.file import NoDraft
    from monitor.drafts.session import Session

    try:
        session = Session.over(path)
    except NoDraft as fault:
        raise Complaint(f"{safe(str(path))} {fault.sentence}.") from fault
    if not session.draft.entries:
        raise Complaint(f"{safe(str(path))} holds no tasks: there is nothing to review.")
    if session.resumed:
        say(f"Going on from {safe(str(session.state))}.")
    elif session.state.exists():
        hint("The draft has changed since the last review: it begins again.")
    return session


def _officer(wiring: Wiring) -> str:
    """Who rules: the officer of --as, else of this login, else the login name; a faulty catalogue does not matter."""
    directory = wiring.library.directory
    if wiring.claimed is not None:
        if directory.officer(wiring.claimed) is None:
            raise Complaint(f"There is no officer {wiring.claimed!r}; the directory lists them.")
        return wiring.claimed
    login = login_name()
    officer = directory.by_login(login)
    return officer.id if officer is not None else login


def _target(wiring: Wiring, session: Session) -> Path:
    """The instrument's file in the first catalogue folder of one's own; beside the draft where there is none."""
    from monitor.library import BUILTIN

    own = [Path(folder) for folder in wiring.config.catalogue if folder != BUILTIN]
    name = f"{session.draft.head.get('id', session.path.stem)}.toml"
    if session.path.resolve().parent in [folder.resolve() for folder in own]:
        return session.path
    return (own[0] if own else session.path.parent) / (name if own else f"{session.path.stem}.reviewed.toml")


def _write(target: Path, session: Session) -> None:
    from monitor.drafts.rulings import replaced

    target.parent.mkdir(parents=True, exist_ok=True)
    replaced(target, session.draft.written(reviewed=True))
    count = session.accepted
    session.end()
    say(
        f"ok: {of(count, 'obligation')} written to {safe(str(target))}; "
        "'duewatch check --changes' shows what they would open"
    )
