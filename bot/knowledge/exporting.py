"""Taught phrasings as YAML, ready to be pasted under `phrasings` of their entries and topics."""

from collections import defaultdict
from collections.abc import Iterable

import yaml

from bot.knowledge.taught import Taught

_HEAD = """\
# Phrasings that were taught, by the id of their entry or topic. Paste each list under `phrasings`
# there, in the same column as the others. A phrasing that stands in a file is no longer needed
# here: it is passed over, and /kb forget-phrasing takes it away.
"""


def as_yaml(lessons: Iterable[Taught]) -> str:
    """The file's text."""
    by_target: defaultdict[str, list[str]] = defaultdict(list)
    for lesson in lessons:
        by_target[lesson.target].append(lesson.phrasing)
    listed = yaml.safe_dump(
        dict(sorted(by_target.items())), allow_unicode=True, sort_keys=False, width=1_000
    )
    return _HEAD + listed
