"""Who, what and how: the words that the signs are made of, as parts of regular expressions."""

FEW = r"( \w+){0,8}"
SPEAKER = "(i|im|ive|id|ill|me|just|honestly|actually|really|lowkey|kinda)"
NEAR = (
    "(he|hes|she|shes|they|theyre|wife|hubby|husband|partner|boyfriend|girlfriend|bf|gf|friend|"
    "bestie|mate|twin|son|daughter|kid|child|baby|toddler|brother|bro|sister|sis|mom|mum|mam|mother|"
    "dad|father|gran|grandma|grandad|grandpa|aunt|uncle|cousin|niece|nephew|roommate|flatmate|"
    "neighbour|neighbor|coworker|colleague|student|client|patient|ex|girl|boy|guy|lad|fella|missus|"
    "fiance|fiancee|spouse|nan|nana|teen|teenager|pupil|classmate|housemate|teammate|workmate|boss|"
    "tenant|lodger|veteran|somebody|someone|anyone|member)"
)
WANT = (
    "(want|wants|wanna|wana|wanting|wish|wishing|going|gonna|gona|ready|plan|plans|planning|"
    "hope|hoping|decided|need|needs|about|deserve|trying|longing|begging|praying)"
)
DIE = (
    "(die|be dead|end it|end it all|end things|end my (own )?life|stop existing|never wake up|"
    "not wake up|not exist|disappear forever|jump|unalive|commit suicide)"
)
LIVE = (
    "(live|be alive|exist|wake up|keep living|go on living|be here any ?more|"
    "be around any ?more|be on this (earth|planet))"
)
MYSELF = "(my ?self|mysel|meself|me self|mself)"
THEMSELVES = "(himself|herself|themself|themselves|themselfs)"
KILL = "(kill|kil|killing|killin|hang|hanging|shoot|shooting|unalive|unaliving|off|drown|top)"
HURT = (
    "(hurt|hurting|cut|cutting|harm|harming|burn|burning|injure|injured|scratch|scratching|bruise|"
    "bruising|starve|starved|punch|punched|bite|bit|slap|slapped|stab|stabbed)"
)
PILLS = "(pills|meds|tablets|medication|medicine|bottle|bag|pack|packet|box|lot|stash)"
_SIDES = "(own |left |right |inner |upper |lower |whole |both )?"
MY_SKIN = (
    f"my {_SIDES}(arms?|forearms?|legs?|thighs?|hips?|wrists?|stomach|belly|skin|knuckles|ankles?|"
    "shins?|veins?|calf|calves|shoulders?)"
)
# Where nobody is hurt by a kitchen knife.
HIDDEN_SKIN = f"my {_SIDES}(stomach|belly|ribs|thighs?|hips?|wrists?|forearms?|calf|calves)"
# What follows where somebody tells of self-harm, and not of the kitchen.
AGAIN = (
    "( (again|because|bc|cos|so|until|till|til|every|tonight|last night|today|to feel|to bits|"
    "to shreds|whenever|badly)|$)"
)
# Not meant: to die laughing, to die of boredom, to live in Texas or forever, to jump rope.
IDIOM = (
    "(?! (forever|of|from|for|laughing|inside|in|with|at|near|like|rope|ship|into|right|on|to|"
    "already he|your|than|up|over|the|before|early)\\b)"
)

# Not wanting to die is no sign.
NO = r"(?<!dont )(?<!didnt )(?<!not )(?<!longer )(?<!never )(?<!doesnt )"
