"""The channels: finished letters in, receipts out. A channel is one file, and one line in ``CHANNELS``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, TypeVar

from pydantic import BaseModel

from notifiers.base import Channel
from notifiers.email import EmailNotifier
from notifiers.email_settings import EmailSettings
from notifiers.folder import FolderNotifier, FolderSettings

S = TypeVar("S", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class ChannelKind(Generic[S]):
    """A channel's section of the configuration, and how it is opened."""

    settings: type[S]
    opens: Callable[[S], Channel]

    def open(self, settings: BaseModel) -> Channel:
        """The channel with ``settings``; raises TypeError where they are another channel's."""
        if not isinstance(settings, self.settings):
            raise TypeError(f"{type(settings).__name__} does not configure this channel")
        return self.opens(settings)


CHANNELS: Mapping[str, ChannelKind[FolderSettings] | ChannelKind[EmailSettings]] = MappingProxyType(
    {
        "folder": ChannelKind(FolderSettings, FolderNotifier),
        "email": ChannelKind(EmailSettings, EmailNotifier),
    }
)
