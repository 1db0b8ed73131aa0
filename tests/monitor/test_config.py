"""The configuration: where it is found, what beats what, and that every fault names its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor import origins
from monitor.config import BUILTIN, Config, ConfigFaults, load_config
from monitor.listening import SocketFile

Write = Callable[..., Path]
SOURCE = '[[source]]\nname = "a"\npath = "b"\nagencies = ["ha-noi"]\n'
NOTHING: Mapping[str, str] = {}


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(origins, "SYSTEM_FILE", tmp_path / "etc" / "config.toml")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def writer(text: str, name: str = "config.toml", mode: int = 0o600) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(mode)
        return path

    return writer


def faults_of(
    path: Path | None, environ: Mapping[str, str] = NOTHING, overrides: Mapping[str, str] = NOTHING
) -> list[str]:
    with pytest.raises(ConfigFaults) as raised:
        load_config(path, environ, overrides)
    return [str(fault) for fault in raised.value.faults]


def test_a_newcomer_needs_no_file() -> None:
    config = load_config(None, NOTHING)
    assert config == Config()
    assert (config.file, config.base, config.directory_file) == (None, Path(), None)
    assert (config.send_at, config.zone.key) == (time(8), "Asia/Ho_Chi_Minh")
    assert config.clock_guard == timedelta(hours=36)


def test_the_file_is_found_in_the_promised_order(write: Write, tmp_path: Path) -> None:
    system = write("language = 'en'", "etc/config.toml")
    assert load_config(None, NOTHING).file == system
    write("language = 'vi'")
    assert load_config(None, NOTHING).file == Path("config.toml")
    named = write("", "by-environment.toml")
    environ = {"DUEWATCH_CONFIG": str(named)}
    assert load_config(None, environ).file == named
    option = write("", "by-option.toml")
    assert load_config(option, environ).file == option


def test_a_named_file_that_is_missing_is_a_fault(tmp_path: Path) -> None:
    gone = tmp_path / "gone.toml"
    assert faults_of(gone) == [f"{gone}:1: config: there is no such file (named by --config)"]
    assert faults_of(None, {"DUEWATCH_CONFIG": str(gone)}) == [
        f"{gone}:1: config: there is no such file (named by $DUEWATCH_CONFIG)"
    ]


def test_a_found_file_that_leads_nowhere_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "config.toml").symlink_to(tmp_path / "gone.toml")
    assert faults_of(None) == ["config.toml:1: config: there is no such file"]


def test_a_folder_is_no_configuration(tmp_path: Path) -> None:
    assert faults_of(tmp_path) == [
        f"{tmp_path}:1: config: cannot be read (named by --config): Is a directory"
    ]


def test_the_command_line_beats_the_environment_beats_credentials_beat_the_file(
    write: Write, tmp_path: Path
) -> None:
    file = write("[email]\nport = 1\nhost = 'file'\nusername = 'file'\nreply_to = 'file@example.org'\n")
    for name, text in {
        "email__port": "2\n",
        "email__host": "credential",
        "email__username": "credential",
    }.items():
        write(text, f"credentials/{name}")
    environ = {
        "CREDENTIALS_DIRECTORY": str(tmp_path / "credentials"),
        "DUEWATCH_EMAIL__PORT": "3",
        "DUEWATCH_EMAIL__HOST": "environment",
    }
    email = load_config(file, environ, {"email.port": "4"}).email
    assert (email.port, email.host, email.username, email.reply_to) == (
        4,
        "environment",
        "credential",
        "file@example.org",
    )


def test_a_credential_loses_its_last_line_end_and_nothing_else(write: Write, tmp_path: Path) -> None:
    write(" secret \n", "credentials/email__password")
    config = load_config(None, {"CREDENTIALS_DIRECTORY": str(tmp_path / "credentials")})
    assert config.email.password.get_secret_value() == " secret "


def test_credentials_of_other_names_are_left_alone(write: Write, tmp_path: Path) -> None:
    write("anything", "credentials/tls.pem")
    assert load_config(None, {"CREDENTIALS_DIRECTORY": str(tmp_path / "credentials")}) == Config()


@pytest.mark.parametrize("text", ['["folder", "email"]', "folder, email", "folder,email,"])
def test_a_list_in_the_environment_is_json_or_comma_separated(text: str, write: Write) -> None:
    write("", "directory.toml")
    environ = {"DUEWATCH_CHANNELS": text, "DUEWATCH_OPERATOR__EMAIL": "root@example.org"}
    assert load_config(None, environ).channels == ("folder", "email")


def test_an_unknown_key_is_an_error_with_its_line_and_the_nearest_key(write: Write) -> None:
    file = write('# a comment\nlanguage = "vi"\n\n[email]\nhost = "localhost"\nprot = 25\n')
    assert faults_of(file) == [f'{file}:6: email.prot: unknown key: did you mean "port"?']


def test_an_unknown_section_is_an_error(write: Write) -> None:
    file = write("[emial]\nport = 25\n")
    assert faults_of(file) == [f'{file}:1: emial: unknown key: did you mean "email"?']


def test_an_unknown_key_in_the_environment_names_the_variable() -> None:
    [found] = faults_of(None, {"DUEWATCH_EMAIL__PROT": "25"})
    assert found.startswith('$DUEWATCH_EMAIL__PROT:1: email.prot: unknown key: did you mean "port"?')
    assert found.endswith("(from the environment: DUEWATCH_EMAIL__PROT)")


def test_an_unknown_credential_names_its_file(write: Write, tmp_path: Path) -> None:
    wrong = write("x", "credentials/email__pasword")
    assert faults_of(None, {"CREDENTIALS_DIRECTORY": str(tmp_path / "credentials")}) == [
        f'{wrong}:1: email.pasword: unknown key: did you mean "password"? (from the credential email__pasword)'
    ]


def test_a_section_cannot_be_set_as_one() -> None:
    assert "is a table: set its keys one by one" in faults_of(None, {"DUEWATCH_EMAIL": "{}"})[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('timezone = "Asia/Hanoi"', ":1: timezone: unknown time zone 'Asia/Hanoi'"),
        ('timezone = "../etc/passwd"', ":1: timezone: unknown time zone"),
        ('timezone = "Asia"', ":1: timezone: unknown time zone"),
        ('timezone = ""', ":1: timezone: unknown time zone"),
        ('send_at = "8:00"', ':1: send_at: must be a time of day like "08:00"'),
        ('send_at = "24:00"', ":1: send_at: must be a time of day"),
        ('send_at = "08:00:00"', ":1: send_at: must be a time of day"),
        ("send_at = 800", ":1: send_at: must be a time of day"),
        ('channels = ["pigeon"]', ":1: channels: unknown channel 'pigeon': there are folder, email"),
        ("channels = []", ":1: channels: must not be empty"),
        ('channels = "folder"', ":1: channels: must be a list in brackets"),
        ('channels = ["folder", "folder"]', ":1: channels: names a channel twice"),
        ("catalogue = []", ":1: catalogue: must not be empty"),
        ('catalogue = ["builtin", "gone"]', ":1: catalogue[1]: there is no folder"),
        ('templates = ["gone"]', ":1: templates[0]: there is no folder"),
        ('directory = "gone.toml"', ":1: directory: there is no file"),
        ('directory = ""', ":1: directory: it is empty: name the file that lists the officers"),
        ('keep = "5"', ':1: keep: must be a length like "400d"'),
        ('keep = "0y"', ":1: keep: must be a length"),
        ("keep = 5", ":1: keep: "),
        ('language = "vietnamese"', ":1: language: must look like"),
        ('language = "fr"', ':1: language: no letters are written in "fr"; there are en, vi'),
        ("[email]\nport = 0", ":2: email.port: must be at least 1"),
        ("[email]\nport = 65536", ":2: email.port: must be at most 65535"),
        ('[email]\nport = "587"', ":2: email.port: must be a whole number"),
        ("[email]\nport = true", ":2: email.port: must be a whole number"),
        ("[email]\nconnections = 1.5", ":2: email.connections: must be a whole number"),
        ('[email]\nsecurity = "ssl"', ":2: email.security: must be 'starttls', 'tls' or 'none'"),
        ('[email]\nhost = "mail.example.org"\nsecurity = "none"', ":1: email: security = \"none\" is for"),
        ('[email]\nfrom = "nobody"', ":2: email.from: 'nobody' is not an address"),
        ("email = 5", ":1: email: must be a table of its own keys"),
        ('[operator]\nemail = "tổ@example.org"', ":2: operator.email: "),
        ('[store]\nurl = "mysql://x/y"', ":2: store.url: must be sqlite:///"),
        ('[store]\nurl = "sqlite://"', ":2: store.url: must be sqlite:///"),
        ('[digest]\nat = "noon"', ":2: digest.at: must be a time of day"),
        ('[digest]\ndays = "monthly"', ":2: digest.days: must be 'working', 'daily' or 'weekly'"),
        ('[digest]\nquiet = "always"', ":2: digest.quiet: must be 'never', 'weekly' or 'daily'"),
        ("[daemon]\npoll_s = 0", ":2: daemon.poll_s: must be more than 0"),
        ("[daemon]\npoll_s = 16", ":2: daemon.poll_s: must be at most 15"),
        ("[daemon]\npoll_s = nan", ":2: daemon.poll_s: "),
        ("[daemon]\npoll_s = inf", ":2: daemon.poll_s: "),
        ('[daemon]\nclock_guard = "36"', ':2: daemon.clock_guard: must be a length like "30s"'),
        ('[daemon]\nclock_guard = "1s"', ':2: daemon.clock_guard: must be at least "1m", or "off"'),
        ('[[source]]\nname = "a"\npath = "b"', ":1: source[0].agencies: is required"),
        ('[[source]]\nname = "a"\npath = "b"\nagencies = []', ":4: source[0].agencies: must not be empty"),
        ('[[source]]\nname = "A B"\npath = "b"\nagencies = ["x"]', ":2: source[0].name: must look like"),
        (SOURCE + 'kind = "ftp"', ":5: source[0].kind: must be 'folder'"),
        (SOURCE + 'evry = "5m"', ':5: source[0].evry: unknown key: did you mean "every"?'),
    ],
)  # fmt: skip
def test_a_bad_value_is_one_fault_at_its_line(write: Write, text: str, expected: str) -> None:
    file = write(text)
    found = faults_of(file)
    assert len(found) == 1, found
    assert found[0].startswith(f"{file}{expected}")


def test_two_sources_of_one_name_are_refused(write: Write) -> None:
    assert faults_of(write(SOURCE + SOURCE))[0].endswith(": source: two sources are called 'a'")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('language = "vi"\nsend_at = \n', 2, "is not TOML: Invalid value"),
        ('language = "vi"\nlanguage = "en"\n', 2, "is not TOML: Cannot overwrite a value"),
        ('language = "vi"\n\nchannels = ["folder"', 3, "is not TOML: Unclosed array"),
        ("[" * 5000, 1, "is "),
    ],
)
def test_a_syntax_error_names_file_and_line(write: Write, text: str, line: int, what: str) -> None:
    file = write(text)
    assert faults_of(file)[0].startswith(f"{file}:{line}: config: {what}")


def test_bytes_that_are_no_utf8_name_their_line(write: Write) -> None:
    file = write("")
    file.write_bytes(b'language = "vi"\ntimezone = "\xff"\n')
    assert faults_of(file) == [f"{file}:2: config: is not UTF-8 text"]


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(write: Write) -> None:
    file = write("")
    file.write_bytes(b'\xef\xbb\xbflanguage = "en"\r\n[digest]\r\nat = "9:00"\r\n')
    assert faults_of(file) == [f'{file}:3: digest.at: must be a time of day like "08:00"']


@pytest.mark.parametrize("sign", ["\\u001b", "\\u202e", "\\u200b", "\\u0000", "\\u2028", "\\n"])
def test_control_bidi_and_invisible_characters_are_refused(write: Write, sign: str) -> None:
    file = write(f'[email]\nusername = "a{sign}b"\n')
    code = "000A" if sign == "\\n" else sign[2:].upper()
    assert faults_of(file) == [f"{file}:2: email.username: holds the character U+{code}"]


def test_a_key_that_a_terminal_would_obey_is_shown_escaped(write: Write) -> None:
    found = faults_of(write('"\\u001b[31m" = 1\n'))
    assert found
    assert "\x1b" not in "".join(found)


def test_all_faults_are_shown_at_once(write: Write) -> None:
    file = write('send_at = "x"\nunknown = 1\n[email]\nport = -1\n[digest]\nat = "y"\n')
    found = faults_of(file, {"DUEWATCH_KEEP": "z", "DUEWATCH_NOPE": "1"})
    assert len(found) == 6, found


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604])
def test_a_password_in_a_file_that_others_can_read_is_refused(write: Write, mode: int) -> None:
    file = write('[email]\npassword = "hunter2"\n', mode=mode)
    [found] = faults_of(file)
    assert found.startswith(f"{file}:2: email.password: others can read this file: chmod 600 {file}")
    assert "hunter2" not in found


def test_a_password_in_the_database_address_is_guarded_likewise(write: Write) -> None:
    file = write('[store]\nurl = "postgresql://due:hunter2@db/due"\n', mode=0o644)
    found = faults_of(file)
    assert found[0].startswith(f"{file}:2: store.url: holds a password")
    assert "hunter2" not in found[0]


def test_a_file_without_a_password_may_be_read_by_everybody(write: Write) -> None:
    file = write('[email]\npassword = ""\n[store]\nurl = "postgresql://due@db/due"\n', mode=0o644)
    assert load_config(file, NOTHING).store.url == "postgresql://due@db/due"


@pytest.mark.contract(8)
def test_a_private_file_may_hold_the_password_and_nothing_shows_it(write: Write) -> None:
    config = load_config(write('[email]\npassword = "hunter2"\n'), NOTHING)
    assert config.email.password.get_secret_value() == "hunter2"
    assert "hunter2" not in f"{config!r} {config} {config.email!r}"


@pytest.mark.contract(8)
@pytest.mark.parametrize(
    "text",
    [
        '[email]\npassword = ["hunter2"]\n',
        '[email]\npassword = "hunter2\\u0007"\n',
        '[email]\npassword = { hunter2 = "hunter2" }\n',
        '[store]\nurl = "hunter2://hunter2"\n',
    ],
)
def test_a_secret_is_not_repeated_by_a_fault(write: Write, text: str) -> None:
    assert "hunter2" not in "\n".join(faults_of(write(text)))


@pytest.mark.parametrize("listen", ["0.0.0.0:8970", "example.org:80", "127.0.0.1", "8970", "[::]:1"])
def test_pages_are_for_this_machine_alone(write: Write, listen: str) -> None:
    [fault] = faults_of(write(f'[web]\nlisten = "{listen}"\n'))
    assert ":2: web.listen: must be " in fault


def test_a_socket_counts_from_the_files_folder(write: Write, tmp_path: Path) -> None:
    assert load_config(write('[web]\nlisten = "run/web.sock"\n'), NOTHING).web.place == SocketFile(
        tmp_path / "run" / "web.sock"
    )
    assert load_config(write('[web]\nlisten = "/run/web.sock"\n'), NOTHING).web.place == SocketFile(
        Path("/run/web.sock")
    )
    assert load_config(write(""), NOTHING).web.place is None


def test_a_heartbeats_address_is_a_secret(write: Write) -> None:
    [fault] = faults_of(write('[heartbeat]\nping = "http://hc.example.org/canary-4f2e"\n'))
    assert ":2: heartbeat.ping: must begin with https://" in fault
    assert "canary" not in fault
    config = load_config(write('[heartbeat]\nping = "https://hc.example.org/canary-4f2e"\n'), NOTHING)
    assert "canary" not in repr(config)
    assert config.heartbeat.ping.get_secret_value() == "https://hc.example.org/canary-4f2e"


def test_a_heartbeats_command_is_a_list_of_words(write: Write) -> None:
    told = load_config(write('[heartbeat]\ncommand = ["/usr/bin/wall", "-n", ""]\n'), NOTHING)
    assert told.heartbeat.command == ("/usr/bin/wall", "-n", "")
    for wrong in ('"/usr/bin/wall"', '[""]', "[1]"):
        [fault] = faults_of(write(f"[heartbeat]\ncommand = {wrong}\n"))
        assert ":2: heartbeat.command" in fault


def test_email_needs_a_directory_of_your_own_and_an_operator(write: Write) -> None:
    file = write('channels = ["folder", "email"]\n')
    found = faults_of(file)
    assert [fault.split(": ")[1] for fault in found] == ["channels", "operator.email"]
    write("", "directory.toml")
    file = write('channels = ["email"]\n[operator]\nemail = "root@example.org"\n')
    assert load_config(file, NOTHING).channels == ("email",)


def test_a_directory_beside_the_file_is_taken_without_a_key(write: Write, tmp_path: Path) -> None:
    file = write("", "conf/config.toml")
    assert load_config(file, NOTHING).directory_file is None
    own = write("", "conf/directory.toml")
    config = load_config(file, NOTHING)
    assert (config.directory, config.directory_file) == (None, own)


def test_relative_paths_count_from_the_files_folder(write: Write, tmp_path: Path) -> None:
    (tmp_path / "conf" / "rules").mkdir(parents=True)
    write("", "conf/people.toml")
    file = write(
        'catalogue = ["builtin", "rules"]\ndirectory = "people.toml"\ntemplates = ["rules"]\n'
        '[folder]\npath = "out"\n[[source]]\nname = "a"\npath = "in"\nagencies = ["ha-noi"]\n',
        "conf/config.toml",
    )
    config = load_config(file, NOTHING)
    base = tmp_path / "conf"
    assert config.base == base
    assert config.catalogue == (BUILTIN, str(base / "rules"))
    assert config.directory == config.directory_file == base / "people.toml"
    assert config.templates == (base / "rules",)
    assert config.folder.path == base / "out"
    assert config.source[0].path == base / "in"
    assert config.source[0].every == timedelta(minutes=5)


def test_absolute_paths_stay(write: Write, tmp_path: Path) -> None:
    config = load_config(write('[folder]\npath = "/srv/letters"\n', "conf/config.toml"), NOTHING)
    assert config.folder.path == Path("/srv/letters")


def test_the_clock_guard_can_be_switched_off(write: Write) -> None:
    assert load_config(write('[daemon]\nclock_guard = "off"\n'), NOTHING).clock_guard is None


def test_what_is_kept_is_counted_by_the_calendar(write: Write) -> None:
    keep = load_config(write('keep = "18m"\n'), NOTHING).keep
    assert keep.before(datetime(2016, 8, 31, 9, tzinfo=UTC)) == datetime(2015, 2, 28, 9, tzinfo=UTC)


def test_loading_does_not_change_the_environment_or_read_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUEWATCH_LANGUAGE", "en")
    assert load_config(None, NOTHING).language == "vi"


def sentences(environ: Mapping[str, str], overrides: Mapping[str, str] = NOTHING) -> str:
    """What loading says, whether it succeeds or not."""
    try:
        load_config(None, environ, overrides)
    except ConfigFaults as faults:
        return "".join(map(str, faults.faults)) or "a refusal without a fault"
    return "loaded"


@given(name=st.text(min_size=1, max_size=12), text=st.text(max_size=30))
def test_no_environment_crashes_the_loading_or_speaks_to_the_terminal(name: str, text: str) -> None:
    assert sentences({f"DUEWATCH_{name}": text}).isprintable()


@given(
    key=st.sampled_from(
        [
            "email.port",
            "keep",
            "channels",
            "daemon.poll_s",
            "source",
            "send_at",
            "timezone",
            "store.url",
            "x",
            "",
        ]
    ),
    text=st.text(max_size=30) | st.sampled_from(["[", "[[]]", "[1]", '[{"name":1}]', "1e999", "-0", "٣", ""]),
)
def test_no_override_crashes_the_loading_or_speaks_to_the_terminal(key: str, text: str) -> None:
    said = sentences(NOTHING, {key: text})
    assert said.isprintable()
    assert said != "a refusal without a fault"
