"""The signs that somebody hurts oneself, or is about to."""

from bot.answering.signs.words import (
    AGAIN,
    FEW,
    HIDDEN_SKIN,
    HURT,
    MY_SKIN,
    MYSELF,
    NEAR,
    THEMSELVES,
)

SELF_HARM = (
    (
        r"(?<!not )(?<!never )(might|want to|wanna|going to|gonna|need to|urges? to|about to)"
        rf"( \w+)? {HURT} {MYSELF}"
    ),
    (
        r"(keep|been|started|stop|i|im|am|currently|still) (hurting|cutting|harming|injuring|"
        rf"burning|punching|slapping|biting|scratching|starving|stabbing) {MYSELF}(?! of\b)"
    ),
    (
        rf"(i|and|then)( just| have| keep)? {HURT} {MYSELF} (again|last night|tonight|today|"
        r"yesterday|badly|deep|every|each|whenever|until|till|without|because)"
    ),
    r"(currently|been|am|im|hes|shes) self ?harming",
    (
        r"(bang|banged|banging|smash|smashed|smashing|slam|slammed|slamming|hit|hitting) my head"
        r"( \w+){0,4} (till|until|to (stop|make|shut|get))"
    ),
    (
        r"(want to|need to|wanna|going to|gonna|about to|urge to) "
        r"(self ?harm|cut (again|tonight|so bad|deep|$))"
    ),
    (
        r"^(i |ive |just )*cut (again|tonight|today|last night|this (morning|week))"
        r"(?! (the|my hair)\b)"
    ),
    r"self ?harmed (in|this|again|last night|today|yesterday|before|after|on my)",
    r"(self ?harm|sh) urges?",
    r"urges? to (cut|self ?harm|sh|hurt myself)",
    r"i (self ?harmed|relapsed (on|into|with) self ?harm)|just self ?harmed",
    r"(started|been|back to|stop) (cutting|self ?harming)( again)?( and| every| at night|$)",
    r"(until|till) (i|it) bleeds?",
    r"cut too deep|(ive|i have|i|just) cut and (theres|there is|its|it is|i|the) ",
    r"(burn|burned|burnt|burning) my (thighs?|arms?|legs?|skin|wrists?) with",
    rf"{NEAR}{FEW} (cuts|cutting|harming|hurting|harms|hurts|burns) {THEMSELVES}",
    rf"{NEAR}{FEW} (cuts when|been cutting( i|$| and)|is self ?harming)",
    r"(carved|cut|cutting|slashed|burnt?|burned)( into| up| open)? my (thighs?|wrists?|arms)",
    r"fresh cuts (on|all|up)|(?<!old )cuts (all )?(over|up) (my|his|her|their) (arm|leg|thigh)s?",
    r"relapsed? (on|w|with|in|into) (sh|self ?harm|cutting)",
    r"(razor|blade|knife)( \w+){0,2} (to|on|against|in) my (arm|wrist|skin|hand)",
    rf"(cut|sliced?|slashed|burned|burnt|scratched|carved) {MYSELF}( before bed)?{AGAIN}",
    rf"(cut|cutting|sliced?|slicing|slashed|carved|burned|burnt)( up| open)? {MY_SKIN}{AGAIN}",
    rf"(want|need|tempted|plans) to (cut|slice|burn|self ?harm)( {MYSELF}| {MY_SKIN}| when)",
    rf"(im|i am|ive been|been|keep|kept) cutting( {MYSELF}| {MY_SKIN}| in secret)?{AGAIN}",
    r"back (to|on) (cutting|(the )?(razors?|blades?)|self ?harm|hurting myself)(?! board)",
    (
        r"(?<!if )(?<!whether )(?<!should )(?<!worries )i "
        r"(self ?harm|harm (my ?self|my body)|do harm to my ?self)(?! (be|in the)\b)"
    ),
    (
        rf"{NEAR}( \w+)? harms {THEMSELVES}|"
        rf"{NEAR}( is| has)?( been| still| now)* (harming|cutting|starving|burning) {THEMSELVES}"
    ),
    r"(still|been|im) (cutting|self ?harming)( (since|every|and|again|daily|before|most)|$)",
    r"i( just| only| still)? cut (because|when|between|instead|so i|so that|before|every|to feel)",
    rf"(?<!not )(?<!isnt )starv(e|es|ing) ({MYSELF}|{THEMSELVES})(?! of\b)",
    rf"(slicing|slashing|carving) {MY_SKIN}",
    r"s h (again|relapse|relapsed|urges?|tonight|last night)",
    r"(picking|biting|scratching|rubbing|peeling) my \w+ (raw|open|bloody)",
    r"(as|to) punish(ment| myself| my body| me)",
    r"(fresh|new) (cuts|burns|wounds) (and|again|every|under|i|he|she|from)",
    (
        r"(cut|cutting|sliced?|slicing|slash|slashed|carved?)( into| up| open)? "
        rf"{HIDDEN_SKIN}(?! (on|against|while|shaving|with the|climbing|falling|by accident)\b)"
    ),
    (
        r"(stubbed|stubbing|put|putting)( \w+)? (cigs?|ciggies?|cigarettes?|fags?|joint)( out)? "
        r"on my"
    ),
    r"(old|bad) habits? cutting|first time cutting (myself|in my)",
    (
        r"(i|anyone|anyone else|keep|been) (cut|cutting|self ?harm|self ?harming) "
        r"(after|before|during|between) (\w+ )?(infusions?|sessions?|ketamine)"
    ),
    r"(blade|razor|scissors|lighter|compass|broken glass) (to|on|against|across|into) my",
)
