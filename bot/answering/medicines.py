"""What medicines and other drugs are called, as parts of regular expressions."""

# Antidepressants, and medicines named by their kind, stand apart from other drugs: whether one may
# stay on them beside the infusions is a question that the knowledge answers.
BESIDE = (
    "(antidepressants?|ssris?|snris?|zoloft|sertraline|prozac|fluoxetine|lexapro|escitalopram|"
    "celexa|citalopram|paxil|paroxetine|effexor|venlafaxine|cymbalta|duloxetine|wellbutrin|"
    "bupropion|trintellix|remeron|mirtazapine|pristiq|viibryd|amitriptyline|nortriptyline|"
    "clomipramine|doxepin|mood stabili[sz]ers?|antipsychotics?|opioids?|stimulants?)"
)
DRUG = (
    "(maois?|nardil|parnate|lithium|lamotrigine|lamictal|depakote|valproate|carbamazepine|topamax|"
    "benzos?|benzodiazepines?|xanax|alprazolam|ativan|lorazepam|klonopin|clonazepam|valium|"
    "diazepam|temazepam|midazolam|ambien|zolpidem|seroquel|quetiapine|abilify|aripiprazole|"
    "zyprexa|olanzapine|risperidone|latuda|vraylar|haldol|clozapine|gabapentin|pregabalin|lyrica|"
    "adderall|vyvanse|ritalin|clonidine|propranolol|beta blockers?|tramadol|trazodone|"
    "oxycodone|codeine|morphine|fentanyl|methadone|suboxone|buprenorphine|naltrexone|"
    "blood thinners?|birth control|antibiotics?|ibuprofen|"
    "tylenol|paracetamol|benadryl|antihistamines?|melatonin|statins?|insulin|metformin|zofran|"
    "levothyroxine|warfarin|viagra|sildenafil|antimalarials?|prednisone|steroids?|aspirin|"
    "naproxen|lisinopril|ramipril|amlodipine|losartan|atenolol|metoprolol|bisoprolol|furosemide|"
    "diuretics?|omeprazole|cetirizine|loratadine|claritin|zopiclone|buspirone|buspar|hydroxyzine|"
    "lurasidone|ziprasidone|paliperidone|phenelzine|concerta|methylphenidate|dexedrine|strattera|"
    "atomoxetine|modafinil|baclofen|flexeril|sumatriptan|triptans?|ondansetron|prazosin|"
    "topiramate|keppra|levetiracetam|dilantin|testosterone|estrogen|oestrogen|ozempic|semaglutide|"
    "mounjaro|wegovy|hrt|coartem|lemsip|sudafed|auvelity|inhalers?|vicodin|hydrocodone|oxy|"
    "percocet|tapentadol|5 ?htp|ashwagandha|kava|kratom|ginkgo|valerian|ecstasy|molly|poppers|ghb|"
    "amphetamines?|meth|coke|crack|spliffs?|xans?|xannies|percs|addy|addies|dabs|bong|heroin|"
    "nitrous|ayahuasca|nicotine|vaping|weed|cannabis|marijuana|pot|stoner|gummies|thc|cbd|edibles|"
    "alcohol|alcoholic|drinker|beers?|wine|whiske?y|whiskies|booze|champagne|cocktails?|cocaine|"
    "mdma|shrooms|mushrooms|psilocybin|lsd|dxm|st johns wort)"
)
MEDICINE = rf"({BESIDE}|{DRUG}|meds?|medications?|medicaments?|medicines?|pills?|tablets?)"
