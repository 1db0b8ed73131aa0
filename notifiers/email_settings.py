"""How letters leave by e-mail: the section ``[email]``, and how long each step of a conversation may take."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator, model_validator

from notifiers.address import Mailbox, mailbox


class EmailSettings(BaseModel):
    """The section ``[email]`` of the configuration."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    host: str = "localhost"
    port: int = Field(default=587, ge=1, le=65535)
    security: Literal["starttls", "tls", "none"] = "starttls"
    username: str = ""
    password: SecretStr = SecretStr("")
    sender: str = Field(default="Duewatch <duewatch@example.org>", alias="from")
    reply_to: str = ""
    connections: int = Field(default=4, ge=1, le=64)

    @field_validator("host")
    @classmethod
    def _host_is_a_name(cls, host: str) -> str:
        if not re.fullmatch(r"[A-Za-z0-9._:-]+", host):
            raise ValueError("the server must be a host name or an address, in plain ASCII")
        return host

    @field_validator("sender", "reply_to")
    @classmethod
    def _address_is_one(cls, text: str) -> str:
        if text:
            mailbox(text)
        return text

    @model_validator(mode="after")
    def _letters_travel_encrypted(self) -> Self:
        if not self.sender:
            raise ValueError("from must not be empty")
        if self.security == "none" and not _is_loopback(self.host):
            raise ValueError(
                'security = "none" is for a server on this machine (localhost, 127.0.0.1, ::1); '
                'for any other use "starttls" or "tls"'
            )
        return self

    @property
    def origin(self) -> Mailbox:
        """Who the letters come from."""
        return mailbox(self.sender)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds. Together they stay below the fifteen minutes of a courier's lease.

    ``connect`` covers everything up to the login, ``reply`` one answer before the text has gone,
    ``content`` the answer after the final dot (RFC 5321 section 4.5.3.2.6), ``farewell`` RSET and QUIT.
    """

    connect: float = 60.0
    reply: float = 60.0
    content: float = 600.0
    farewell: float = 3.0
