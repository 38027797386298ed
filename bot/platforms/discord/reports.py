"""What a moderator reads after a command of /kb."""

import asyncio
import io
from collections.abc import Sequence
from math import isinf

import discord
from discord import ui

from bot.answering.decision import Decision
from bot.answering.library import Changes, Edition, GoldenChange
from bot.errors import BotError, KnowledgeError
from bot.evaluation.explaining import Explanation, Fit
from bot.moderation.desk import Preview
from bot.moderation.diagnosis import Check
from bot.moderation.statistics import Statistics
from bot.platforms.discord import rendering
from bot.platforms.discord.escaping import escaped
from bot.records.history import Done

MOST_DESCRIPTION = 1_024  # characters of a picture's description (Discord's limit)
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


def refused(error: BotError) -> str:
    """Why nothing came of it."""
    if isinstance(error, KnowledgeError):
        return faults(error)
    return f"### Nothing was changed\n{error}"


def changes(done: Changes, heading: str = "Reloaded") -> str:
    """What was added, changed and removed, and which golden questions that moved."""
    parts = [f"### {heading}", _summary(done.edition)]
    for name, entries in (
        ("Added", done.added),
        ("Changed", done.changed),
        ("Removed", done.removed),
    ):
        if entries:
            parts.append(f"**{name}:** {', '.join(entries)}")
    if not (done.added or done.changed or done.removed):
        parts.append("No entry differs from before.")
    return "\n".join([*parts, *_golden(done.golden)])


def status(edition: Edition, stale: Sequence[str]) -> str:
    """What is loaded, since when, which golden questions fail, and what is stale."""
    oldest = min(edition.answerer.knowledge.entries, key=lambda entry: entry.reviewed)
    failing = [outcome for outcome in edition.golden if not outcome.passed]
    parts = [
        "### Knowledge base",
        _summary(edition),
        f"Loaded <t:{edition.loaded.timestamp():.0f}:R>.",
        f"Taught phrasings: {len(edition.lessons)}.",
        f"Oldest review: {oldest.id}, {oldest.reviewed:%d %B %Y}.",
    ]
    if stale:
        parts += ["**Look at these again:**", *_lines(stale)]
    if failing:
        parts.append("**Golden questions that fail:**")
        parts += _lines(
            [
                f"{outcome.question} (expected {outcome.expected}, reached {outcome.reached})"
                for outcome in failing
            ]
        )
    return "\n".join(parts)


def reminder(stale: Sequence[str]) -> str:
    """What moderators are asked to look at again."""
    return "\n".join(["### Please look at these again", *_lines(stale)])


def preview(found: Preview) -> str:
    """What it would change to teach a phrasing."""
    changes = found.changes
    lines = [
        f"Now it reaches: {found.reached}. Then: {found.lesson.target}.",
        _passed(changes),
        *_golden(changes.golden),
    ]
    if changes.broken:
        lines.append(
            "It cannot be taught so, since golden questions would go wrong. Word it more "
            "precisely, or mend the knowledge files."
        )
    return "\n".join(lines)


def taught(done: Preview, settled: int) -> str:
    """That a phrasing is live."""
    lines = ["### Taught", f"It now leads to {done.lesson.target}, from this moment on."]
    if settled:
        lines.append(f"{_count(settled, 'passed-on question')} settled.")
    lines.append(_passed(done.changes))
    return "\n".join(lines)


def forgotten(phrasing: str, done: Changes) -> str:
    """That a phrasing is gone."""
    lines = ["### Taken back", escaped(phrasing), _passed(done), *_golden(done.golden)]
    return "\n".join(lines)


def history(done: Sequence[Done]) -> str:
    """Who did what, when, and what became of the golden questions."""
    lines = [
        f"<t:{one.act.at}:f> {_who(one)}: {one.act.action.value}"
        f"{f' ({one.act.target})' if one.act.target else ''}; golden questions "
        f"{one.act.effect.before} → {one.act.effect.after} of {one.act.effect.questions}"
        for one in done
    ]
    shown = _lines(lines, len(lines)) if lines else ["Nobody changed anything yet."]
    return "\n".join(["### Changes, newest first", *shown])


def explanation(why: Explanation) -> str:
    """Which rule decided, what was read, and what fits."""
    shared = ", ".join(f"{escaped(term.text)} {term.weight:.2f}" for term in why.terms[:MOST])
    unread = [] if why.looked else ["-# Nothing was looked up; this is what would have been found."]
    return "\n".join(
        [
            f"### {_reached(why.decision)}",
            f"**Because** {why.decision.rule.value}.",
            *unread,
            f"**Read as** {escaped(' '.join(why.words)) or '(no words)'}",
            f"**Shared with the best** {shared or 'nothing'}",
            f"**Margin** {_evidence(why.margin)}; needed {_evidence(why.thresholds.margin)}",
            "**Entries**",
            *_lines([*map(_fit, why.entries)] or ["none"]),
            "**Topics that are not covered**",
            *_lines([*map(_fit, why.topics)] or ["none"]),
        ]
    )


def diagnosis(channel: str, checks: Sequence[Check]) -> str:
    """What is well in a channel and what is not, and what to do."""
    lines = [f"### {channel}"]
    for check in checks:
        lines.append(f"- {'OK' if check.well else 'LOOK'}: **{check.label}.** {check.detail}")
        if not check.well:
            lines.append(f"  - {check.advice}")
    return "\n".join(lines)


def exported(number: int) -> str:
    """What the file holds."""
    if not number:
        return "Nothing was taught yet, so the file is empty."
    return f"{_count(number, 'taught phrasing')}, ready to be pasted into the knowledge files."


async def statistics(lines: Sequence[str], found: Statistics) -> tuple[ui.LayoutView, discord.File]:
    """The picture with the same as text beside it, and the file of the picture."""
    # Imported here: matplotlib takes a second that nobody should wait for at the start.
    from bot.moderation.picture import draw  # noqa: PLC0415

    drawn = await asyncio.to_thread(draw, found)
    file = discord.File(io.BytesIO(drawn), "statistics.png")
    text = "\n".join(lines)
    # The whole text stands below the picture: a description may have 1,024 characters.
    picture = discord.MediaGalleryItem(file, description=text[:MOST_DESCRIPTION])
    gallery: ui.MediaGallery[ui.LayoutView] = ui.MediaGallery(picture)
    return rendering.view(gallery, ui.TextDisplay(text)), file


def _golden(changed: Sequence[GoldenChange]) -> list[str]:
    if not changed:
        return []
    told = [
        f"{'OK' if change.now == change.expected else 'WRONG'}: {change.question} "
        f"(was {change.before}, now {change.now}, expected {change.expected})"
        for change in changed
    ]
    return ["**Golden questions that get another answer:**", *_lines(told)]


def _passed(done: Changes) -> str:
    before, after = done.before.passed, done.edition.passed
    return f"Golden questions as expected: {before} before, {after} after, of {_all(done)}."


def _all(done: Changes) -> int:
    return len(done.edition.golden)


def _who(one: Done) -> str:
    return f"<@{one.moderator}>" if one.moderator else "somebody"


def _reached(decision: Decision) -> str:
    return ", ".join(one.id for one in decision.found) or "No entry"


def _fit(one: Fit) -> str:
    behind = f", {_evidence(one.behind)} behind" if one.behind else ""
    return f"{one.match.found.id}: {one.match.score:.2f}{behind}"


def _evidence(nats: float) -> str:
    return "infinite" if isinf(nats) else f"{nats:.2f}"


def _summary(edition: Edition) -> str:
    knowledge = edition.answerer.knowledge
    passed = sum(outcome.passed for outcome in edition.golden)
    return (
        f"{_count(len(knowledge.entries), 'entry', 'entries')} in "
        f"{_count(len(knowledge.articles), 'article')}; "
        f"{passed} of {_count(len(edition.golden), 'golden question')} answered as expected."
    )


def _lines(items: Sequence[str], most: int = MOST) -> list[str]:
    shown = [f"- {item}" for item in items[:most]]
    left = len(items) - most
    return [*shown, f"- … and {left} more"] if left > 0 else shown


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
