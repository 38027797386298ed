"""Whether somebody may be in danger: read before anything is matched, and apart from the index.

The signs find what is said outright: suicide, self-harm and medical emergency, of oneself or of
somebody near. In doubt the card is shown, since a card too many costs little. Idioms, clinical
questions and what is told as past must not set it off.
"""

import re

from bot.matching.text import words

_LETTERS = str.maketrans("01345$7", "oieasst")  # su1c1de, sl33p

# Parts of the signs. A message is read as its words, in lower case, a space between each two.
_FEW = r"( \w+){0,8}"
_I = "(i|im|ive|id|me|just|honestly)"
_NEAR = (
    "(he|hes|she|shes|they|theyre|wife|husband|partner|boyfriend|girlfriend|bf|gf|friend|son|"
    "daughter|kid|child|brother|sister|mom|mum|mother|dad|father|roommate|girl|boy|somebody|someone)"
)
_WANT = "(want|wants|wanna|wanting|wish|going|gonna|ready|plan|planning|rather|hope|decided|need)"
_DIE = "(die|be dead|end it|end my life|stop existing|never wake up|disappear forever|jump)"
_LIVE = "(live|be alive|exist|wake up|be here any ?more|be around any ?more)"
_THEMSELVES = r"(himself|herself|themsel\w+)"
# Not meant: to die laughing, to die of boredom, to live in Texas, to jump rope.
_IDIOM = "(?! (of|from|for|laughing|inside|in|with|at|near|like|rope|ship|into|right)\\b)"

SIGNS = (
    # Suicide, oneself.
    r"(kill|killing|hang|hanging|shoot|unalive|off) my ?self",
    r"(?<!\d )kms",
    r"ctb",
    r"(end|ending) my (own )?life",
    r"(take|taking) my own life",
    r"end it all",
    rf"{_I}( \w+){{0,4}} {_WANT}( to)? {_DIE}{_IDIOM}",
    rf"^{_WANT} (to )?{_DIE}{_IDIOM}",
    r"wanting to die",
    rf"(dont|no longer) (want|wanna)( to)? {_LIVE}{_IDIOM}",
    r"(go|going|fall) (to sleep|asleep) and (never|not) wake up",
    r"sleep (for|a)ever",
    r"wish i (was|were) (dead|gone|never born)",
    r"wish i could( just)? disappear",
    r"better off (without me|if i (was|were) (dead|gone))",
    r"(nobody|no one) would( even)? (notice|care|miss me) if i (was|were|am|died)",
    r"(tired|sick) of (living|being alive|existing)",
    r"no (reason|point) (to|in) (live|living|being alive|go on|going on)",
    r"cant go on (any ?more|living|like this)",
    r"cant keep myself safe",
    r"(im|i am|i feel|feeling|been)( \w+){0,2} suicidal",
    r"(thinking|think|thoughts)( \w+)? (about|of|abt) (suicide|ending it|dying|killing my ?self)",
    r"(painless|easiest|quickest|best|fastest) way to (go$|die|end (it|my)|kill my)",
    r"how many \w+ (to|would|will|does it take to) (\w+ )?(die|kill me)",
    # Suicide, somebody near.
    rf"{_NEAR}{_FEW} {_WANT}( to)? (die|jump){_IDIOM}",
    rf"{_NEAR}{_FEW} (to|will|might) (kill|hang|shoot) {_THEMSELVES}",
    rf"{_NEAR}{_FEW} (to|will|might) end (his|her|their) life",
    rf"{_NEAR}{_FEW} (doesnt|dont|not) want to {_LIVE}{_IDIOM}",
    rf"{_NEAR}( \w+){{0,3}} (is|feels|feeling|hes|shes) suicidal",
    # Self-harm.
    r"(might|want to|wanna|going to|gonna|need to|urge to)( \w+)? (hurt|cut|harm|burn) my ?self",
    r"(keep|been|started) (hurting|cutting|harming|burning) my ?self",
    r"(started|been|back to) (cutting|self ?harming)( again)?( and| every| at night|$)",
    r"(until|till) i bleed",
    rf"{_NEAR}{_FEW} (cuts|cutting|harming|hurting) {_THEMSELVES}",
    rf"{_NEAR}{_FEW} (cuts when|been cutting( i|$| and))",
    # A medical emergency.
    r"(not|isnt|stopped|barely) breathing",
    r"cant breathe",
    r"turning blue",
    r"having a seizure",
    rf"{_NEAR}{_FEW} (wont|isnt|not|cant) (wake up|waking up|responding)",
    rf"{_NEAR}( is| went)? (limp|unconscious|unresponsive)",
    r"(i|ive|he|she|they) (just )?(overdosed|took too (much|many)|od)",
    r"(took|swallowed) (all|a whole|the whole)( of)?( my| the| his| her)? (pills|meds|bottle|bag)",
    r"(have|having|got|getting|bad|severe|sharp) chest pains?",
    r"chest pains?( \w+){0,4} (help|now|after|since)",
)
_DANGER = tuple(re.compile(rf"\b({sign})\b") for sign in SIGNS)

# What is denied, joked about, or told as past, with nothing of today in it.
_CALM = re.compile(
    r"\b((not|never) suicidal|(year|month)s? (ago|later)|used to|back then|no longer|free from|"
    r"in remission|(when|since) i was \w+|remember when|in (19|20)\d\d|suicide run)\b"
)
_TODAY = re.compile(r"\b(now|tonight|today|tomorrow|again|any ?more|this weekend)\b")


def in_danger(text: str) -> bool:
    """Whether the text says that somebody is in danger now."""
    plain = " ".join(word if word.isdecimal() else word.translate(_LETTERS) for word in words(text))
    if _CALM.search(plain) and not _TODAY.search(plain):
        return False
    return any(danger.search(plain) for danger in _DANGER)
