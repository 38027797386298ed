"""How often the bot speaks: to one person, and in one channel. Kept in memory for minutes."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile

Clock = Callable[[], float]  # seconds from any start; only differences count


class Cooldown:
    """Five replies a minute for one person, and one calm notice for what goes beyond."""

    REPLIES = 5
    SECONDS = 60.0

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._replies: dict[int, deque[float]] = {}  # by user, who got the newest stands last
        self._noticed: set[int] = set()

    def allows(self, user: int) -> bool:
        """Whether the user gets a reply now; if so, it counts."""
        now = self._clock()
        replies = self._recent(user, now)
        if len(replies) >= self.REPLIES:
            return False
        self._noticed.discard(user)
        replies.append(now)
        self._replies.pop(user, None)
        self._replies[user] = replies
        return True

    def rests(self, user: int) -> bool:
        """Whether the user has used up their replies for now; asking does not count."""
        return len(self._recent(user, self._clock())) >= self.REPLIES

    def notices(self, user: int) -> bool:
        """Whether to tell the user to slow down: true once, until they are allowed again."""
        first = user not in self._noticed
        self._noticed.add(user)
        return first

    def _recent(self, user: int, now: float) -> deque[float]:
        """The user's replies that still count; who has none of them is forgotten."""
        outdated = takewhile(lambda one: now - one[1][-1] >= self.SECONDS, self._replies.items())
        for who, _ in list(outdated):
            del self._replies[who]
            self._noticed.discard(who)
        own = self._replies.get(user, deque())
        while own and now - own[0] >= self.SECONDS:
            own.popleft()
        return own


class Cards:
    """One crisis card for one person in half an hour: a second one tells nothing new."""

    SECONDS = 1800.0

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._shown: dict[int, float] = {}

    def allows(self, user: int) -> bool:
        """Whether the user gets the card now; if so, it counts."""
        now = self._clock()
        self._shown = {who: when for who, when in self._shown.items() if now - when < self.SECONDS}
        if user in self._shown:
            return False
        self._shown[user] = now
        return True


@dataclass(frozen=True, slots=True)
class _Posted:
    message: int
    at: float


class RecentAnswers:
    """Which entry was posted in which channel in the last ten minutes, and by which message."""

    SECONDS = 600.0

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._posted: dict[tuple[int, str], _Posted] = {}

    def remember(self, channel: int, entry: str, message: int) -> None:
        """The message with the entry now stands in the channel."""
        self.forget(message)
        self._posted[channel, entry] = _Posted(message, self._clock())

    def find(self, channel: int, entry: str) -> int | None:
        """The id of the message that holds the entry, if there is a recent one."""
        now = self._clock()
        for place, posted in list(self._posted.items()):
            if now - posted.at >= self.SECONDS:
                del self._posted[place]
        posted_here = self._posted.get((channel, entry))
        return posted_here.message if posted_here else None

    def forget(self, message: int) -> None:
        """The message was deleted, or shows something else now."""
        for place, posted in list(self._posted.items()):
            if posted.message == message:
                del self._posted[place]
