"""A text that is not English is told by its words; a short one, or a quotation in one, is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.language import Language

from inquit.attribution.engine import analyse_article
from inquit.attribution.language import is_english
from inquit.model.article import article_of
from inquit.model.quotation import UNREAD

FOREIGN = {
    "German": "Die alte Brücke wird im Mai wieder geöffnet, wie der Rat am Dienstag nach langer "
    "Sitzung beschloss. Die Händler am Fluss hoffen auf mehr Gäste im Sommer, und die Busse fahren "
    "ab dem ersten Mai wieder über die alte Straße. „Wir haben zwei Winter darauf gewartet“, sagte "
    "die Bürgermeisterin, die am Abend noch einmal zum Hafen kam und mit den Arbeitern sprach.",
    "French": "Le vieux pont sera rouvert en mai, a décidé le conseil mardi soir après une longue "
    "réunion. Les marchands au bord du fleuve attendent plus de visiteurs cet été, et les bus "
    "reprendront leur route dès le premier mai. « Nous avons attendu », a dit la maire.",
    "Spanish": "El viejo puente se abrirá de nuevo en mayo, decidió el consejo el martes por la "
    "noche tras una larga reunión. Las tiendas junto al río esperan más visitantes este verano, y "
    "los autobuses volverán a su ruta desde el primero de mayo, dijo la alcaldesa del pueblo.",
    "Portuguese": "A velha ponte será reaberta em maio, decidiu o conselho na terça-feira à noite "
    "depois de uma longa reunião. As lojas à beira do rio esperam mais visitantes no verão, e os "
    "autocarros voltam ao seu caminho a partir do primeiro de maio, disse a presidente.",
    "Italian": "Il vecchio ponte riaprirà a maggio, ha deciso il consiglio martedì sera dopo una "
    "lunga riunione. I negozi lungo il fiume aspettano più visitatori in estate, e gli autobus "
    "riprenderanno la loro strada dal primo maggio, ha detto la sindaca ai giornalisti in piazza.",
    "Dutch": "De oude brug gaat in mei weer open, besloot de raad dinsdagavond na een lange "
    "vergadering. De winkels langs de rivier verwachten meer bezoekers in de zomer, en de bussen "
    "rijden vanaf de eerste mei weer over de oude weg, zei de burgemeester tegen de krant van de "
    "stad.",
    "Danish": "Den gamle bro åbner igen i maj, besluttede rådet tirsdag aften efter et langt møde. "
    "Butikkerne langs floden venter flere gæster til sommer, og busserne kører fra den første maj "
    "igen ad den gamle vej, sagde borgmesteren, da hun kom ned til havnen om aftenen.",
    "Swedish": "Den gamla bron öppnas igen i maj, beslutade rådet på kvällen efter ett långt "
    "möte. Butikerna längs floden väntar fler besökare till sommaren, och bussarna kör från första "
    "maj åter längs den gamla vägen, sade borgmästaren när hon kom ned till hamnen.",
    "Finnish": "Vanha silta avataan jälleen toukokuussa, päätti valtuusto tiistai-iltana pitkän "
    "kokouksen jälkeen. Joen varren kaupat odottavat kesällä enemmän kävijöitä, ja linja-autot "
    "ajavat taas vanhaa tietä toukokuun ensimmäisestä päivästä, kertoi kaupunginjohtaja lehdelle.",
    "Hungarian": "A régi híd májusban újra megnyílik, döntött a tanács kedd este egy hosszú ülés "
    "után. A folyó menti boltok nyáron több látogatót várnak, és a buszok május elsejétől ismét a "
    "régi úton járnak, mondta a polgármester az újságíróknak, amikor lejött a kikötőbe este.",
    "Polish": "Stary most zostanie ponownie otwarty w maju, zdecydowała rada we wtorek wieczorem "
    "po długim posiedzeniu. Sklepy nad rzeką spodziewają się latem więcej gości, a autobusy od "
    "pierwszego maja znowu pojadą starą drogą, powiedziała burmistrz dziennikarzom w porcie.",
    "Turkish": "Eski köprü mayıs ayında yeniden açılacak, meclis uzun bir toplantının ardından "
    "salı akşamı karar verdi. Irmak boyundaki dükkânlar yazın daha çok ziyaretçi bekliyor ve "
    "otobüsler mayısın birinden sonra yine eski yoldan gidecek, dedi belediye başkanı gazeteye.",
    "Russian": "Старый мост снова откроют в мае, решил совет во вторник вечером после долгого "
    "заседания. Магазины у реки ждут летом больше гостей.",
    "Greek": "Η παλιά γέφυρα θα ανοίξει ξανά τον Μάιο, αποφάσισε το συμβούλιο το βράδυ της Τρίτης.",
    "Arabic": "سيعاد فتح الجسر القديم في مايو بعد شتاءين من الإصلاحات، كما قرر مجلس المدينة.",
    "Chinese": "港口的老桥将在五月重新开放，市议会星期二晚上经过长时间的会议后决定。",
}
ENGLISH = (
    "The old bridge will be opened again in May, the council decided on Tuesday after a long "
    "meeting. The shops on the river expect more visitors in the summer, and the buses will take "
    "their old road again from the first of May, the mayor told the paper."
)


@pytest.mark.parametrize("language", FOREIGN)
def test_a_text_in_another_language_is_told(language: str) -> None:
    assert not is_english(article_of(FOREIGN[language]))


@pytest.mark.parametrize("language", FOREIGN)
def test_a_quotation_in_another_language_makes_no_english_article_one(language: str) -> None:
    assert is_english(article_of(f"{ENGLISH}\n“{FOREIGN[language]}”\n{ENGLISH}"))


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Bonjour tout le monde",
        "Ferry hits pier",
        "Mayor Anna Brisk\nTom Holt, deputy\nVera Lund\nTel. 555 0134\nCastle Street, Torvale\n"
        * 9,
        "| North | 45 | 12 |\n| South | 3 | 4 |\n" * 40,
        "Stocks fall as banks warn of losses\nCouncil backs plan for new bridge\n" * 12,
        "<post id='3' author='x'>, seen by <post/>.\n" * 9,
        ".bio-text {\n text-align:left; margin-right:15px;\n float:left; border-top:1px solid;\n}\n"
        * 9,
        "",
    ],
)
def test_in_doubt_a_text_is_english(text: str) -> None:
    assert is_english(article_of(text))


BRIEFS = {
    "German": "Bei einem Brand in einem Wohnhaus sind am Montag drei Menschen verletzt "
    "worden. „Wir haben alle gerettet“, sagte Karl Denz. Die Ursache ist noch "
    "unklar.",
    "Dutch": "De brug gaat in mei open, zei Anna Brisk. “We hebben twee winters gewacht en "
    "het was koud.” Over de kosten is niets bekend.",
    "French": "L’incendie a été éteint dans la nuit. « Nous avons sauvé tout le monde », a "
    "dit Karl Denz. On ne sait pas encore d’où il est venu.",
    "Spanish": "El puente se abre en mayo, dijo Anna Brisk. “Hemos esperado dos inviernos y "
    "nadie lo sabía.” Del precio no se sabe nada.",
    "Italian": "“Abbiamo aspettato due inverni”, ha detto Anna Brisk. Il ponte riapre a "
    "maggio. “Nessuno sentirà la mancanza del traghetto”, ha detto Tom Holt.",
    "Portuguese": "A ponte abre em maio, disse Anna Brisk. “Esperámos dois invernos e ninguém o "
    "sabia.” Do preço ainda não se sabe nada.",
    "Swedish": "Bron öppnas i maj, sade Anna Brisk. ”Vi har väntat i två vintrar och det var "
    "kallt.” Om priset är inget känt.",
    "Danish": "Broen åbner i maj, sagde Anna Brisk. ”Vi har ventet i to vintre, og det var "
    "koldt.” Om prisen er der ikke noget nyt.",
    "Norwegian": "Broen åpner i mai, sa Anna Brisk. «Vi har ventet i to vintrer, og det var "
    "kaldt.» Om prisen er det ikke noe nytt.",
    "Polish": "Most zostanie otwarty w maju, powiedziała Anna Brisk. „Czekaliśmy na to dwie "
    "zimy i było zimno.” O cenie nic jeszcze nie wiadomo.",
}


@pytest.mark.parametrize("language", BRIEFS)
def test_a_brief_of_three_sentences_in_another_language_is_told(language: str) -> None:
    assert not is_english(article_of(BRIEFS[language]))


@pytest.mark.parametrize("language", BRIEFS)
def test_a_short_article_that_quotes_a_brief_in_another_language_is_english(language: str) -> None:
    assert is_english(article_of(f"{ENGLISH} The sign reads: “{BRIEFS[language]}”"))


@pytest.mark.parametrize(
    "text",
    [
        "Luis de la Cruz and Ludwig van der Berg sang “Non, je ne regrette rien” on Monday.",
        "He was born in Ciudad del Este, near Foz do Iguaçu, and played for Vasco da Gama.",
        "“Que sera, sera,” she said. The band from Rio de Janeiro then played “Mas que nada”.",
        "The film “Das Leben der Anderen” beat “La vita è bella” and “Le fabuleux destin”.",
    ],
)
def test_names_and_titles_in_other_languages_leave_a_brief_english(text: str) -> None:
    assert is_english(article_of(text))


def test_what_the_input_says_of_its_language_counts_where_words_are_few() -> None:
    said = replace(
        article_of("Le vieux pont sera rouvert en mai, a décidé le conseil de la ville."),
        language="fr",
    )
    assert not is_english(said)
    assert is_english(replace(said, language="en-GB"))
    assert is_english(replace(article_of(ENGLISH), language="fr"))


def test_of_a_text_that_is_not_english_only_quoted_sentences_are_listed(nlp: Language) -> None:
    text = (
        "„Torvaler Bote“ – Startseite „Sport und Kultur heute hier“ Anmelden\n"
        f"{FOREIGN['German']}\nDer Hafenmeister sagte: „Im Sommer kommen mehr Gäste als sonst“\n"
        "Cookie-Einstellungen: wir verwenden Cookies, sagte niemand je."
    )
    analysis = analyse_article(article_of(text), nlp)
    assert not analysis.english
    assert [quote.content_spans[0].of(text) for quote in analysis.quotes] == [
        "Wir haben zwei Winter darauf gewartet",
        "Im Sommer kommen mehr Gäste als sonst",
    ]
    assert {given.method for given in analysis.attributions} == {UNREAD}
    assert analysis.sources == analysis.mentions == ()


def test_an_english_text_is_told_as_such(nlp: Language) -> None:
    assert analyse_article(article_of("“It is late,” said Ida Holm."), nlp).english
