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
THANKS = "Thank you. You can change your vote at any time; /privacy shows and deletes it."
NOT_HELPFUL = "Thank you, that helps the moderators to mend it. Is one of these what you meant?"
NOT_HELPFUL_ALONE = "Thank you, that helps the moderators to mend it."
RELATED = "These are near to it:"
NO_RELATED = "There is nothing near to it in the knowledge base."
YOU_ASKED = "-# You asked:"
YOUR_QUESTION = "Your question"
WHAT_IS_KEPT = (
    "Only what you send from here is kept, without your name, until a moderator has dealt with "
    "it, and for 90 days at most. Please leave out what would tell who you are. /privacy shows "
    "and deletes it."
)
NO_QUESTION = "There is no question in that, so nothing was sent. Please try again with one."
PASSED_ON = (
    "Thank you. The moderators have your question, without your name. They may answer it in the "
    "channel, or teach me the answer; nobody will write to you."
)
QUESTION_WAITS = "A member passed a question on to you, without a name. `/kb gaps` shows it."
KEPT = "### What I keep about you"
NOTHING_KEPT = "### What I keep about you\nNothing."
NEVER_KEPT = (
    "I keep no messages and no names, and no id that can be read. A vote, and a question that you "
    "passed on, stands under a scrambled id, so that it can be found and deleted for you. Votes "
    "are deleted after 180 days, questions after 90. What moderators change stands in a history "
    "for 180 days."
)
FORGOTTEN = "It is deleted: I keep no vote of yours any more, and no question."
HELP_FOR_ALL = (
    "### What I do\n"
    "I answer questions about the treatment from what the moderators wrote, with its source. "
    "What I do not know, I say so. I am no crisis service and no doctor.\n"
    "- **Mention me** in a message with your question, reply to me, or write to me directly.\n"
    "- **/ask** answers so that only you see it.\n"
    "- **/topics** lists what I can answer.\n"
    "- Right-click a message, **Apps**, **Answer from FAQ** answers somebody else's question, "
    "first to you alone.\n"
    "- **Helpful** and **Not helpful** under an answer tell the moderators what to mend.\n"
    "- **Ask the moderators** under what I do not know passes your question on, without your "
    "name.\n"
    "- **/privacy** shows what I keep about you, and deletes it.\n"
    "Delete your question, and my reply goes with it; **Remove** takes away the reply alone."
)
SETTLED = "This question was settled by another moderator already. /kb gaps shows what is left."
NOT_POSTABLE = (
    "I do not know where this question was asked, or cannot write there: teach the answer instead."
)
POSTED = "The answer stands in {channel}, and the question is settled."
MODERATORS_ANSWER = "-# The moderators answer a question that was passed on to them:"
OLD_BUTTON = "This button is from another version of me and does nothing any more."


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
