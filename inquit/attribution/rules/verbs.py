"""Reporting words: English verbs by what they take, their forms, and nouns that report.

The classes follow Quirk et al., A Comprehensive Grammar of the English Language (1985),
chapter 14 (reporting) and 16 (complementation); the lists are this project's own.
"""

from __future__ import annotations

from inquit.attribution.wordlist import words

CLAUSE = words(
    """
    accept acknowledge add admit advise affirm agree allege analyse announce answer argue
    articulate assert assure attest aver avow boast caution certify charge chronicle claim
    clarify comment complain concede conclude concur confess confide confirm contend counter
    declare decree deny detail determine dictate disclose disagree dispute elaborate emphasise
    emphasize estimate exclaim explain forecast gripe guarantee hint imply indicate inform
    insinuate insist instruct interject joke lament maintain marvel mention moan muse note
    notify object observe opine outline persuade point predict proclaim profess pronounce
    protest quip reaffirm reassert reassure recall reckon recommend recount reiterate relate
    remark remind repeat reply report respond restate retort reveal rule say signal specify
    speculate state stipulate stress suggest summarise summarize surmise swear tell testify
    theorise theorize tweet underline underscore volunteer warn write assess caution reason
    retell post blog wonder ask explain inquire enquire question
    """
)
"""Verbs that report a clause (or a quotation)."""

QUOTING = words(
    """
    accuse applaud bark bawl bellow begin blurt breathe bristle call chant chide chime chortle
    chuckle coax comment continue cried croak cry decry deadpan demur describe drawl dub echo
    ejaculate end enthuse fume gasp giggle go grin groan growl grumble grunt gush hiss holler
    howl interpose interrupt intone invoke jest laugh mumble murmur mutter nod plead praise
    prompt pursue quote rail rant rave read rejoin resume return roar sang scoff scold scream
    screech shout shriek shrug sigh slam smile smirk snap snarl sneer sniff snort sob splutter
    stammer stutter thunder wail whimper whine whisper yell title label characterise
    characterize dismiss denounce blast brand criticise criticize condemn hail mock sing speak
    tout tease sum open conclude
    """
)
"""Verbs that report only beside a quotation."""

WEAK = words("end begin go open continue read sum conclude speak label brand title dub sing pursue")
"""Verbs that report only right beside the quotation."""

DEMAND = words(
    """
    ask urge beg beseech implore entreat order command instruct invite encourage advise warn
    challenge direct tell press exhort counsel forbid request
    """
)
"""Verbs that report what somebody is to do: `urged Congress to act`."""

COMMIT = words(
    """
    promise vow pledge threaten offer swear volunteer propose demand claim agree refuse profess
    decline request ask
    """
)
"""Verbs that report what their own subject is to do or to have: `vowed to appeal`."""

IRREGULAR = {
    "said": "say", "says": "say", "told": "tell", "wrote": "write", "written": "write",
    "spoke": "speak", "spoken": "speak", "swore": "swear", "sworn": "swear", "began": "begin",
    "went": "go", "goes": "go", "read": "read", "sang": "sing", "forbade": "forbid",
    "forbidden": "forbid", "cried": "cry", "cries": "cry", "denied": "deny", "denies": "deny",
    "replied": "reply", "replies": "reply", "implied": "imply", "implies": "imply",
    "specified": "specify", "specifies": "specify", "testified": "testify",
    "testifies": "testify", "clarified": "clarify", "clarifies": "clarify", "quoth": "quoth",
    "decried": "decry", "decries": "decry", "retold": "retell", "begun": "begin",
    "notified": "notify", "notifies": "notify", "certified": "certify", "certifies": "certify",
}  # fmt: skip
DOUBLED = frozenset({"admit", "quip", "snap", "chat", "sob", "nod", "grin", "beg", "dub", "shrug",
                     "plan", "sum", "pen", "slam", "concur", "demur", "refer"})  # fmt: skip

NOUNS = words(
    """
    claim statement assertion allegation argument suggestion warning announcement promise pledge
    vow insistence contention admission comment remark accusation charge complaint prediction
    demand call request assurance declaration denial proposal threat reply response concession
    acknowledgement acknowledgment reminder conclusion observation
    """
)
"""Nouns that report a clause: `her claim that`."""

CUES = CLAUSE | QUOTING | DEMAND | COMMIT


def _forms(verb: str) -> set[str]:
    stem = verb.removesuffix("e")
    forms = {verb, verb + "s", stem + "ed", stem + "ing"}
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        forms.add(verb + "es")
    if verb in DOUBLED:
        forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    if verb.endswith("y") and verb[-2] not in "aeiou":
        forms |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    return forms


FORMS = {form: verb for verb in sorted(CUES) for form in _forms(verb)} | IRREGULAR
"""Each form of a reporting verb, in small letters, with its dictionary form."""
