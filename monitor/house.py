"""All that a reload replaces together: configuration, library, setting, renderer."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from monitor import __version__
from monitor.config import Config
from monitor.library import Library
from monitor.render import Renderer
from rules.model import Fault
from rules.setting import Setting


@dataclass(frozen=True, slots=True, eq=False)
class House:
    """One valid state of everything that the administrator and the lawyers write."""

    config: Config
    library: Library
    setting: Setting
    renderer: Renderer

    @staticmethod
    def of(config: Config, library: Library) -> House:
        setting = Setting(
            workdays=library.catalogue.workdays,
            agencies=library.catalogue.agencies,
            directory=library.directory,
            zone=config.zone,
            send_at=config.send_at,
        )
        return House(config, library, setting, Renderer(config.templates, config.language))

    @staticmethod
    def faults_of(config: Config, library: Library) -> tuple[Fault, ...]:
        """Everything wrong with the rule files, the directory and the templates; warnings too."""
        return (*library.faults, *Renderer(config.templates).faults())

    @property
    def digest(self) -> str:
        """Changes when anything changes that cases depend on."""
        parts = (self.library.digest, str(self.setting.zone), str(self.setting.send_at), __version__)
        return sha256("\n".join(parts).encode()).hexdigest()

    @property
    def reckoning(self) -> str:
        """Changes when the same words of an instrument may ask for other cases, days or moments."""
        return f"{self.library.common}|{self.timing}|{__version__}"

    @property
    def timing(self) -> str:
        """Changes when the same deadlines would have other stages, or the same stages other moments."""
        catalogue = self.library.catalogue
        ladders = [catalogue.ladders[name] for name in sorted(catalogue.ladders)]
        workdays = catalogue.workdays
        parts = (ladders, workdays.lost, workdays.won, str(self.setting.zone), self.setting.send_at)
        return sha256(repr(parts).encode()).hexdigest()
