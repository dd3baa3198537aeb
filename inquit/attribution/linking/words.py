"""Words that tell what a name or a noun stands for: titles, roles, organisations, given names."""

from __future__ import annotations

from inquit.attribution.wordlist import words

HONORIFICS = {
    "mr": "m", "mister": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f",
    "lady": "f", "madam": "f", "mme": "f", "dame": "f", "sister": "f", "dr": "", "prof": "",
    "rev": "", "fr": "", "hon": "", "st": "", "uncle": "m", "aunt": "f", "brother": "m",
}  # fmt: skip
"""Titles of courtesy with the gender they tell, "" where they tell none."""

RANKS = words(
    """
    gen maj lt col capt cpt sgt cpl pvt adm cmdr cdr brig sen sens rep reps gov govs atty pres
    supt insp det ald coun amb sec hon msgr cllr pte pc wpc dci
    """
)
"""Abbreviated ranks and offices before a name."""

ROLES = words(
    """
    pm vp coo activist adviser advisor agent aide ambassador analyst archbishop assistant astronaut
    attorney author ayatollah banker baron bishop boss broker captain cardinal ceo cfo chair
    chairman chairperson chairwoman challenger chancellor chief citizen coach colonel columnist
    commander commissioner comptroller congressman congresswoman constable consul controller
    curator archivist
    coordinator coroner correspondent councillor councilman councilwoman counsel counselor
    coordinator critic cto delegate democrat deputy designer detective developer diplomat
    director doctor duchess duke economist editor emir emperor engineer envoy executive expert
    farmer father filmmaker firefighter founder co-founder general governor head historian host
    imam inspector investigator journalist judge justice king lawmaker lawyer leader lecturer
    legislator librarian lieutenant lord major man manager master headmaster marshal mayor
    member minister monarch mother mp mep msp negotiator neighbor neighbour nominee nurse
    officer official operative ombudsman organizer organiser owner pastor physician pilot player
    police policeman politician pollster pontiff pope premier president priest prime prince
    princess principal producer professor prosecutor psychologist queen rabbi rapporteur rector
    reporter representative republican researcher resident scholar scientist secretary senator
    sergeant sheik sheikh sheriff singer solicitor soldier speaker spokesman spokesperson
    spokeswoman staffer star strategist striker student sultan superintendent supervisor surgeon
    teacher technician treasurer trustee undersecretary under-secretary user veteran victim
    vicar voter warden whistleblower widow witness woman worker writer candidate frontrunner
    front-runner hopeful contender rival ally consultant advocate presenter anchor commentator
    artist actor actress director-general vice-president tycoon billionaire businessman
    businesswoman entrepreneur defender goalkeeper midfielder skipper tsar czar sculptor painter
    composer musician conductor barrister magistrate registrar
    curator novelist poet rookie pitcher catcher quarterback winger shortstop closer reliever
    pensioner retiree biologist geologist volcanologist geophysicist physicist chemist
    meteorologist climatologist ecologist epidemiologist virologist psychiatrist sociologist
    anthropologist archaeologist criminologist palaeontologist paleontologist oceanographer
    photographer campaigner organiser organizer lobbyist playwright dramatist biographer
    chef plumber electrician mechanic bricklayer miner fisherman
    trawlerman shopkeeper landlord landlady publican barman barmaid waiter waitress cabbie
    driver commuter passenger shopper resident villager islander refugee migrant survivor
    bystander onlooker eyewitness paramedic midwife surgeon dentist pharmacist optician
    accountant auditor architect surveyor carpenter builder trader cleaner carer barber tailor
    butcher gardener decorator hairdresser florist welder engraver hotelier beekeeper grocer
    headteacher principal vice-chancellor verger curate
    rapper drummer guitarist pianist violinist comedian broadcaster blogger podcaster
    rower swimmer cyclist jockey golfer wrestler sprinter umpire referee
    """
)
"""Nouns for what somebody is, as they stand before or after a name."""

MODIFIERS = words(
    """
    former ex current then acting interim deputy vice senior junior chief prime assistant
    associate foreign general national federal state local regional first late new old executive
    managing press presidential finance economy health defence defense interior education transport
    energy environment agriculture trade labour labor culture sports housing treasury business
    technology science legal medical financial operating marketing communications editorial
    creative artistic technical police fire school club union party opposition government city
    county town village parish district borough army navy military security intelligence budget
    policy climate human project programme
    republican democratic campaign veteran longtime co- incoming outgoing
    """
)

FIRMS = words(
    """
    chipmaker carmaker automaker drugmaker planemaker shipbuilder steelmaker brewer retailer
    airline lender insurer startup start-up miner utility broadcaster publisher supermarket
    telecoms builder housebuilder
    """
)
"""Nouns for a firm that stand before its name, in small letters or at the head of a sentence."""

BESIDES = words("rival ally partner challenger contender owner")
"""Roles that a body may have as well as a person."""
LEGAL_FORMS = words(
    "inc plc corp corporation co company ltd limited llc llp nv ag sa se gmbh spa ab"
    " asa oyj bv kg group holdings holding"
)
"""The ends of firms' names, which later mentions leave out."""

TRADES = words(
    """
    airlines airways devices foods industries labs logistics motors pharmaceuticals semiconductor
    semiconductors systems technologies ventures
    """
)
"""What a firm's name says that it makes or does, which later mentions may leave out too."""

ORGANISATION = (
    LEGAL_FORMS
    | TRADES
    | words(
        """
    agency alliance army assembly associates association authority bank board bureau
    cabinet campaign center centre chamber church club coalition college commission committee
    company confederation conference congress corp corporation council court department dept
    division embassy exchange federation firm force forces forum foundation fund government
    group guard herald hospital house inc institute institution intelligence international
    journal kremlin laboratory league limited llc llp ltd magazine ministry mission mosque
    movement museum navy network news newspaper nations observatory office organisation
    organization parliament partnership party pentagon plc police post press programme project
    radio registry school secretariat senate service services society station studio studios
    survey syndicate team television times trust tribunal union university watch works workshop
    holdings palace street airport co review relations standards administration
    academy brigade daily gazette guardian independent standard
    telegraph tribune
    """
    )
)
"""Words that make a name an organisation's."""

DWELLERS = words(
    """
    campaigners critics families farmers fishermen inhabitants locals members neighbours neighbors
    opponents parents people pupils relatives residents students supporters survivors tenants
    victims villagers voters witnesses
    """
)
"""Many of a place or body; with it they are no body of that name: `Residents of Hartwell`."""

COLLECTIVE = words(
    """
    police authorities officials residents protesters demonstrators critics supporters opponents
    experts analysts scientists researchers economists lawyers prosecutors investigators
    lawmakers republicans democrats conservatives liberals voters families relatives neighbours
    neighbors witnesses people family couple crowd media press villagers activists campaigners
    doctors students teachers workers employees members leaders parents children brothers
    sisters firefighters rescuers troops soldiers rebels militants ministers senators opposition
    jury jurors prosecution defence defense audience others many some most both all aides
    advisers advisors allies colleagues
    observers fans players organisers organizers owners representatives spokespeople
    """
)
WITHHELD = words(
    """
    source sources official officials diplomat diplomats person people insider insiders aide
    aides spokesman spokeswoman spokesperson adviser advisor advisers advisors witness witnesses
    officer someone somebody everyone everybody anyone nobody one another analyst expert staffer
    staffers
    """
)
BODY = words(
    """
    agency army association authority bank board bureau campaign church club coalition college
    commission committee company corporation council court department embassy federation firm
    foundation fund government group hospital institute ministry network newspaper office
    organisation organization outlet paper parliament party regime school service society
    station team tribunal union university administration report study statement magazine
    website channel broadcaster airline bank charity manufacturer carrier retailer lender
    watchdog regulator force navy military militia fleet chain
    """
)
"""Common nouns for an organisation."""

PLACES = words(
    """
    afghanistan albania algeria america argentina armenia australia austria azerbaijan bahrain
    bangladesh belarus belgium bolivia bosnia brazil britain bulgaria cambodia cameroon canada
    chile china colombia croatia cuba cyprus denmark ecuador egypt england estonia ethiopia
    europe finland france gaza georgia germany ghana greece hungary iceland india indonesia iran
    iraq ireland israel italy japan jordan kazakhstan kenya kosovo kuwait latvia lebanon libya
    lithuania malaysia mali mexico moldova mongolia morocco myanmar nepal netherlands nigeria
    norway oman pakistan palestine panama peru philippines poland portugal qatar romania russia
    rwanda scotland serbia singapore slovakia slovenia somalia spain sudan sweden switzerland
    syria taiwan tanzania thailand tunisia turkey uganda ukraine uruguay venezuela vietnam wales
    yemen zambia zimbabwe washington moscow beijing london paris berlin brussels tehran
    jerusalem kyiv kiev ankara cairo tokyo seoul pyongyang delhi islamabad kabul baghdad
    damascus beirut riyadh rome madrid warsaw us uk usa u.s u.k eu un
    """
)
"""Countries and capitals; as a source, their governments."""
OUTLETS = words(
    """
    reuters axios bloomberg politico buzzfeed cnn bbc nbc cbs abc pbs npr msnbc ap afp fox vox
    breitbart haaretz xinhua tass interfax kyodo yonhap anadolu sky itv guardian twitter
    facebook google apple amazon microsoft youtube instagram wikileaks nato fbi cia nasa unesco
    unicef who
    """
)
NOT_NAMES = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december the a an this that these those he she
    it they we i you his her its their our my your but and or if when while as in on at by for
    from to of with after before since however meanwhile although though because so yet then
    qc kc sc mp mep obe mbe cbe another other others one ones both several few each everyone
    everybody someone somebody anyone nobody none whose
    kbe phd esq there here what who why how where which not no yes now also still even according
    asked image photo till until unless whenever wherever whether once again only did does do has
    have had is are was were would could might shall should must many most some few
    several each every no none any all both either neither such other others another thank
    """
)
"""Words with a capital for their place in the sentence, and names of days and months."""
ENDEARING = words("dear dearest poor darling")
"""Words that may have a capital before somebody's name, never part of it."""
INQUIRIES = words("study report survey paper research review analysis findings")
"""What the result of an inquiry may be called in turn."""
EPITHETS = words("little old young good big")
"""Words that may stand before a name for years, and may be part of one: "Old Tobias"."""
