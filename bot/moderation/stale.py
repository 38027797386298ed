"""What moderators should look at again: entries past their day, numbers not verified for a year."""

from collections.abc import Iterator
from datetime import date

from bot.knowledge.model import Knowledge
from bot.knowledge.verification import is_outdated


def stale(knowledge: Knowledge, today: date) -> Iterator[str]:
    """One sentence for each entry and each number, on what to do."""
    for entry in knowledge.entries:
        if entry.review_by is not None and entry.review_by < today:
            yield (
                f"The entry {entry.id} was to be reviewed by {entry.review_by:%d %B %Y}: read it "
                "again, and set reviewed and review_by."
            )
    crisis = knowledge.crisis
    for contact in (*crisis.emergency, *crisis.lines, crisis.directory):
        if is_outdated(contact.verified_on, today):
            yield (
                f"The crisis line {contact.name} was last verified on "
                f"{contact.verified_on:%d %B %Y}: verify it at its source, and set verified_on."
            )
