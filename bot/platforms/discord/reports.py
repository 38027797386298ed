"""What a moderator reads after /kb reload and /kb status."""

from collections.abc import Sequence

from bot.answering.library import Changes, Edition
from bot.errors import ConfigurationError, KnowledgeError

MOST = 10  # lines of one list: enough to act on, short enough to read in a chat


def faults(error: KnowledgeError) -> str:
    """The first faults, each with file and line."""
    return "\n".join(
        [
            "### Nothing was changed: the old answers stay",
            f"Please mend {_count(len(error.faults), 'fault')} and reload again.",
            *_lines([f"`{fault.file}:{fault.line}` {fault.message}" for fault in error.faults]),
        ]
    )


def refused(error: ConfigurationError) -> str:
    """Why files without a fault cannot be used with the settings of the operator."""
    return f"### Nothing was changed: the old answers stay\n{error}"


def changes(done: Changes) -> str:
    """What a reload added, changed and removed, and which golden questions it moved."""
    parts = ["### Reloaded", _summary(done.edition)]
    for name, entries in (
        ("Added", done.added),
        ("Changed", done.changed),
        ("Removed", done.removed),
    ):
        if entries:
            parts.append(f"**{name}:** {', '.join(entries)}")
    if not (done.added or done.changed or done.removed):
        parts.append("No entry differs from before.")
    if done.golden:
        parts.append("**Golden questions that now get another answer:**")
        parts += _lines(
            [
                f"{'OK' if change.now == change.expected else 'WRONG'}: {change.question} "
                f"(was {change.before}, now {change.now}, expected {change.expected})"
                for change in done.golden
            ]
        )
    return "\n".join(parts)


def status(edition: Edition) -> str:
    """What is loaded, since when, and which golden questions fail."""
    oldest = min(edition.answerer.knowledge.entries, key=lambda entry: entry.reviewed)
    failing = [outcome for outcome in edition.golden if not outcome.passed]
    parts = [
        "### Knowledge base",
        _summary(edition),
        f"Loaded <t:{edition.loaded.timestamp():.0f}:R>.",
        f"Oldest review: {oldest.id}, {oldest.reviewed:%d %B %Y}.",
    ]
    if failing:
        parts.append("**Golden questions that fail:**")
        parts += _lines(
            [
                f"{outcome.question} (expected {outcome.expected}, reached {outcome.reached})"
                for outcome in failing
            ]
        )
    return "\n".join(parts)


def _summary(edition: Edition) -> str:
    knowledge = edition.answerer.knowledge
    passed = sum(outcome.passed for outcome in edition.golden)
    return (
        f"{_count(len(knowledge.entries), 'entry', 'entries')} in "
        f"{_count(len(knowledge.articles), 'article')}; "
        f"{passed} of {_count(len(edition.golden), 'golden question')} answered as expected."
    )


def _lines(items: Sequence[str]) -> list[str]:
    shown = [f"- {item}" for item in items[:MOST]]
    left = len(items) - MOST
    return [*shown, f"- … and {left} more"] if left > 0 else shown


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
