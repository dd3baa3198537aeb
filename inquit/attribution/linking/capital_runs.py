"""What a run of capitals that may be a name looks like."""

from __future__ import annotations

import re

from inquit.attribution.letters import of_any_script

WORD = of_any_script(
    r"(?:[A-Z]\.(?:[A-Z]\.)*|(?:[A-Z]|(?:al|el|ben|bin|ad|as|ash)-(?=[A-Z])|[dDlL]['’](?=[A-Z])"
    r"|O['’](?=[A-Z]))[\w\-’']*(?<!['’])[\w](?:\.(?:com|org|net|gov|ai)\b)?)|[A-Z]\b"
)
ABBREVIATED = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Maj|Lt|Col|Capt|Sgt|Adm|Sen|Rep|Gov|Sens|Reps|Cmdr|Brig|Atty"
    r"|St|Jr|Sr|Hon|Amb|Pres|Det|Supt|Cpl)\."
    r"|(?:Inc|Corp|Ltd|Co|Bros)\.(?=[,'’]|[ \u00a0][a-z])"
)
OFFICE = (
    r"(?:[A-Z][\w-]*['’]s(?=[ \u00a0](?:Bar|Pub|Salon|Inn|Restaurant|Cafe|Café|Hotel|Bakery|Grill"
    r"|Diner|Tavern|Deli|Brewery|Cathedral|College|Hospital|Church)\b)"
    r"|(?:Sheriff|Prosecutor|Attorney|Governor|Mayor|Coroner|Children|Women|People|Defender|Clerk)"
    r"['’]s(?=[ \u00a0][A-Z]))"
)
"""Whose a body is: `Harris County Sheriff's Office`, `Casey's Bar`."""
PARTICLE = (
    r"(?:of|de|da|del|della|der|den|des|di|das|dei|af|av|zu|zur|vom|bint|abu|van|von|bin|ibn|al|el"
    r"|la|le|ter|ten|dos|du|y)"
)
ONE = rf"(?:{OFFICE}|{ABBREVIATED}|{WORD})"
BODY_OF_TWO = of_any_script(
    r"and[ \u00a0](?=[A-Z]\w+[ \u00a0](?:Service|Services|Council|Authority|Trust|Agency)\b)"
)
"""Joins the halves of one body's name: `Fire and Rescue Service`."""
LAND_OF_TWO = r"(?:and[ \u00a0](?=Tobago|Barbuda|Nevis|Herzegovina|Principe|Montenegro|Wales))"
"""Joins those of a country's: `Trinidad and Tobago`."""
THEIRS = (
    r"(?:(?<=s)['’](?=(?:[ \u00a0]\w+){0,2}[ \u00a0](?:Alliance|Association|Club|Council|Federation"
    r"|Guild|League|Network|Party|Society|Trust|Union)\b))?"
)
"""Joins a body's name after its members: `Communication Workers' Alliance`."""
JOINT = (
    rf"{THEIRS}[ \u00a0](?:{BODY_OF_TWO}|{LAND_OF_TWO})?"
    rf"(?:&[ \u00a0])?(?:{PARTICLE}[ \u00a0](?:the[ \u00a0])?)?(?:{PARTICLE}[ \u00a0])?"
)
CAPITALS = re.compile(rf"\b{ONE}(?:{JOINT}{ONE})*")
