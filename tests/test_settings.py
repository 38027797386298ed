"""Every setting: what it may be, what a wrong one says, and that the token is never told."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import settings
from bot.errors import ConfigurationError, ExitCode
from bot.settings import SHIPPED_KNOWLEDGE, Settings

pytestmark = pytest.mark.usefixtures("no_settings")

ROOT = Path(settings.__file__).parent.parent
TOKEN = "MTE3NDAwMDAwMDAwMDAwMDAwMQ.secret"  # noqa: S105 - nobody's


def failure() -> str:
    with pytest.raises(ConfigurationError) as caught:
        settings.load()
    assert caught.value.exit_code is ExitCode.CONFIGURATION
    return str(caught.value)


def assert_defaults(loaded: Settings) -> None:
    assert loaded.discord_token is None
    assert loaded.listen_channels == loaded.home_guilds == frozenset()
    assert loaded.knowledge_dir == SHIPPED_KNOWLEDGE
    assert loaded.crisis_region is None
    assert str(loaded.discord_api_url) == "https://discord.com/api/v10"
    assert loaded.log_level == "INFO"


def test_nothing_has_to_be_set() -> None:
    assert_defaults(settings.load())


def test_a_blank_setting_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.setenv(name.upper(), "")
    assert_defaults(settings.load())


@pytest.mark.parametrize(
    ("name", "value", "read", "expected"),
    [
        (
            "LISTEN_CHANNELS",
            "1174000000000000001",
            lambda s: s.listen_channels,
            {1174 * 10**15 + 1},
        ),
        ("LISTEN_CHANNELS", " 2 , 1,2 ", lambda s: s.listen_channels, {1, 2}),
        ("HOME_GUILDS", str(2**64 - 1), lambda s: s.home_guilds, {2**64 - 1}),
        ("KNOWLEDGE_DIR", "some/folder", lambda s: s.knowledge_dir, Path("some/folder")),
        ("CRISIS_REGION", " gb ", lambda s: s.crisis_region, "GB"),
        ("CRISIS_REGION", "  ", lambda s: s.crisis_region, None),
        (
            "DISCORD_API_URL",
            "http://localhost:8080/api/v10",
            lambda s: str(s.discord_api_url),
            "http://localhost:8080/api/v10",
        ),
        ("LOG_LEVEL", "DEBUG", lambda s: s.log_level, "DEBUG"),
        ("LOG_LEVEL", "WARNING", lambda s: s.log_level, "WARNING"),
        ("LOG_LEVEL", "ERROR", lambda s: s.log_level, "ERROR"),
        ("DISCORD_TOKEN", TOKEN, lambda s: s.discord_token.get_secret_value(), TOKEN),
    ],
)
def test_reads_a_setting_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str,
    read: Callable[[Settings], object],
    expected: object,
) -> None:
    monkeypatch.setenv(name, value)
    assert read(settings.load()) == expected


@pytest.mark.parametrize(
    ("name", "value", "wrong", "allowed"),
    [
        ("LISTEN_CHANNELS", "general", "general", "ids of channels"),
        ("LISTEN_CHANNELS", "1,two,3", "two", "separated by commas"),
        ("LISTEN_CHANNELS", "0", "0", "ids of channels"),
        ("LISTEN_CHANNELS", "-5", "-5", "ids of channels"),
        ("LISTEN_CHANNELS", "1.5", "1.5", "ids of channels"),
        ("HOME_GUILDS", str(2**64), str(2**64), "ids of servers"),
        ("DISCORD_API_URL", "discord.com", "discord.com", "http://localhost:8080/api/v10"),
        ("DISCORD_API_URL", "ftp://discord.com", "ftp://discord.com", "an address such as"),
        ("LOG_LEVEL", "loud", "loud", "DEBUG, INFO, WARNING or ERROR"),
    ],
)
def test_a_wrong_value_is_told_with_its_name_and_what_is_allowed(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, wrong: str, allowed: str
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv(name, value)
    told = failure()
    assert told.startswith(f"{name} is ")
    assert wrong in told
    assert allowed in told
    assert "secret" not in told


def test_the_token_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    loaded = settings.load()
    assert "secret" not in f"{loaded!r} {loaded} {loaded.model_dump()} {loaded.model_dump_json()}"


def test_settings_cannot_be_changed() -> None:
    loaded = settings.load()
    with pytest.raises(ValueError, match="frozen"):
        loaded.log_level = "DEBUG"  # type: ignore[misc]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_reads_the_file_beside_the_process(tmp_path: Path, mark: str) -> None:
    lines = [
        f"{mark}LOG_LEVEL=DEBUG",
        "# a comment",
        "OTHER=1",
        "HOME_GUILDS=1,2",
        "KNOWLEDGE_DIR=",
    ]
    (tmp_path / ".env").write_text("\n".join(lines), "utf-8")
    loaded = settings.load()
    assert loaded.log_level == "DEBUG"
    assert loaded.home_guilds == {1, 2}
    assert loaded.knowledge_dir == SHIPPED_KNOWLEDGE


def test_the_environment_wins_over_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=DEBUG\nHOME_GUILDS=1\n", "utf-8")
    monkeypatch.setenv("LOG_LEVEL", "ERROR")
    loaded = settings.load()
    assert loaded.log_level == "ERROR"
    assert loaded.home_guilds == {1}


def test_a_wrong_value_in_the_file_is_told_too(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=loud\n", "utf-8")
    assert failure().startswith("LOG_LEVEL is 'loud'")


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_a_file_in_another_encoding_is_told(tmp_path: Path, encoding: str) -> None:
    (tmp_path / ".env").write_text(f"# caf\u00e9\nDISCORD_TOKEN={TOKEN}\n", encoding)
    told = failure()
    assert ".env" in told
    assert "save it as UTF-8" in told
    assert "secret" not in told


def test_the_example_lists_every_setting_in_order_and_sets_none(tmp_path: Path) -> None:
    example = (ROOT / ".env.example").read_text("utf-8")
    names = re.findall(r"^#? ?([A-Z_]+)=", example, re.MULTILINE)
    assert names == [name.upper() for name in Settings.model_fields]
    (tmp_path / ".env").write_text(example, "utf-8")
    assert_defaults(settings.load())
