"""Whose words a reporting verb reports, and to whom: from the parse around the verb."""

from __future__ import annotations

from spacy.tokens import Token

from inquit.attribution.wordlist import words

HEARERS = words(
    """
    tell ask inform remind assure notify warn advise urge beg order command instruct invite
    encourage challenge direct persuade reassure implore entreat beseech exhort counsel forbid
    caution interrupt teach
    """
)
"""Verbs whose object is the addressee."""
TO_HEARERS = words(
    "say explain add write complain confess admit speak reply whisper mention tweet repeat announce"
    " suggest shout respond confide boast lament"
)
UTTERANCES = words(
    """
    statement letter tweet note message email e-mail release post speech remarks comments memo
    interview tweets posts emails text testimony filing op-ed blog
    """
)
"""What somebody issues: who issues it speaks, not the thing."""
QUOTED = frozenset({"quoted", "cited", "heard", "reported"})
RELATIVE = frozenset({"who", "that", "which", "whom"})
EXPLETIVE = frozenset({"it", "there", "this", "that", "what", "which", "who", "whom"})
DEEPEST = 5
"""So many steps up the parse are taken in search of a subject."""


def subject_of(verb: Token, *, depth: int = 0) -> Token | None:
    """Return the head of who speaks, as the parse tells it, or None.

    Follows joined verbs ("came and said"), participles ("..., adding that"), infinitives
    ("refused to say") and relative clauses ("Ryder, who said") to the governing subject.
    """
    if depth > DEEPEST:
        return None
    own = _own_subject(verb)
    if own is not None:
        return own
    if any(child.dep_ in ("nsubj", "expl") for child in verb.children) and verb.dep_ != "relcl":
        return None
    return _inherited(verb, depth)


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is in the passive, by its subject or auxiliary."""
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)


def _own_subject(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "nsubj":
            if child.lower_ in RELATIVE and verb.dep_ == "relcl":
                return verb.head
            return None if child.lower_ in EXPLETIVE - {"it"} else child
        if child.dep_ == "nsubjpass" and verb.lower_ in QUOTED and _has_saying(verb):
            return child
    for child in verb.children:
        if child.dep_ == "agent":
            return next((token for token in child.children if token.dep_ == "pobj"), None)
    return None


def _has_saying(verb: Token) -> bool:
    return any(token.lower_ in ("as", "saying", "telling") for token in verb.subtree)


def _inherited(verb: Token, depth: int) -> Token | None:
    head = verb.head
    match verb.dep_:
        case "relcl" if any(c.lower_ in RELATIVE and c.dep_ == "nsubj" for c in verb.children):
            return head
        case "acl" if verb.tag_ == "VBG" and head.tag_.startswith(("NN", "PRP")):
            return (_author(head, depth) if head.lower_ in UTTERANCES else None) or head
        case "conj":
            return _above(head, verb, depth)
        case "advcl" | "xcomp" | "ccomp" | "dep" if verb.tag_ in ("VBG", "VB"):
            return _above(head, verb, depth)
        case "pcomp" if head.dep_ in ("prep", "agent") and verb.tag_ == "VBG":
            return _above(head.head, verb, depth)
    return None


def _above(head: Token, below: Token, depth: int) -> Token | None:
    if head.tag_.startswith("NN"):
        return head.head if head.dep_ == "attr" and head.head.tag_.startswith("NN") else None
    if not head.tag_.startswith(("VB", "MD", "JJ", "IN")):
        return None
    controlled = _object_before(head, below)
    if controlled is not None:
        return controlled
    passive = [child for child in head.children if child.dep_ == "nsubjpass"]
    return passive[0] if passive else subject_of(head, depth=depth + 1)


def _author(utterance: Token, depth: int) -> Token | None:
    """Return whose statement it is: "the group issued a statement calling ..."."""
    for child in utterance.lefts:
        if child.dep_ == "poss":
            return child
    governing = utterance.head
    while governing.dep_ in ("pobj", "prep") and governing.head.i != governing.i:
        governing = governing.head
    if not governing.tag_.startswith("VB"):
        return None
    return subject_of(governing, depth=depth + 1)


def _object_before(head: Token, below: Token) -> Token | None:
    """Return the object that speaks: "prompted the group to state", but "promised him to say"."""
    if below.dep_ != "xcomp" or below.tag_ != "VB" or head.lower_.startswith("promis"):
        return None
    return next((c for c in head.rights if c.dep_ == "dobj" and c.i < below.i), None)


def addressee_of(verb: Token, lemma: str) -> Token | None:
    """Return the head of whom the words are told to, or None where the verb does not say."""
    if is_passive(verb):
        return (
            next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
            if (lemma in HEARERS and verb.lower_ not in ("quoted",))
            else None
        )
    if lemma in HEARERS:
        for child in verb.rights:
            if child.dep_ in ("dobj", "dative") and child.tag_.startswith(("NN", "PRP")):
                return child
        for child in verb.rights:
            if child.dep_ in ("ccomp", "xcomp"):
                return _raised(child, verb)
    if lemma in TO_HEARERS:
        for child in verb.rights:
            if child.lower_ == "to" and child.dep_ in ("prep", "dative"):
                return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _raised(clause: Token, verb: Token) -> Token | None:
    """Return the addressee that the parser took for the subject of what is asked."""
    to = any(child.dep_ == "aux" and child.lower_ == "to" for child in clause.children)
    subjects = [child for child in clause.lefts if child.dep_ == "nsubj"]
    if to and subjects and subjects[0].left_edge.i == verb.i + 1:
        return subjects[0]
    return None
