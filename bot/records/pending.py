"""What is written behind the answers, every second or so: counts, and which reply is whose.

An answer never waits for the database, and while that is gone nothing is lost that still counts.
"""

from collections import Counter, OrderedDict

from bot.errors import RecordsError
from bot.records import counts, replies
from bot.records.counts import Count
from bot.records.database import Database
from bot.records.replies import Replied

MOST = 10_000  # replies to remember while the database is gone; the oldest go first


class Pending:
    """What happened since the last `flush`."""

    def __init__(self) -> None:
        self._counts: Counter[Count] = Counter()
        self._replies: OrderedDict[int, Replied | None] = OrderedDict()

    def count(self, count: Count) -> None:
        """There was one more."""
        self._counts[count] += 1

    def replied(self, reply: Replied) -> None:
        """A message got a reply."""
        self._note(reply.question, reply)

    def withdrawn(self, question: int) -> None:
        """The reply to a message is gone."""
        self._note(question, None)

    async def flush(self, database: Database) -> None:
        """Write it all; what cannot be written waits for the next time."""
        counted, self._counts = self._counts, Counter()
        noted, self._replies = self._replies, OrderedDict()
        try:
            if counted:
                await counts.add(database, counted)
            counted = Counter()
            if noted:
                added = [one for one in noted.values() if one is not None]
                await replies.change(database, added, [at for at in noted if noted[at] is None])
        except RecordsError:  # which has been logged
            self._counts.update(counted)
            later = self._replies
            self._replies = noted
            for question, reply in later.items():
                self._note(question, reply)

    def _note(self, question: int, reply: Replied | None) -> None:
        self._replies[question] = reply
        self._replies.move_to_end(question)
        if len(self._replies) > MOST:
            self._replies.popitem(last=False)
