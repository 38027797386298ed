"""The tables. PRIVACY.md names each of them and each column, and a test keeps the two together.

Times are whole seconds since 1970 in UTC, which both kinds of database keep alike.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

# SQLite counts ids up by itself only in a column of its own type INTEGER.
_ID = BigInteger().with_variant(Integer, "sqlite")
_NAME = String(50)  # of an entry or a topic
_HASH = String(64)  # of a person, keyed, in hexadecimal digits

secrets = Table(
    "secrets",
    metadata,
    Column("name", String(20), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
versions = Table(  # of the bot, for the one that is too old to read what it finds
    "versions",
    metadata,
    Column("revision", String(32), primary_key=True),
    Column("bot", String(20), nullable=False),
)
votes = Table(
    "votes",
    metadata,
    Column("entry", _NAME, primary_key=True),
    Column("voter", _HASH, primary_key=True, index=True),
    Column("helpful", Boolean, nullable=False),
    Column("day", Date, nullable=False, index=True),
)
passed_on = Table(
    "passed_on",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=True),
    Column("text", Text, nullable=False),
    Column("asker", _HASH, nullable=False, index=True),
    Column("server", BigInteger, nullable=True),
    Column("channel", BigInteger, nullable=True),
    Column("at", BigInteger, nullable=False, index=True),
    sqlite_autoincrement=True,  # no id twice: an old button must not settle another question
)
taught = Table(
    "taught",
    metadata,
    Column("phrasing", String(300), primary_key=True),
    Column("target", _NAME, nullable=False),
    Column("at", BigInteger, nullable=False),
)
history = Table(
    "history",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=True),
    Column("at", BigInteger, nullable=False, index=True),
    Column("action", String(20), nullable=False),
    Column("target", _NAME, nullable=True),
    Column("moderator", LargeBinary, nullable=False),
    Column("passed_before", Integer, nullable=False),
    Column("passed", Integer, nullable=False),
    Column("questions", Integer, nullable=False),
)
servers = Table(
    "servers",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("listening", JSON(none_as_null=True), nullable=True),
    Column("alert_channel", BigInteger, nullable=True),
    Column("alert_role", BigInteger, nullable=True),
    Column("region", String(2), nullable=True),
    Column("quiet_from", Integer, nullable=True),
    Column("quiet_until", Integer, nullable=True),
    Column("time_zone", String(50), nullable=True),
    Column("reminded", Date, nullable=True),
)
replies = Table(
    "replies",
    metadata,
    Column("question", BigInteger, primary_key=True, autoincrement=False),
    Column("channel", BigInteger, nullable=False),
    Column("reply", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False, index=True),
)
counts = Table(
    "counts",
    metadata,
    Column("day", Date, primary_key=True),
    Column("kind", String(20), primary_key=True),
    Column("entry", _NAME, primary_key=True),
    Column("times", Integer, nullable=False),
)
