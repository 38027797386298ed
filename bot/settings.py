"""Every environment variable the bot knows, read and validated once, at the start."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    AnyHttpUrl,
    BeforeValidator,
    Field,
    SecretStr,
    StringConstraints,
    ValidationError,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import ConfigurationError

SHIPPED_KNOWLEDGE = Path(__file__).parent.parent / "knowledge"


def _split(value: object) -> object:
    if not isinstance(value, str):
        return value
    return [part.strip() for part in value.split(",") if part.strip()]


def _strip(value: object) -> object:
    return value.strip() or None if isinstance(value, str) else value


# A Discord id ("snowflake") is an unsigned 64-bit number; the oldest have 17 digits.
Snowflake = Annotated[int, Field(gt=0, lt=2**64)]
Code = Annotated[str, StringConstraints(to_upper=True)]
Snowflakes = Annotated[frozenset[Snowflake], NoDecode, BeforeValidator(_split)]


class Settings(BaseSettings):
    """The operator's choices, from the environment or a file `.env` beside the process.

    The order here is the order of `.env.example`.
    """

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    discord_token: Annotated[SecretStr | None, BeforeValidator(_strip)] = Field(
        default=None, description="the token of the bot, from the Discord developer portal"
    )
    listen_channels: Snowflakes = Field(
        default=frozenset(),
        description="ids of channels, separated by commas, such as 1174000000000000001",
    )
    home_guilds: Snowflakes = Field(
        default=frozenset(),
        description="ids of servers, separated by commas, such as 1174000000000000002",
    )
    alert_channel: Snowflake | None = Field(
        default=None, description="the id of a channel, such as 1174000000000000003"
    )
    knowledge_dir: Path = Field(
        default=SHIPPED_KNOWLEDGE, description="the path of a folder of YAML files"
    )
    database_url: SecretStr = Field(
        default=SecretStr("sqlite:///data/records.db"),
        description="the address of a database, such as sqlite:///data/records.db",
    )
    crisis_region: Annotated[Code | None, BeforeValidator(_strip)] = Field(
        default=None, description="a region of the file crisis.yaml, such as US"
    )
    discord_api_url: AnyHttpUrl = Field(
        default=AnyHttpUrl("https://discord.com/api/v10"),
        description="an address such as http://localhost:8080/api/v10",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="DEBUG, INFO, WARNING or ERROR"
    )


def load() -> Settings:
    """Read the settings.

    Raises:
        ConfigurationError: a value is not allowed; names the variable, the value and
            what is allowed. The token's value is never repeated.
    """
    try:
        return Settings()
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
        value = error.errors()[0]["input"]
        shown = "" if name == "discord_token" else f" is {value!r}, which is not allowed:"
        allowed = Settings.model_fields[name].description
        raise ConfigurationError(f"{name.upper()}{shown} give {allowed}.") from None
    except UnicodeDecodeError:
        raise ConfigurationError("The file .env is not UTF-8 text: save it as UTF-8.") from None
