"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "secrets",
        sa.Column("name", sa.String(20), primary_key=True),
        sa.Column("value", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "versions",
        sa.Column("revision", sa.String(32), primary_key=True),
        sa.Column("bot", sa.String(20), nullable=False),
    )
    op.create_table(
        "votes",
        sa.Column("entry", sa.String(50), primary_key=True),
        sa.Column("voter", sa.String(64), primary_key=True, index=True),
        sa.Column("helpful", sa.Boolean, nullable=False),
        sa.Column("day", sa.Date, nullable=False, index=True),
    )
    op.create_table(
        "passed_on",
        sa.Column("id", ID, primary_key=True, autoincrement=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("asker", sa.String(64), nullable=False, index=True),
        sa.Column("server", sa.BigInteger, nullable=True),
        sa.Column("channel", sa.BigInteger, nullable=True),
        sa.Column("at", sa.BigInteger, nullable=False, index=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "taught",
        sa.Column("phrasing", sa.String(300), primary_key=True),
        sa.Column("target", sa.String(50), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "history",
        sa.Column("id", ID, primary_key=True, autoincrement=True),
        sa.Column("at", sa.BigInteger, nullable=False, index=True),
        sa.Column("action", sa.String(20), nullable=False),
        sa.Column("target", sa.String(50), nullable=True),
        sa.Column("moderator", sa.LargeBinary, nullable=False),
        sa.Column("passed_before", sa.Integer, nullable=False),
        sa.Column("passed", sa.Integer, nullable=False),
        sa.Column("questions", sa.Integer, nullable=False),
    )
    op.create_table(
        "servers",
        sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("listening", sa.JSON, nullable=True),
        sa.Column("alert_channel", sa.BigInteger, nullable=True),
        sa.Column("alert_role", sa.BigInteger, nullable=True),
        sa.Column("region", sa.String(2), nullable=True),
        sa.Column("quiet_from", sa.Integer, nullable=True),
        sa.Column("quiet_until", sa.Integer, nullable=True),
        sa.Column("time_zone", sa.String(50), nullable=True),
        sa.Column("reminded", sa.Date, nullable=True),
    )
    op.create_table(
        "replies",
        sa.Column("question", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("channel", sa.BigInteger, nullable=False),
        sa.Column("reply", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False, index=True),
    )
    op.create_table(
        "counts",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("kind", sa.String(20), primary_key=True),
        sa.Column("entry", sa.String(50), primary_key=True),
        sa.Column("times", sa.Integer, nullable=False),
    )
