"""Brings the tables up to date at the start, also when two processes start at once."""

import secrets as random
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, insert, inspect, select, text

from bot import __version__
from bot.errors import ConfigurationError
from bot.records.tables import secrets, versions

MIGRATIONS = Path(__file__).parent / "migrations"
LOCK = 7_236_851_901  # any number that nobody else locks in this database
PEOPLE = "people"  # the name of the secret that hides who somebody is
SECRET_BYTES = 32

NEWER = (
    "The database was last used by version {needed} of the bot, and this is {ours}, which is too "
    "old for it: install version {needed} or newer, or name another database in DATABASE_URL."
)


def migrate(connection: Connection) -> bytes:
    """Run what is missing inside the connection's transaction; returns the secret.

    Raises:
        ConfigurationError: a newer bot made the database.
    """
    if connection.dialect.name == "postgresql":  # SQLite's transaction is alone by itself
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    revision = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in scripts.walk_revisions()}
    if revision is not None and revision not in known:
        needed = _made_by(connection, revision)
        raise ConfigurationError(NEWER.format(needed=needed, ours=__version__))
    if revision != (head := scripts.get_current_head()):
        _upgrade(connection, config, head)
    return _secret(connection)


def _upgrade(connection: Connection, config: Config, head: str | None) -> None:
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.execute(insert(versions).values(revision=head, bot=__version__))


def _made_by(connection: Connection, revision: str) -> str:
    found: str | None = None
    if inspect(connection).has_table(versions.name):
        query = select(versions.c.bot).where(versions.c.revision == revision)
        found = connection.execute(query).scalar()
    return found or "(unknown)"


def _secret(connection: Connection) -> bytes:
    """The secret of the database, made at its first start."""
    query = select(secrets.c.value).where(secrets.c.name == PEOPLE)
    kept: bytes | None = connection.execute(query).scalar()
    if kept is None:
        kept = random.token_bytes(SECRET_BYTES)
        connection.execute(insert(secrets).values(name=PEOPLE, value=kept))
    return kept
