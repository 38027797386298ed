"""Which entry the bot replied with, as a person sees it: shown, or linked where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from .limits import walk
from .payloads import Json

_ENTRY = re.compile(r"answers:helpful:([a-z0-9-]+)")
_EARLIER = re.compile(r"https://discord\.com/channels/\d+/\d+/(\d+)")


class Shown:
    """Remembers which message of the bot shows which entry, since later ones may point to it."""

    def __init__(self) -> None:
        self._entries: dict[str, str] = {}

    def replies(self, sent: Mapping[str, Json]) -> dict[str, list[str | None]]:
        """The entries that each question got, None where a reply shows none; oldest first."""
        replies: defaultdict[str, list[str | None]] = defaultdict(list)
        for message_id, message in sent.items():
            if "message_reference" in message:
                entry = self._entry_in(message)
                if entry:
                    self._entries[message_id] = entry
                replies[message["message_reference"]["message_id"]].append(entry)
        return dict(replies)

    def _entry_in(self, message: Json) -> str | None:
        for one in walk(message["components"]):
            if found := _ENTRY.match(one.get("custom_id") or ""):
                return found[1]
            if found := _EARLIER.match(one.get("url") or ""):
                return self._entries.get(found[1])
        return None
