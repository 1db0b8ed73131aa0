"""A review that can be left and taken up again: what was decided so far lies beside the draft."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from monitor.drafts.file import Decision, DraftFile, Entry, NoDraft, read_draft
from monitor.drafts.rulings import replaced

ENDING = ".review"  # not .toml: a catalogue folder would take it for an instrument
_DRAFT = "# draft "


@dataclass(slots=True)
class Session:
    """The draft as it stands after each decision; every change is on disk before the next question."""

    path: Path
    digest: str
    draft: DraftFile
    resumed: bool = False

    @classmethod
    def over(cls, path: Path) -> Session:
        """The review of this draft, taken up where it was left; begun anew where the draft has changed since.

        Raises NoDraft, or OSError where the file cannot be read.
        """
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        try:
            fresh = read_draft(content.decode("utf-8"))
        except UnicodeDecodeError as fault:
            raise NoDraft("is not UTF-8") from fault
        state = cls._state_path(path)
        if state.is_file():
            first, _, rest = state.read_text(encoding="utf-8").partition("\n")
            if first == f"{_DRAFT}{digest}":
                return cls(path, digest, read_draft(rest), resumed=True)
        return cls(path, digest, fresh)

    @staticmethod
    def _state_path(path: Path) -> Path:
        return path.with_name(path.name + ENDING)

    @property
    def state(self) -> Path:
        return self._state_path(self.path)

    def keep(self, draft: DraftFile) -> None:
        """The draft after a decision, written down; raises OSError."""
        replaced(self.state, f"{_DRAFT}{self.digest}\n{draft.written()}")
        self.draft = draft

    def put(self, place: int, entry: Entry, decision: Decision | None = None) -> None:
        """This entry in the place of the old one."""
        changed = replace(entry, decision=decision) if decision is not None else entry
        entries = (*self.draft.entries[:place], changed, *self.draft.entries[place + 1 :])
        self.keep(replace(self.draft, entries=entries))

    def next_open(self, after: int = -1) -> int | None:
        """The first entry after this place that nobody has decided, else the first of all."""
        places = [place for place, entry in enumerate(self.draft.entries) if entry.decision == "open"]
        return next((place for place in places if place > after), places[0] if places else None)

    @property
    def accepted(self) -> int:
        return sum(entry.decision == "accepted" for entry in self.draft.entries)

    def end(self) -> None:
        """The review is done: what was kept of it goes."""
        self.state.unlink(missing_ok=True)
