"""The signs that somebody thinks of suicide: of oneself, of somebody near."""

from bot.answering.signs.words import (
    DIE,
    FEW,
    IDIOM,
    KILL,
    LIVE,
    MYSELF,
    NEAR,
    NO,
    SPEAKER,
    THEMSELVES,
    WANT,
)

SUICIDE = (
    # Oneself.
    (
        rf"(?<!not )(?<!dont want to )(?<!never )(?<!wouldnt ){KILL} {MYSELF}"
        r"(?! (for|laughing|lol|with laughter|in the (game|foot))\b)"
    ),
    r"(?<!\d )(?<!many )(?<!the )(kms|kmsl)(?! (mean|per|an|away|from|to|long)\b)",
    r"ctb",
    r"(end|ending|ended) my (own )?life(?! (sim|partner|insurance)\b)|(end|ending) my ?self",
    r"^(so |actively )*suicidal( again| today| rn| no (jokes?|lie|cap))?$",
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
    r"(take|taking) my own life|poisoned my ?self",
    r"end it all",
    rf"{SPEAKER}( \w+){{0,4}} {NO}{WANT}( to| 2| too| ti)? {DIE}{IDIOM}",
    rf"^{WANT} (to |2 )?{DIE}{IDIOM}",
    r"(wanting|want) (to|2) die( (so|again|tonight|today|now|badly|every)|$)",
    rf"(dont|no longer|not) (want|wanna|wana)( to)? {LIVE}( any ?more)?{IDIOM}",
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
        r"(?<!not )(?<!not that )"
        r"(still|again|very|super|quite|so|really|actively|currently|yes) suicidal"
        r"(?! (people|patients|person|character|in the)\b)"
    ),
    r"(my|the) (si|suicidality) (is|are|got|has|came|feels|gets)",
    r"(attempted|attempt was|attempt) (on )?(\w+day|last (night|week)|this (week|morning))",
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
    r"(dont|do not) (want to|wanna) be here any ?more(?! (at|in|lol)\b)",
    r"^(i )?(just |really )?cant do (this|it) any ?more$",
    r"loaded gun",
    r"goodbye (world|forever)",
    r"(will|would)( even)? miss me( when| if| anyway|$)",
    r"(im|i am|just|such) a burden (to|on) (every(one|body)|them|my (family|kids|wife|husband))",
    r"(to|will|gonna) take (my|ones) (own )?life|(taking|end|ending) ones (own )?life",
    r"(be|am|im) dead by (my|the|next|then|tomorrow|morning|christmas|new year|\w+day)",
    r"(dont|cant) (trust|be trusted with) myself (alone|tonight|to|right now|with (pills|my meds))",
    r"wont be (alive|a problem any ?more|a burden|in (your|their) way)",
    r"(not|isnt) (gonna|going to) be alive(?! and)",
    (
        r"(saving|hoarding|stockpiling|stashing|collecting|lined)( up| out)? "
        r"(my|the|his|her|all my)( \w+)? (pills|meds|tablets|patches|insulin)"
    ),
    r"wrong side of the (rail|railing|railings|barrier|fence|bridge)",
    r"(over|climbed|climbing) the (rail|railing|railings|barrier|parapet|guardrail)",
    r"(drive|driving|crash|crashing|steer|swerve) (my|the) (car|bike|truck) into",
    (
        r"(walk|walking|step|stepping|run|running) (out )?(in front of|into|under) (a |the )?"
        r"(traffic|train|trains|bus|truck|lorry|tram|cars)"
    ),
    r"(voice|voices|head) (is |are |keeps? )?(telling|tell|tells|says?) me to (jump|die|end|kill)",
    r"(something|pills?|drugs?|dose|way) (that|to|which) (will |would )?(kill|end|finish) me",
    r"(something|pills?|drugs?) (that|which) makes? (you|u|me) (die|not wake up)",
    r"(have|got) a plan and (the|a) day",
    r"planning my (suicide|death|own death|end|exit)",
    r"(do|and|to|still) feel suicidal",
    r"(has|have|had|got|with) (a )?suicide plans?",
    r"suicide plans? (in|for) (my|his|her|their)",
    (
        r"(bought|got|have|tied|tying|tested) (a|my|the) (rope|noose)"
        r"(?! (of|swing|ladder|bridge|knot)\b)"
    ),
    (
        r"(rope|noose|belt|sheet|lead|cable|scarf)( \w+){0,3} (round|around) "
        r"(my|his|her|their) neck"
    ),
    r"(rope|noose|belt|cord)( \w+){0,4} (beam|rafters?|hook|ceiling|branch|banister)",
    (
        r"(not|wont|never)( gonna| going to)? (make|making|see|seeing|reach|live to see) (it to )?"
        r"(\w+day|christmas|(the )?morning|the weekend|the new year)"
        r"(?! (night|off|at work|class|league)\b)"
    ),
    (
        r"(pills|tablets|meds|packets?|bottle)( are| is| all)? (ready|lined up|in a row|"
        r"in my (hand|lap|mouth|palm)|(next to|beside|in front of) me|on the bed)"
    ),
    # Somebody near.
    (
        rf"{NEAR}{FEW} (says|said|told me|texted|swears)( \w+){{0,3}} (hell|shell|theyll) "
        r"(do it|kill|end it|jump|hang|be dead)"
    ),
    rf"{NEAR}( \w+)? (has|picked|set|chosen) a date(?! (for|with|night|tonight)\b)",
    (
        rf"{NEAR}{FEW} (wants?|wanna|wanting|threatens|threatening|planning|going|gonna|trying)"
        r"( to)? "
        rf"(die|jump|end it|be dead|kms|unalive){IDIOM}"
    ),
    (
        rf"{NEAR}{FEW} (to|will|might|gonna|of|hell|shell|about) "
        r"(kill|hang|shoot|killing|unalive) "
        rf"({THEMSELVES}|him ?self|her ?self)"
    ),
    rf"{NEAR}{FEW} (to|will|might|of) (end|take|ending|taking) (his|her|their) (own )?life",
    rf"{NEAR}{FEW} (doesnt|dont|not) want to {LIVE}{IDIOM}",
    rf"(?<!if ){NEAR}( \w+){{0,3}} (is|are|feels|feeling|hes|shes|actively|now) suicidal",
    r"(hes|shes|my( \w+)? (?!was)\w+s) suicidal(?! (in|note|people)\b)",
    rf"from killing {THEMSELVES}",
    rf"(hes|shes|theyre|{NEAR} is) (killing|hanging|shooting) {THEMSELVES}(?! (laughing|over)\b)",
    r"my ideation (is|has|got)|active suicidal thoughts",
    rf"{NEAR}( \w+){{0,4}} suicide note",
    r"(asked|asks|asking|begs|begged|wants) me to help (him|her|them)( to)? (die|end it)",
)
