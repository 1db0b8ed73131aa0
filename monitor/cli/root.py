"""The command ``duewatch`` itself: its commands by name, and how every fault ends."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper

import click

from monitor import __version__
from monitor.cli.command import common
from monitor.cli.faults import REFUSED, TEMPORARY, USAGE, Complaint, world_faults
from monitor.cli.lazy import Door, LazyGroup, Shelf
from monitor.cli.outlet import READER_GONE, UnwrittenError, outlet
from monitor.cli.paper import hint
from monitor.cli.wiring import Wiring

_TRY_AGAIN = frozenset({errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EIO, errno.EMFILE, errno.ENFILE})


class Root(LazyGroup):
    """Ends every command with the exit codes of the interface and one sentence for each fault."""

    shelves = (
        Shelf(
            "Set up",
            (
                Door("init", "starting", "init", "write a commented configuration, directory and catalogue"),
                Door("check", "checking", "check", "validate everything; list days; preview a load"),
                Door("accept", "checking", "accept", "let the next load move or lose open deadlines"),
                Door("test-mail", "posting", "test_mail", "send one letter, showing each step"),
            ),
        ),
        Shelf(
            "Read resolutions",
            (
                Door(
                    "extract",
                    "extracting",
                    "extract",
                    "draft the tasks of documents, each day with its reason",
                ),
                Door("review", "reviewing", "review", "go through a draft, and write the instrument file"),
                Door("diff", "diffing", "diff", "a draft against the catalogue: new, changed, repeated"),
            ),
        ),
        Shelf(
            "Run",
            (
                Door("run", "running", "run", "the daemon"),
                Door("tick", "running", "tick", "one pass and delivery, then exit"),
                Door("status", "health", "status", "is the daemon alive, what waits, what is wrong"),
                Door("doctor", "doctoring", "doctor", "look at everything that letters depend on"),
                Door("clock", "clock", "clock", "go on after a jump of the clock held sending"),
                Door("verify", "verifying", "verify", "check journal and outbox against the contract"),
                Door("db", "database", "db", "check, upgrade, back up or copy the database"),
            ),
        ),
        Shelf(
            "Look",
            (
                Door("list", "listing", "list_cases", "cases, most urgent first"),
                Door("show", "showing", "show", "one case: its days, history and letters"),
                Door("explain", "explaining", "explain", "why this day, why this letter, what comes next"),
                Door("plan", "planning", "plan", "every letter that would go out"),
                Door("digest", "digesting", "digest", "a digest as it would go out"),
                Door("history", "journal", "history", "the journal"),
                Door("outbox", "outbox", "outbox", "letters not yet accepted; retry or drop them"),
            ),
        ),
        Shelf(
            "Change cases",
            (
                Door("ack", "promising", "ack", "promise a day"),
                Door("snooze", "promising", "snooze", "hold back the stages that may be held"),
                Door("unsnooze", "promising", "unsnooze", "end a snooze"),
                Door("close", "closing", "close", "done, with evidence"),
                Door("reopen", "closing", "reopen", "undo a closing or a withdrawal"),
                Door("withdraw", "closing", "withdraw", "taken back by its issuer"),
                Door("extend", "closing", "extend", "another day, with the document that grants it"),
                Door("progress", "reporting", "progress", "report a percentage"),
                Door("anchor", "reporting", "anchor", "the day that a counted period waits for"),
                Door("assign", "reporting", "assign", "an officer stands for the owner"),
            ),
        ),
    )

    def main(  # type: ignore[override]  # click types the rest as Any
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: object,
    ) -> None:
        """Runs one command and exits: 0, 1, 2, 75 or 78 (interface.md, section 2)."""
        wiring = Wiring()
        _prepare()
        rest = {"obj": wiring, **extra}
        run = super().main
        try:
            code = _ended(
                lambda: run(args, prog_name, complete_var, standalone_mode=False, **rest),
                wiring,
                self.path_of(sys.argv[1:] if args is None else args),
            )
        finally:
            wiring.close()
        sys.exit(code)

    def path_of(self, words: Sequence[str]) -> str:
        """The command that these words name; the parser does not say it when an option lacks its value."""
        known = {door.name for shelf in self.shelves for door in shelf.doors}
        return " ".join(["duewatch", *[word for word in words if word in known][:1]])


def _prepare() -> None:
    """A terminal that does not know a letter gets its number; bash gets our completion."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if any(name.endswith("_COMPLETE") for name in os.environ):
        from monitor.cli import completion

        completion.install()


def _ended(command: Callable[[], object], wiring: Wiring, path: str) -> int:
    """The exit code of a command, its fault told in one sentence; with --debug the world's faults are raised."""
    try:
        with outlet():
            outcome = command()
    except click.exceptions.NoArgsIsHelpError as fault:
        hint(fault.format_message())
        return USAGE
    except click.UsageError as fault:
        hint(_usage(fault, path))
        return USAGE
    except click.Abort:
        hint("Stopped; nothing was changed.")
        return REFUSED
    except Complaint as complaint:
        complaint.show()
        return complaint.code
    except world_faults() as fault:
        if wiring.debug:
            raise
        translated = wiring.complaint(fault)
        translated.show()
        return translated.code
    except UnwrittenError as fault:
        return _unwritten(fault, wiring)
    except OSError as fault:
        if wiring.debug:
            raise
        hint(_world(fault))
        return TEMPORARY if fault.errno in _TRY_AGAIN else REFUSED
    return outcome if isinstance(outcome, int) else 0


def _unwritten(fault: UnwrittenError, wiring: Wiring) -> int:
    """A change that is committed stands, whatever becomes of its words: nobody shall be told to try it again."""
    if fault.reader_is_gone:
        return READER_GONE
    if wiring.has_changed:
        hint(f"The change is done and stands; only its words could not be written ({fault}).")
        return REFUSED
    hint(f"The output could not be written ({fault}); mend that and try again.")
    return TEMPORARY if fault.errno in _TRY_AGAIN else REFUSED


def _usage(fault: click.UsageError, named: str) -> str:
    words = fault.format_message().strip().rstrip(".")
    path = fault.ctx.command_path if fault.ctx is not None else named
    end = "" if words.endswith("?") else ";"
    return f"{path}: {words[:1].lower() + words[1:]}{end} see '{path} --help'."


def _world(fault: OSError) -> str:
    if isinstance(fault, FileNotFoundError) and fault.filename:
        return f"There is no file or folder {str(fault.filename)!r}: name one that exists."
    if isinstance(fault, IsADirectoryError) and fault.filename:
        return f"{str(fault.filename)!r} is a folder: name a file."
    place = f" ({fault.filename})" if fault.filename else ""
    reason = (fault.strerror or str(fault)).lower()
    return f"The system refused: {reason}{place}; mend that and try again."


@click.command(cls=Root, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="duewatch %(version)s")
@common
def duewatch() -> None:
    """Watches the deadlines that resolutions impose, and lets none pass in silence.

    CASE is a number, a key, or a quoted pattern ('nq-23-2016/*@bo-*'); `duewatch list` shows them.
    Days are 2016-06-30 or 30/6/2016, moments 2016-06-21T08:00 in local time.

    The configuration is the file of --config, else $DUEWATCH_CONFIG, else ./config.toml, else
    /etc/duewatch/config.toml; with none of them the defaults serve. Relative paths, the database's
    too, count from that file's folder, or from the current one. `duewatch status` names both.

    \b
    Completion, in your shell's start file:
      bash  eval "$(_DUEWATCH_COMPLETE=bash_source duewatch)"
      zsh   eval "$(_DUEWATCH_COMPLETE=zsh_source duewatch)"
      fish  _DUEWATCH_COMPLETE=fish_source duewatch | source
    """
