"""What says that nobody is in danger now, though the words come close to it.

A text is read as its plain words (`speech.plain`).
"""

import re

# What is told as past, asked in general, a game or a song, with nothing of today in it.
_PAST = re.compile(
    r"\b((not|never|isnt|wasnt|arent) suicidal|(year|month|decade)s? (ago|later|since)|back then|"
    r"used to (be suicidal|want|cut|self|hurt|harm|think|wish|pray)|free from|in remission|"
    r"(sober|clean|recovered) (since|for)|\d+ (yrs|years|months|weeks) now|"
    r"(stopped|quit) (cutting|burning|hurting|harming)|"
    r"no longer (suicidal|want to (die|kill|hurt|end)|wish)|when (i|he|she) was \w+|remember when|"
    r"as a student|suicide run|before (ketamine|my meds|treatment)|"
    r"(urges?|thoughts?|ideation)( \w+){0,6} (gone|lifted|away|quiet)|"
    r"(have|has|had|ever|youve|youd|shed|hed|never) been suicidal|"
    r"do(es)? (it|ketamine|they|the|esketamine) (help|reduce|work|lower)|lyrics?|(the|this) song|"
    r"(final|first|last|the) boss|level \d+)\b"
)
_TODAY = re.compile(
    r"\b((?<!years )(?<!yrs )now|tonight|(?<!ago )today|tomorrow|again|any ?more|still|"
    r"this (weekend|week|morning|evening)|"
    r"i( \w+)? (want|wanna|need)( to)? (die|be dead|kill|end|hurt|cut))\b"
)

# What is told as long past, beside which "now I am fine" may stand, but no word that it goes on.
_LONG_PAST = re.compile(
    r"\b((in|was|of|summer|winter|january|february|march|april|may|june|july|august|september|"
    r"october|november|december) (19|20)\d\d|(years|yrs|decades) ago|(a|one|1) year ago|"
    r"at (1\d|2\d) and|i remember (how|\w+ing)|"
    r"(im|i am|hes|shes) ([2-7]\d|(twenty|thirty|forty|fifty|sixty|seventy)( \w+)?) now|"
    r"(?<!im )(?<!and )looking back|once upon a time|never looked back|"
    r"(stopped|quit) (self ?harming|cutting|burning|hurting)( \w+){0,2} (the|when|after|since) |"
    r"my old (suicide )?(note|notes|letter|letters|diary|journal)|"
    r"as a (kid|child|teen|teenager)|in my (teens|twenties|thirties|youth)|"
    r"(way|long time) back|(long|long time) ago|"
    r"(back|was) (at|in) (boarding school|high school|college|uni|university|the army)|"
    r"(i|he|she) was (only |just )?(young|younger|a (kid|child|teen|teenager)|"
    r"(1\d|2\d)(?! (seconds?|min|mins|minutes?|hrs?|hours?|days?|weeks?|months?)\b)))\b"
)
_ON = re.compile(
    r"\b(again|tonight|still|any ?more|tomorrow|yesterday|right now|this (morning|week)|"
    r"(im|i am|i feel|ive been)( \w+)? (suicidal|thinking|planning|going to|gonna|about to|ready)|"
    r"cant stop|having thoughts|"
    r"(i|he|she|they)( \w+)? (want|wants|wanna|need|needs)( to)? (die|be dead|kill|end|hurt|cut))\b"
)

# What somebody has stopped doing, and that it did not last.
_CLEAN = re.compile(
    r"\b(years|yrs|months|weeks|days) (clean|free|sober|without (cutting|hurting))\b"
)
_BROKEN = re.compile(
    r"\b(until|till|til|just|but|relapsed?|slipped|broke|threw|ruined|lost|again|tonight|yesterday|"
    r"last (night|week)|this (morning|week)|wants?|wanna|need|going to|gonna|plan\w*|"
    r"thinking|thoughts|urges?|suicidal|die|kill\w*|end\w*)\b"
)

# That somebody is safe, as it is said in so many words.
_HARM = "(hurt|harm|kill|die|cut|end|act|suicide|dying|self|off myself|top myself|topping myself)"
_DENIED = re.compile(
    r"\b((say|said|saying|answered|told (him|her|them))( \w+)? no|"
    r"(suicidal|myself) no(?! (jokes?|lie|cap|doubt|question)\b)|"
    r"(zero|no) (suicidal|wish to|urges?)|denied any|"
    rf"no (plans?|intent|intentions?|thoughts?|urges?) (of|to|about)( \w+)? {_HARM}\w*|"
    r"(would|could|will)( not|nt)? (never|ever) (hurt|harm|kill)|"
    r"(not|isnt|wasnt|arent|never been|hardly) (suicidal|in (any )?danger|at risk|an emergency)|"
    rf"(not|never|no one is|nobodys?)( \w+)? (gonna|going to|planning to|about to|trying to|"
    rf"thinking (of|about|to)|talking about|self)( \w+)? {_HARM}\w*|"
    r"(its not|it isnt) that i (dont )?want|"
    rf"(dont|do not|doesnt|didnt|did not|never|wont|wouldnt) (want(ed)? to |wanna )?{_HARM}|"
    r"(did not|didnt|havent|have not|never) (take|taken|took|overdosed?|swallow(ed)?|faint(ed)?|"
    r"pass(ed)? out|hurt|cut|burn(ed)?|lose|lost)|"
    r"(im|i am|hes|shes|were|theyre|feel) (quite |totally |perfectly )?(safe|fine|ok|okay)|"
    r"(breathing|chest|heart|bp|pressure|pulse|oxygen|sats)( \w+)? (fine|ok|okay|normal|good)|"
    r"no (chest pain|trouble breathing|self ?harm|overdose|seizures?|need for (the|a) hotline)|"
    r"(nobody|no one|dont) (worry|panic)|sorry (for|if i) (scar|worr)\w+|not about (my )?life|"
    r"just (venting|sad|tired|low|sleepy|dizzy|exhausted|a (vent|moan|bruise|scratch))|"
    r"(dont|no need to) (worry|panic)|false alarm|nothing like that|all fine|over my dead body|"
    r"\d+ hp|(leg|chest|arm|back|push|pull) day)\b"
)


def taken_back(plain: str) -> bool:
    """Whether the text is about the past, a game or a song, which takes back what it seems to say.

    Not if anything of today is in it; beside what is long past, not if it goes on.
    """
    if _CLEAN.search(plain):
        return not _BROKEN.search(plain)
    if _LONG_PAST.search(plain):
        return not _ON.search(plain)
    return _PAST.search(plain) is not None and not _TODAY.search(plain)


def denied(plain: str) -> bool:
    """Whether the text says that somebody is safe: a reason for doubt, which takes nothing back."""
    return _DENIED.search(plain) is not None
