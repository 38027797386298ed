"""The signs of a medical emergency."""

from bot.answering.signs.words import FEW, NEAR, PILLS

EMERGENCY = (
    r"^(i )?cant breathe cant breathe",
    r"(isnt|not) responding to (pain|pinching|touch|me shaking)",
    (
        rf"(i|{NEAR})( think i| think im| just| am)? (overdo[sz]+ed|overdosing|oded|od d)"
        r"(?! (on|at \d+|when|in (19|20)\d\d)\b)"
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
    rf"{NEAR} (just |has )?collapsed (after|in|at|on|and|when)",
    r"(passed|passing|blacked|blacking) out( \w+){0,2} (after|since) (my|the|an) (infusion|drip)",
    rf"({NEAR} (is |was )?not|isnt|has stopped|just stopped|barely) breathing",
    (
        r"(i|she|he|they|still|daughter|son|wife|husband) (really |just )?"
        r"(cant|cannot|can not) breathe?"
        r"(?! (under|through my nose|thats?|lol|haha|after)\b)"
    ),
    r"^(help )?cant breathe?( help| (since|after) .*infusion.*)?$",
    r"(turning|went|going|gone) blue(?! (and|in the face)\b)",
    r"lips (are|went|turned|look) (blue|purple)(?! from)",
    (
        r"(?<!account is )having (a|another) (seizure|stroke|heart attack)"
        r"(?! (of|over|reading|when|trying|about)\b)"
    ),
    rf"{NEAR} (just )?(had|has) a (seizure|fit) (now|today|after|since)",
    r"foam(ing)?( \w+){0,4} mouth|frothing at the mouth",
    (
        rf"{NEAR}{FEW} (wont|isnt|not|cant|doesnt) (wake up|waking up|responding|respond)"
        r"(?! (before|until|for|early|to)\b)"
    ),
    r"cant wake (my (wife|husband|partner|mum|mom|friend|brother|sister)|him|her)( up)?$",
    rf"{NEAR}( is| has| went| gone| lying)?( \w+)? (limp|unconscious|unresponsive|convulsing)",
    r"no pulse(?! (audio|from|bc|because|on (my|the))\b)",
    r"doing cpr (on|now)|give (him|her|them) narcan",
    (
        r"(i|ive|he|she|they|wife|husband|son|daughter|friend)( have| has)?( just)? "
        r"(overdosed?|took (way )?too (much|many)( \w+)? (pills|meds|tablets|ketamine|k)|od)"
        r"(?! (on|at \d\d)\b)"
    ),
    r"(took|taken|have taken|just took) an overdose( \w+){0,4} (ago|today|tonight|now|help)",
    (
        rf"(took|taken|swallowed|taking) (all|a whole|the whole|every|a handful|a load)( of)?"
        rf"( my| the| his| her| their)?( \w+)? {PILLS}"
    ),
    r"(have|having|got|getting|bad|severe|crushing) chest pains?",
    r"chest pains?( \w+){0,4} (help|now|since|after my infusion)",
    r"throat is (closing|swelling)|tongue (is|feels) (swelling|swollen)",
    r"face is (drooping|swelling)|mouth is drooping",
    (
        rf"(hes|shes|theyre|{NEAR} (is|has gone|went|turned)|(his|her) (face|skin|lips|hands) "
        r"(is|are|went|look|have gone))( gone| turning| going| all| really| so)? "
        r"(grey|gray|blue|purple|limp|clammy|ashen|floppy)"
        r"(?! (hair|eyes|team|need|pretending|its the|from)\b)"
    ),
    rf"(hes|shes|{NEAR} is) not moving(?! (in|on|out|house|to|from|is he lag)\b)",
    r"slumped( over)? (on|in|at|against|and|over)",
    r"(went|gone) stiff and|rigid and (shaking|jerking)|(hes|shes|is|still) (seizing|convulsing)",
    r"(cant|cannot|couldnt) (rouse|get a response|be roused)",
    r"(cant|cannot|couldnt) get (him|her|them) (to )?(up|awake|wake|respond|answer|breathe)",
    r"(vomiting|coughing|throwing|spitting|pooing|pooping|shitting|peeing)( up)? blood",
    r"(struggling|fighting) (to breathe|for breath|for air)|(trouble|difficulty|hard) breathing",
    r"(cant|cannot|couldnt) (get (a breath|enough air|any air)|catch (my|his|her) breath)",
    r"elephant( is)?( sitting)? on (my|his|her) chest|crushing (pain|feeling)",
    r"(throat|tongue|airway) (is |are |feels? )?(closed|closing|swelling|swollen|tightening)",
    r"face (has |just |is )?(dropped|drooped|slipped|lopsided)",
    r"one (pupil|side of (his|her|my) face)|numb on one side|droopy (eye|face|mouth)",
    r"hives (everywhere|all over (my|his|her))",
    rf"(hes|shes|{NEAR} is|worker is|found \w+) unconscious(?! (in|at) the (game|end|movie))",
    r"(swallowed|drank)( \w+){0,3} (poison|bleach|antifreeze|battery|batteries|magnets?|detergent)",
    r"(took|swallowed) (all|the rest of) (my|his|her) \w+ (at once|together)",
    (
        r"overdosed on( \w+)? (tylenol|paracetamol|ibuprofen|aspirin|pills|meds|tablets|insulin|"
        r"benzos|xanax|opioids|fentanyl|heroin|ketamine|ket|k)"
    ),
    r"call (an ambulance|911|999)$",
    r"(bleeding|blood)( \w+){0,5} (wont|doesnt|not) stop",
)
