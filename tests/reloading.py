"""A reload as the moderators' desk does it, without the desk."""

from bot.answering.library import Changes, Library


def reload(library: Library) -> Changes:
    changes = library.draft_from_files(library.live.lessons)
    library.publish(changes)
    return changes
