"""What the bot says about itself on Discord. What it says about treatment stands elsewhere."""

HOW_TO_ASK = "Ask with /ask, or mention me in a message."
SLOW_DOWN = (
    "You have asked a lot in the last minute, so I will rest for a moment. Please try again in "
    "a minute. If it is urgent, please talk to a person."
)
EARLIER = "I answered this here a few minutes ago."
SHOW_EARLIER = "Go to that answer"
GONE = "This entry is no longer in the knowledge base. Please ask again, or see /topics."
NOT_YOURS = "Only the person who asked, or a moderator, can remove this."
FAILED = (
    "Something went wrong on my side, and nothing was posted. Please try again; if it stays, "
    "tell a moderator."
)
MODERATORS_ONLY = "This command is for moderators: it needs the permission Manage Server."
NOT_THIS_SERVER = (
    "The knowledge base is not managed from this server. Whoever runs the bot can add this "
    "server's id to HOME_GUILDS."
)


def alert(url: str) -> str:
    """Tells the moderators where somebody may be in danger."""
    return (
        f"Somebody may be in danger: {url}\nThey were shown where to find help, and nobody was "
        "called for them. Please look after them, and after yourself."
    )


def may_not_post(permissions: str) -> str:
    """Tells a person which permission is missing in the channel, and who can mend it."""
    return (
        f"I cannot post in this channel: the permission {permissions} is missing. A moderator can "
        "grant it in the channel's settings."
    )
