"""Where moderators change what the bot knows: one act at a time, kept before it is live.

draft (in a thread) -> keep in the database (who, when, its effect) -> publish
"""

import asyncio
import logging
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

from bot.answering import golden
from bot.answering.library import Changes, Library
from bot.errors import RecordsError, TeachingError
from bot.knowledge.taught import Taught, key, lesson
from bot.records import history, taught
from bot.records.database import Database
from bot.records.history import Act, Action, Effect

log = logging.getLogger(__name__)

NOTHING_BEFORE = "There is nothing to go back to: no change was made since the bot was started."
NOT_TAUGHT = "No such phrasing was taught: choose one from the list that appears."
BROKEN = "Nothing was changed, since golden questions that were answered right no longer would be: "


@dataclass(frozen=True, slots=True)
class Preview:
    """What a lesson would change: where its phrasing leads now, and what becomes of the rest."""

    lesson: Taught
    reached: str
    changes: Changes


class Desk:
    """Changes the library at the word of moderators."""

    def __init__(
        self, library: Library, database: Database, now: Callable[[], float] = time.time
    ) -> None:
        """Take the library to change, and where to keep what was done."""
        self._library = library
        self._database = database
        self._now = now
        self._turn = asyncio.Lock()
        self._caught_up = False

    async def catch_up(self) -> bool:
        """Publish what was taught before the bot was started, or by another process since.

        Returns whether anything was new.

        Raises:
            RecordsError: it could not be read.
        """
        async with self._turn:
            return await self._catch_up()

    async def reload(self, moderator: int) -> Changes:
        """Read the knowledge folder again, also while the database is gone.

        Raises:
            KnowledgeError: with every fault; the old edition stays.
            ConfigurationError: the card has lost the region; the old edition stays.
        """
        async with self._turn:
            with suppress(RecordsError):
                await self._catch_up()
            lessons = self._library.live.lessons
            changes = await asyncio.to_thread(self._library.draft_from_files, lessons)
            try:
                await history.keep(self._database, self._act(Action.RELOAD, changes), moderator)
            except RecordsError:
                log.warning("a reload could not be kept in the history")
            self._library.publish(changes)
            return changes

    async def preview(self, phrasing: str, target: str) -> Preview:
        """What it would change to teach a phrasing. It changes nothing.

        Raises:
            TeachingError: it cannot be taught.
            RecordsError: what was taught before cannot be read.
        """
        async with self._turn:
            return await self._draft(phrasing, target)

    async def teach(
        self, phrasing: str, target: str, moderator: int, settled: Iterable[int] = ()
    ) -> Preview:
        """Teach a phrasing, which settles the questions that were passed on with these ids.

        Raises:
            TeachingError: it cannot be taught, or golden questions would go wrong.
            RecordsError: it could not be kept.
        """
        async with self._turn:
            preview = await self._draft(phrasing, target)
            if broken := preview.changes.broken:
                raise TeachingError(BROKEN + "; ".join(one.question for one in broken))
            act = self._act(Action.TEACH, preview.changes, target)
            added = [preview.lesson]
            await history.keep(self._database, act, moderator, added=added, settled=settled)
            self._library.publish(preview.changes)
            return preview

    async def forget(self, phrasing: str, moderator: int) -> Changes:
        """Take back a phrasing that was taught.

        Raises:
            TeachingError: it was not taught.
            RecordsError: it could not be taken back.
        """
        async with self._turn:
            await self._catch_up()
            lessons = self._library.live.lessons
            gone = [one for one in lessons if key(one.phrasing) == key(phrasing)]
            if not gone:
                raise TeachingError(NOT_TAUGHT)
            left = [one for one in lessons if one not in gone]
            changes = await asyncio.to_thread(self._library.draft, left)
            act = self._act(Action.FORGET, changes, gone[0].target)
            await history.keep(self._database, act, moderator, removed=gone)
            self._library.publish(changes)
            return changes

    async def rollback(self, moderator: int) -> Changes:
        """Go back to the edition before the last change; a second time undoes the first.

        Raises:
            TeachingError: there is none.
            RecordsError: it could not be kept.
        """
        async with self._turn:
            await self._catch_up()
            changes = self._library.draft_of_previous()
            if changes is None:
                raise TeachingError(NOTHING_BEFORE)
            was, now = changes.before.lessons, changes.edition.lessons
            await history.keep(
                self._database,
                self._act(Action.ROLLBACK, changes),
                moderator,
                added=[one for one in now if one not in was],
                removed=[one for one in was if one not in now],
            )
            self._library.publish(changes)
            return changes

    async def _catch_up(self) -> bool:
        """What others taught comes before each act, so that to undo the act is to undo it alone.

        The first time it is no change to go back from: nothing would be left of what was taught.
        """
        lessons = await taught.every(self._database)
        first, self._caught_up = not self._caught_up, True
        if set(lessons) == set(self._library.live.lessons):
            return False
        changes = await asyncio.to_thread(self._library.draft, lessons)
        self._library.publish(changes, undoable=not first)
        return True

    async def _draft(self, phrasing: str, target: str) -> Preview:
        await self._catch_up()
        live = self._library.live
        new = lesson(live.answerer.knowledge, phrasing, target)
        changes = await asyncio.to_thread(self._library.draft, (*live.lessons, new))
        return Preview(new, golden.reached(live.answerer, new.phrasing), changes)

    def _act(self, action: Action, changes: Changes, target: str | None = None) -> Act:
        before, after = changes.before, changes.edition
        effect = Effect(before.passed, after.passed, len(after.golden))
        return Act(action, target, int(self._now()), effect)
