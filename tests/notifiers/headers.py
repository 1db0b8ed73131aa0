"""An independent reading of headers, and a check that any Python can run: ``python headers.py [COUNT]``.

It imports neither the test tools nor anything of ours but ``notifiers.mime`` and ``notifiers.address``.
"""

from __future__ import annotations

import base64
import email
import email.header
import email.policy
import random
import re
import sys
import types
from datetime import datetime, timezone
from email.message import EmailMessage
from pathlib import Path

WORDS = (  # noqa: SIM905 - a text, not a list
    "Nghị quyết của Chính phủ về điện tử trước ngày 1/7/2016 Bộ Thông tin và Truyền thông nhiệm vụ quá hạn "
    "đôn đốc Ủy ban nhân dân tỉnh Thừa Thiên Huế — Quý IV/2018 36a/NQ-CP “hạn” báo cáo 12 of 63 provinces "
    'overdue: Ngân hàng Nhà nước Đặng Hoà Nguyễn Thị Thuý Kiều =?utf-8?q?x?= ở ữ ẵ 😀 ! , ; ( ) < > @ " \\ ='
).split(" ")

ONE_WORD = 45  # bytes of a name in one encoded word; between two that parser puts a space into names


def raw_header(message: bytes, name: str) -> str:
    """The header's value with its folds undone: a fold is CRLF before white space (RFC 5322, 2.2.3)."""
    head = message.split(b"\r\n\r\n", 1)[0].decode("ascii")
    unfolded = re.sub(r"\r\n(?=[ \t])", "", head)
    (value,) = [line[len(name) + 2 :] for line in unfolded.split("\r\n") if line.startswith(f"{name}: ")]
    return value


def decoded(value: str) -> str:
    """RFC 2047 by hand: white space between two encoded words is no text, each word is whole UTF-8."""
    value = re.sub(r"(\?=)\s+(?==\?utf-8\?b\?)", r"\1", value)
    return re.sub(r"=\?utf-8\?b\?([A-Za-z0-9+/=]*)\?=", lambda m: base64.b64decode(m[1]).decode(), value)


def decoded_name(value: str) -> str:
    """The display name before the address in angle brackets."""
    name = value.rpartition(" <")[0]
    if name.startswith('"'):
        return re.sub(r"\\(.)", r"\1", name[1:-1])
    return decoded(name)


def by_the_library(message: bytes, name: str) -> str:
    parsed = email.message_from_bytes(message)
    return str(email.header.make_header(email.header.decode_header(parsed[name])))


def spaced_once(text: str) -> str:
    """The newer parser of the standard library makes one space of many, and trims; it cannot be asked not to."""
    return " ".join(text.split())


def random_text(chance: random.Random, longest: int) -> str:
    text = " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, longest)))
    if chance.random() < 0.2:  # double, leading and trailing spaces are text too
        at = chance.randint(0, len(text))
        text = f"{text[:at]}{' ' * chance.randint(1, 3)}{text[at:]}"
    return text


def faults(count: int, seed: int = 1) -> list[str]:
    """What ``count`` random letters lose on their way through ``compose`` and two readers."""
    from notifiers.mime import Mail, compose

    chance, found = random.Random(seed), []
    for number in range(count):
        subject, name = random_text(chance, 14), random_text(chance, 5)
        message = compose(
            Mail(
                sender="duewatch@example.org",
                sender_name=name,
                recipient="lan@example.org",
                recipient_name=name,
                subject=subject,
                date=datetime(2016, 6, 21, 1, 0, tzinfo=timezone.utc),  # noqa: UP017 - reads like any Python
                key=str(number),
                kind="stage",
                text="thư",
                html="<p>thư</p>",
                cases=("nq-23-2016/1@bo-y-te",) * (number % 3),
            )
        )
        head = message.split(b"\r\n\r\n", 1)[0].decode("ascii")
        modern = email.message_from_bytes(message, policy=email.policy.default)
        assert isinstance(modern, EmailMessage)
        readings = [
            ("by hand", subject, decoded(raw_header(message, "Subject"))),
            ("email.header", subject, by_the_library(message, "Subject")),
            ("email.policy", spaced_once(subject), spaced_once(str(modern["Subject"]))),
            ("name by hand", name, decoded_name(raw_header(message, "To"))),
            ("sender by hand", name, decoded_name(raw_header(message, "From"))),
        ]
        if len(name.encode()) <= ONE_WORD:
            shown = str(modern["To"].addresses[0].display_name)
            readings.append(("email.policy", spaced_once(name), spaced_once(shown)))
        found += [f"{who}: {meant!r} became {read!r}" for who, meant, read in readings if read != meant]
        found += [f"long line: {line!r}" for line in head.split("\r\n") if len(line) > 76]
        found += [f"defect: {defect!r}" for defect in modern.defects]
    return found


def without_the_package() -> None:
    """Make ``notifiers.mime`` importable where the libraries of the channels are not installed."""
    package = types.ModuleType("notifiers")
    package.__path__ = [str(Path(__file__).resolve().parents[2] / "notifiers")]
    sys.modules["notifiers"] = package


if __name__ == "__main__":
    without_the_package()
    lost = faults(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
    print(f"{sys.version.split()[0]}: {len(lost)} faults")
    print("\n".join(lost[:5]))
    sys.exit(1 if lost else 0)
