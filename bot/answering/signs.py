"""The signs of danger that are said outright, and what each needs first.

A text is read as its plain words (`speech.plain`).
"""

import re
from enum import Enum

from bot.answering.denials import taken_back


class Need(Enum):
    """What somebody in danger needs first; the more urgent one stands first."""

    EMERGENCY = (
        "somebody seems to be in medical danger, so help comes first and nothing is looked up"
    )
    SUICIDE = (
        "somebody seems to think of suicide or self-harm, so help comes first, and nothing else"
    )


# Parts of the signs.
_FEW = r"( \w+){0,8}"
_I = "(i|im|ive|id|ill|me|just|honestly|actually|really|lowkey|kinda)"
_NEAR = (
    "(he|hes|she|shes|they|theyre|wife|hubby|husband|partner|boyfriend|girlfriend|bf|gf|friend|"
    "bestie|mate|son|daughter|kid|child|baby|toddler|brother|bro|sister|sis|mom|mum|mam|mother|"
    "dad|father|gran|grandma|grandad|grandpa|aunt|uncle|cousin|niece|nephew|roommate|flatmate|"
    "neighbour|neighbor|coworker|student|ex|girl|boy|guy|somebody|someone|anyone|member)"
)
_WANT = (
    "(want|wants|wanna|wana|wanting|wish|wishing|going|gonna|gona|ready|plan|plans|planning|"
    "hope|hoping|decided|need|needs|about|deserve|trying|longing|begging|praying)"
)
_DIE = (
    "(die|be dead|end it|end it all|end things|end my (own )?life|stop existing|never wake up|"
    "not wake up|not exist|disappear forever|jump|unalive|commit suicide)"
)
_LIVE = (
    "(live|be alive|exist|wake up|keep living|go on living|be here any ?more|"
    "be around any ?more|be on this (earth|planet))"
)
_MYSELF = "(my ?self|mysel|meself|me self|mself)"
_THEMSELVES = "(himself|herself|themself|themselves|themselfs)"
_KILL = "(kill|kil|killing|killin|hang|hanging|shoot|shooting|unalive|unaliving|off|drown|top)"
_HURT = "(hurt|hurting|cut|cutting|harm|harming|burn|burning|injure|scratch)"
_PILLS = "(pills|meds|tablets|medication|medicine|bottle|bag|pack|packet|box|lot|stash)"
# Not meant: to die laughing, to die of boredom, to live in Texas or forever, to jump rope.
_IDIOM = (
    "(?! (forever|of|from|for|laughing|inside|in|with|at|near|like|rope|ship|into|right|on|to|"
    "already he|your|than|up|over|the|before|early)\\b)"
)

# Not wanting to die is no sign.
_NO = r"(?<!dont )(?<!didnt )(?<!not )(?<!longer )(?<!never )(?<!doesnt )"

_SUICIDE = (
    # Suicide, oneself.
    (
        rf"(?<!not )(?<!dont want to )(?<!never )(?<!wouldnt ){_KILL} {_MYSELF}"
        r"(?! (for|laughing|lol|with laughter|in the (game|foot))\b)"
    ),
    r"(?<!\d )(?<!many )(?<!the )(kms|kmsl)(?! (mean|per|an|away|from|to|long))",
    r"ctb",
    r"(end|ending|ended) my (own )?life(?! (sim|partner|insurance)\b)|(end|ending) my ?self",
    r"^(so |actively )*suicidal( again| today| rn)?$",
    r"(danger|risk) to my ?self",
    (
        r"(thinking|thought|think|dreaming) (about|of) (jumping|walking|stepping|throwing myself|"
        r"lying down|driving|crashing)( \w+)? (in front|off|under|into|on the)( \w+){0,2} "
        r"(train|trains|tracks|bridge|traffic|bus|truck|lorry|roof|balcony|cliff|river|tree|wall)"
    ),
    r"how (much|many)( \w+){0,5} (would|will|could|to) (kill me|end me|die)$",
    r"(ideation|suicidal)( \w+){0,6} with intent|ideation( \w+)? (10|9) (10|out of)",
    (
        r"(made|had) (an|another) attempt (on \w+day|last (night|week|weekend)|yesterday|this)|"
        r"(tried|try|trying) to (od|overdose)(?! (on|at|when|in)\b)"
    ),
    r"suicid\w+( \w+){0,12} (bought|got|have) (what|everything|all) i need",
    r"(make|making|be|try) (an|another|my) (suicide )?attempt (again )?(now|tonight|today|soon)",
    (
        r"(gun|pistol|rifle|noose)( \w+)? (on|in|under|beside|by|next to|at) "
        r"(my|the|me)( (lap|bed|hand|hands|head|table|side|pillow|mouth))?( and|$)"
    ),
    r"(take|taking) my own life",
    r"end it all",
    rf"{_I}( \w+){{0,4}} {_NO}{_WANT}( to| 2| too| ti)? {_DIE}{_IDIOM}",
    rf"^{_WANT} (to |2 )?{_DIE}{_IDIOM}",
    r"(wanting|want) (to|2) die( (so|again|tonight|today|now|badly|every)|$)",
    rf"(dont|no longer|not) (want|wanna|wana)( to)? {_LIVE}( any ?more)?{_IDIOM}",
    r"(go|going|fall) (to sleep|asleep) and (never|not|dont) wake up",
    r"(want to|wanna|let me|please) sleep (for|a)ever",
    r"wish i (was|were) (dead|gone|never born)",
    r"wish i could( just)? (disappear( forever)?$|stop existing|die)",
    r"better off (without me|dead|if i (was|were) (dead|gone))",
    r"(nobody|no one) would( even)? (notice|care|miss me) if i (was|were|am|died)",
    r"(tired|sick|done) (of|with) (living|being alive|existing)(?! (in|with|out|here|on|so)\b)",
    r"no (reason|point) (to|in) (live|living|being alive|go on|going on|staying alive)",
    r"reason (not to kill|to stay alive)",
    r"cant go on (any ?more|living|like this)",
    r"cant (keep|promise to keep) myself safe",
    r"(not|dont feel) safe with myself",
    r"(?<!if you )(?<!if )(im|i am|i feel|feeling|been|and)( \w+){0,2} (actively )?su?i?cidal",
    r"(suicidal|su cidal) (again|tonight|right now|rn|and alone|and scared)",
    r"my suicide (note|plan)",
    r"(thinking|thinkin|think|thoughts)( \w+)? (about|of|abt) (suicide|ending it|killing my ?self)",
    (
        r"suicid(e|al) (thoughts|ideation|urges)( are| is| have| has| came| got| get| getting)*"
        r" (back|louder|stronger|worse|constant|constantly|all day|every ?day|daily|again|24)"
    ),
    (
        r"(?<!not )(?<!not that )(still|again|very|so|really|actively|yes) suicidal"
        r"(?! (people|patients|person|character|in the)\b)"
    ),
    r"(my|the) (si|suicidality) (is|are|got|has|came|feels|gets)",
    r"(attempted|attempt was|attempt) (yesterday|last (night|week)|this (week|morning))",
    r"suicide date|(picked|set|chose|have) (the|a|my) date to (die|kill|go)",
    r"(?<!no )thoughts of (harming|hurting|killing|cutting|drowning|hanging) (my ?self|me)",
    r"(?<!no )self ?(harm|harming|injury) (again|tonight|today|now)",
    r"wish to die|(crave|craving|wanting|want) death(?! (metal|star|note|valley|to)\b)",
    r"(have|got) a plan( \w+){0,8} (tonight|(do|doing) it)",
    r"(?<!not )(want|going|wanna|need|tonight|will)( to)? kill ourselves",
    r"(planning|considering|contemplating|attempting) suicide",
    r"plan to (kill|end) my",
    r"(painless|easiest|quickest|best|fastest) way to (go$|die|end (it|my)|kill (my|your) ?self)",
    r"how many \w+ (to|would|will|does it take to|would it take to) (\w+ )?(die|kill me)",
    r"(slit|slash) (my|her|his) wrists?",
    r"(last|final) (day|night) (alive|on earth)",
    r"(suicide|goodbye) note|i (wrote|have written|finished) (the|my) note( and| i|$)",
    r"on (the|a|our|my) (roof|bridge|ledge|rooftop)( \w+){0,14} jump",
    r"tried to (kill|hang|drown) myself (last night|yesterday|today|this|again)",
    r"(quiero|voy a) (morir|matarme)|me quiero (morir|matar)|ich will (sterben|nicht mehr leben)",
    r"je veux (mourir|me tuer)|quero morrer|vou me matar|voglio morire|chc[eę] umrze[cć]",
    r"(to|gonna|will) commit suicide(?! in)",
    r"(normal to|you) (feel|be) suicidal|feeling? suicidal (after|since|today|tonight|again)",
    r"(^| )si (is |really |so )+(bad|back|strong|high|through)",
    r"(have|got) a plan and (a|the|my) (means|date|gun|pills)",
    r"done with (life|being alive)|cant live like this any ?more",
    r"(dont|do not) (want to|wanna) be here any ?more(?! (at|in|lol))",
    r"^(i )?(just |really )?cant do (this|it) any ?more$",
    r"loaded gun",
    r"goodbye (world|forever)",
    r"(will|would)( even)? miss me( when| if| anyway|$)",
    r"(im|i am|just|such) a burden (to|on) (every(one|body)|them|my (family|kids|wife|husband))",
    # Suicide, somebody near.
    (
        rf"{_NEAR}{_FEW} (wants?|wanna|wanting|threatens|threatening|planning|going|gonna|trying)"
        r"( to)? "
        rf"(die|jump|end it|be dead|kms|unalive){_IDIOM}"
    ),
    (
        rf"{_NEAR}{_FEW} (to|will|might|gonna|of|hell|shell|about) "
        r"(kill|hang|shoot|killing|unalive) "
        rf"({_THEMSELVES}|him ?self|her ?self)"
    ),
    rf"{_NEAR}{_FEW} (to|will|might|of) (end|take|ending|taking) (his|her|their) (own )?life",
    rf"{_NEAR}{_FEW} (doesnt|dont|not) want to {_LIVE}{_IDIOM}",
    rf"(?<!if ){_NEAR}( \w+){{0,3}} (is|are|feels|feeling|hes|shes|actively|now) suicidal",
    rf"{_NEAR}( \w+){{0,4}} suicide note",
    # Self-harm.
    (
        r"(?<!not )(?<!never )(might|want to|wanna|going to|gonna|need to|urges? to|about to)"
        rf"( \w+)? {_HURT} {_MYSELF}"
    ),
    rf"(keep|been|started|stop|i) (hurting|cutting|harming|burning) {_MYSELF}",
    rf"i( just| have| keep)? {_HURT} {_MYSELF} (again|last night|tonight|today|badly|deep)",
    (
        r"(want to|need to|wanna|going to|gonna|about to|urge to) "
        r"(self ?harm|cut (again|tonight|so bad|deep|$))"
    ),
    r"(self ?harm|sh) urges?",
    r"urges? to (cut|self ?harm|sh|hurt myself)",
    r"i (self ?harmed|relapsed (on|into|with) self ?harm)|just self ?harmed",
    r"(started|been|back to|stop) (cutting|self ?harming)( again)?( and| every| at night|$)",
    r"(until|till) (i|it) bleeds?",
    r"cut too deep|(ive|i have|i|just) cut and (theres|there is|its|it is|i|the) ",
    r"(burn|burned|burnt|burning) my (thighs?|arms?|legs?|skin|wrists?) with",
    rf"{_NEAR}{_FEW} (cuts|cutting|harming|hurting|harms|hurts|burns) {_THEMSELVES}",
    rf"{_NEAR}{_FEW} (cuts when|been cutting( i|$| and)|is self ?harming)",
    r"(carved|cut|cutting|slashed|burnt?|burned)( into| up| open)? my (thighs?|wrists?|arms)",
    r"fresh cuts (on|all|up)|(?<!old )cuts (all )?(over|up) (my|his|her|their) (arm|leg|thigh)s?",
    r"relapsed? (on|w|with|in|into) (sh|self ?harm|cutting)",
    r"(razor|blade|knife)( \w+){0,2} (to|on|against|in) my (arm|wrist|skin|hand)",
)
_EMERGENCY = (
    # A medical emergency.
    r"^(i )?cant breathe cant breathe",
    (
        rf"(i|{_NEAR})( think i| think im| just| am)? (overdo[sz]+ed|overdosing|oded|od d)"
        r"(?! (on|at \d|when|in (19|20)))"
    ),
    r"(took|taken|swallowed) (them all|all of them)",
    (
        r"(baby|toddler|kid|child|year old|son|daughter) (just )?"
        r"(ate|swallowed|drank|chewed|got into)"
        r"( \w+){0,4} (pills?|tablets?|meds|medicines?|medication|lozenges?|troches?|patch|drugs)"
    ),
    r"eyes (have )?rolled back|vision (is |s )?going (black|dark)",
    r"(had|having|has) a (fit|seizure)( \w+){0,6} (infusion|clinic|ketamine|drip)(?! in)",
    r"(heart rate|pulse|hr|heart is beating)( is| at| of)? (1[5-9]|2\d)\d",
    r"(bp|blood pressure|cuff says|machine says)( \w+){0,3} (19|2\d)\d",
    r"(spo2|oxygen|sats|oximeter)( \w+){0,2} [678]\d",
    r"worst headache (of|ever|ive)",
    r"speech is slurred|cant lift (my|his|her) (left |right )?arm",
    r"(need|calling) an ambulance|medical emergency (help|please|now|what)",
    r"barely (responsive|conscious)",
    r"wont stop bleeding",
    rf"{_NEAR} (just |has )?collapsed (after|in|at|on|and|when)",
    r"(passed|passing|blacked|blacking) out( \w+){0,2} (after|since) (my|the|an) (infusion|drip)",
    rf"({_NEAR} (is |was )?not|isnt|has stopped|just stopped|barely) breathing",
    (
        r"(i|she|he|they|still|daughter|son|wife|husband) (really |just )?"
        r"(cant|cannot|can not) breathe?"
        r"(?! (under|through my nose|that|lol|haha|after))"
    ),
    r"^(help )?cant breathe?( help| (since|after) .*infusion.*)?$",
    r"(turning|went|going|gone) blue(?! (and|in the face))",
    r"lips (are|went|turned|look) (blue|purple)(?! from)",
    (
        r"(?<!account is )having (a|another) (seizure|stroke|heart attack)"
        r"(?! (of|over|reading|when|trying|about))"
    ),
    rf"{_NEAR} (just )?(had|has) a (seizure|fit) (now|today|after|since)",
    r"foam(ing)?( \w+){0,4} mouth|frothing at the mouth",
    (
        rf"{_NEAR}{_FEW} (wont|isnt|not|cant|doesnt) (wake up|waking up|responding|respond)"
        r"(?! (before|until|for|early|to))"
    ),
    r"cant wake (my (wife|husband|partner|mum|mom|friend|brother|sister)|him|her)( up)?$",
    rf"{_NEAR}( is| has| went| gone| lying)?( \w+)? (limp|unconscious|unresponsive|convulsing)",
    r"no pulse(?! (audio|from|bc|because|on (my|the)))",
    r"doing cpr (on|now)|give (him|her|them) narcan",
    (
        r"(i|ive|he|she|they|wife|husband|son|daughter|friend)( have| has)?( just)? "
        r"(overdosed?|took (way )?too (much|many)( \w+)? (pills|meds|tablets|ketamine|k)|od)"
        r"(?! (on|at \d\d))"
    ),
    r"(took|taken|have taken|just took) an overdose( \w+){0,4} (ago|today|tonight|now|help)",
    (
        rf"(took|taken|swallowed|taking) (all|a whole|the whole|every|a handful|a load)( of)?"
        rf"( my| the| his| her| their)?( \w+)? {_PILLS}"
    ),
    r"(have|having|got|getting|bad|severe|crushing) chest pains?",
    r"chest pains?( \w+){0,4} (help|now|since|after my infusion)",
    r"throat is (closing|swelling)|tongue (is|feels) (swelling|swollen)",
    r"face is (drooping|swelling)|mouth is drooping",
    r"call (an ambulance|911|999)$",
    r"(bleeding|blood)( \w+){0,5} (wont|doesnt|not) stop",
)
SIGNS = {Need.EMERGENCY: _EMERGENCY, Need.SUICIDE: _SUICIDE}
# One after the other: joined into one expression they take twice as long (measured).
_SIGNS = tuple(
    (need, re.compile(rf"\b(?:{sign})\b")) for need, signs in SIGNS.items() for sign in signs
)


def outright(plain: str) -> Need | None:
    """What the signs that a plain text shows need first, if nothing in it takes them back."""
    need = next((need for need, sign in _SIGNS if sign.search(plain)), None)
    return None if need is None or taken_back(plain) else need
