"""What keeps the bot from answering in a channel, and what to do about each thing."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """What a platform sees of a channel."""

    lacking: tuple[str, ...]  # permissions, as the platform calls them
    listening: bool  # whether the bot reads along there
    reads_content: bool  # whether the platform gives it the text of what is not addressed to it
    quiet: bool  # whether these are quiet hours
    cooling_down: bool  # whether the person who asks has used up their replies for now
    alerts: bool  # whether moderators are told of danger, in a channel where the bot may write
    records: bool  # whether the database can be reached


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: whether it is well, what it means, and what to do if not."""

    label: str
    well: bool
    detail: str
    advice: str = ""


def diagnose(facts: Facts) -> Iterator[Check]:
    """Every check, the most important first."""
    lacking = ", ".join(facts.lacking)
    yield Check(
        "Permissions",
        not facts.lacking,
        f"I lack {lacking}." if lacking else "I may read and write here.",
        "Grant them to me in the settings of the channel, under Permissions.",
    )
    yield Check(
        "Reading along",
        facts.listening,
        "I answer what is not addressed to me, if I am sure."
        if facts.listening
        else "I answer only when I am mentioned, replied to or called by a command.",
        "If I shall read along here, choose the channel in /kb settings.",
    )
    if facts.listening:
        yield Check(
            "Message content",
            facts.reads_content,
            "I am given the text of messages."
            if facts.reads_content
            else "I am not given the text of messages that do not mention me.",
            "Whoever runs me has to switch on the Message Content Intent in the developer portal, "
            "and to restart me.",
        )
        yield Check(
            "Quiet hours",
            not facts.quiet,
            "It is not a quiet hour." if not facts.quiet else "I do not speak unasked now.",
            "Wait until they end, or change them in /kb settings.",
        )
    yield Check(
        "Your cooldown",
        not facts.cooling_down,
        "You can ask now." if not facts.cooling_down else "You have asked a lot just now.",
        "Ask again in a minute.",
    )
    yield Check(
        "Alerts",
        facts.alerts,
        "Moderators are told when somebody may be in danger."
        if facts.alerts
        else "Nobody is told when somebody may be in danger.",
        "Choose an alert channel in /kb settings in which I may write.",
    )
    yield Check(
        "Records",
        facts.records,
        "My database answers." if facts.records else "My database cannot be reached.",
        "Whoever runs me has to look at the log and at DATABASE_URL. Answers go on meanwhile.",
    )
