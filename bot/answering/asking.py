"""Whether a message asks anything at all."""

import re

from bot.matching.text import says_something, without_links, words

# How a question begins.
OPENINGS = frozenset(
    """what whats who whos whom whose when where wheres which why whys how hows is are am was were
    do does did can could will would should has have may might anyone anybody""".split()
)
# Inside what is said to the bot they tell of a question as well: "bipolar too, can i have it".
_ASKING = re.compile(
    r"\b(how|hows|what|whats|who|whos|why|which|explain|tell me|walk me|anything|anybody|"
    r"(do|does|did|can|could|will|would|should|is|are) "
    r"(i|you|it|they|we|he|she|there|people|ppl))\b"
)
_GREETINGS = frozenset(
    """hi hello hey hiya yo good morning afternoon evening day there bot all everyone help start
    info please""".split()
)
_COURTESIES = frozenset(
    """thanks thank thankyou thx ty tysm tyvm cheers appreciated appreciate it you u so very much
    a lot bot good great nice cool perfect awesome amazing helpful that this is was helps helped
    ok okay kk k alright got noted bye goodnight night lol haha yes yep yeah no nope np""".split()
)


# What points back to what was said before: "and how long does that last?"
_POINTERS = frozenset(
    """it its that thats this those these them they there then one ones same which such""".split()
)
_GOES_ON = frozenset("and but or so for why".split())
_ASKS_ON = frozenset(["what about", "how about"])
KEYWORDS = 4  # words
_YOURS = frozenset("your yours ur urs yalls".split())  # "how was yours?"
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


def questions_in(text: str) -> list[str]:
    """The sentences of a longer message that ask something; none for a message of one sentence.

    A story of eight sentences with the question at its end is about the question.
    """
    sentences = [sentence for sentence in _SENTENCE_END.split(text) if sentence.strip()]
    return [sentence for sentence in sentences if asks(sentence)] if len(sentences) > 1 else []


def asks(text: str) -> bool:
    """Whether there is a question mark, or an opening as questions have it."""
    return "?" in without_links(text) or not OPENINGS.isdisjoint(words(text)[:1])


def may_ask(text: str) -> bool:
    """Whether what is said to the bot may ask: also a few words, as one types them to search."""
    said = words(text)
    return asks(text) or len(said) <= KEYWORDS or _ASKING.search(" ".join(said)) is not None


def asks_the_room(text: str) -> bool:
    """Whether what is overheard may be a question for the bot, and not one to another member."""
    return asks(text) and says_something(text) and _YOURS.isdisjoint(words(text))


def points_back(text: str) -> bool:
    """Whether a message may need what it replies to, to be understood."""
    said = words(text)
    begins = [*said[:1], " ".join(said[:2])]
    return not _POINTERS.isdisjoint(said) or not _GOES_ON.union(_ASKS_ON).isdisjoint(begins)


def greets(text: str) -> bool:
    """Nothing but a greeting, or nothing at all, as when somebody only mentions the bot."""
    return _GREETINGS.issuperset(words(text))


def acknowledges(text: str) -> bool:
    """Nothing but thanks or an "ok", which wants no reply."""
    said = words(text)
    return bool(said) and not asks(text) and _COURTESIES.issuperset(said)
