"""In a dialogue the turns around tell who speaks, unless the text says otherwise."""

from __future__ import annotations

from inquit.attribution.linking.addressed import addressed_gender, is_addressed
from inquit.attribution.linking.conversation import Likely, Turn, speakers_of
from inquit.attribution.rules.dialogue import reads_as_dialogue
from inquit.model.article import article_of
from inquit.model.span import Span


def likeliest(turns: list[Turn]) -> list[str]:
    def best(likely: Likely) -> str:
        return max(likely, key=lambda key: likely[key])

    return [best(likely) for likely in speakers_of(turns)]


def turn(paragraph: int, told: str = "", pronoun: str = "") -> Turn:
    return Turn(first=paragraph, last=paragraph, told=told, pronoun=pronoun)


def test_turns_alternate() -> None:
    turns = [turn(1, "anna"), turn(2, "per"), turn(3), turn(4)]
    assert likeliest(turns) == ["anna", "per", "anna", "per"]


def test_a_later_turn_tells_an_earlier_one() -> None:
    turns = [turn(1), turn(2, "per"), turn(3, "anna")]
    assert likeliest(turns)[0] == "anna"


def test_who_is_addressed_answers() -> None:
    turns = [turn(1, "anna"), turn(2)]
    turns[0].addressed = {"per"}
    assert likeliest(turns)[1] == "per"


def test_nobody_speaks_to_themselves() -> None:
    turns = [turn(1, "anna"), turn(2, "per"), turn(3)]
    turns[2].addressed = {"anna"}
    assert likeliest(turns)[2] != "anna"


def test_who_acts_beside_a_quotation_speaks_it() -> None:
    turns = [turn(1, "anna"), turn(2, "per"), turn(3)]
    turns[2].beside = ["ida"]
    assert likeliest(turns)[2] == "ida"


def test_a_pronoun_means_whose_turn_it_is() -> None:
    turns = [turn(1, "per"), turn(2, "karl"), turn(3, "anna", pronoun="m"), turn(4, "karl")]
    turns[2].genders = {"anna": "f", "per": "m", "karl": "m"}
    assert likeliest(turns)[2] == "per"


def test_probabilities_of_a_turn_make_one() -> None:
    for likely in speakers_of([turn(1, "anna"), turn(2), turn(3, "per"), turn(9), turn(10)]):
        assert abs(sum(likely.values()) - 1) < 1e-6


def test_tells_who_is_addressed_from_who_is_talked_about() -> None:
    text = "Is that you, Robin? I met Robin today."
    said, first, second = Span(0, len(text)), text.index("Robin"), text.rindex("Robin")
    assert is_addressed(text, Span(first, first + 5), said)
    assert not is_addressed(text, Span(second, second + 5), said)


def test_politeness_tells_the_gender_of_who_is_addressed() -> None:
    assert addressed_gender("I beg your pardon, madam, for this") == "f"
    assert addressed_gender("Yes, sir.") == "m"
    assert addressed_gender("The sir was gone") == ""


def test_tells_a_dialogue_from_news() -> None:
    dialogue = article_of("“Where to?” said Anna.\n" + "“Out.”\n“Alone?”\n" * 4)
    news = article_of("“The dam is old,” said Holm.\nThe council met on Monday.\n" * 8)
    assert reads_as_dialogue(dialogue)
    assert not reads_as_dialogue(news)
