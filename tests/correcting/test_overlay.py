"""What each correction does to an analysis."""

from __future__ import annotations

from dataclasses import replace
from unicodedata import normalize

import pytest

from inquit.correcting import apply_corrections
from inquit.correcting.actions import (
    AddQuote,
    Attribute,
    ChangeBounds,
    ChangeRole,
    ChangeSourceKind,
    ChangeType,
    MergeSources,
    NotAQuote,
    RenameSource,
    SplitSource,
    Unattribute,
)
from inquit.correcting.comparison import look_different
from inquit.model.correction import PlacedCorrection, Value
from inquit.model.quotation import READER, QuoteType, SourceKind
from inquit.model.span import Span
from tests.correcting.sample import (
    ADA,
    ANALYSIS,
    ARTICLE,
    CLOSED,
    CRANES,
    NOBODY,
    NOT,
    QUOTES,
    RAIN,
    READY,
    RUNS,
    SECOND,
    TEXT,
    WORKER,
    analysis_of,
    credited,
    laid,
    made,
    span_of,
    speaker,
)


def test_without_corrections_the_analysis_is_the_same() -> None:
    assert laid().analysis == ANALYSIS


def test_a_quote_is_credited_to_another_source_of_the_article() -> None:
    result = laid(Attribute.propose(QUOTES[NOT], ADA, speaker(RUNS)))
    _, given, name = credited(result.analysis, NOT)
    assert (name, given.method, given.confidence) == ("A. Byrne", READER, 1.0)
    assert given.reason == (
        "corrected by you on 2026-11-24: said by “A. Byrne”, not by “Ada Byrne”"
    )
    assert given.mention is not None
    assert given.mention.source_id == RUNS.id
    assert credited(result.analysis, READY)[1] == ANALYSIS.attributions[0]
    assert result.orphaned == frozenset()


def test_the_mention_that_means_the_source_refers_to_it_in_the_list_too() -> None:
    result = laid(Attribute.propose(QUOTES[NOT], ADA, speaker(RUNS))).analysis
    assert credited(result, NOT)[1].mention in result.mentions


def test_namesakes_are_told_apart_by_where_they_first_speak() -> None:
    result = laid(Attribute.propose(QUOTES[CLOSED], None, speaker(SECOND)))
    assert credited(result.analysis, CLOSED)[1].source_id == SECOND.id
    result = laid(Attribute.propose(QUOTES[CLOSED], None, speaker(WORKER)))
    assert credited(result.analysis, CLOSED)[1].source_id == WORKER.id


def test_anothers_name_is_not_kept_as_the_source_span() -> None:
    result = laid(Attribute.propose(QUOTES[READY], ADA, speaker(WORKER)))
    assert credited(result.analysis, READY)[1].mention is None


def test_a_quote_is_credited_to_a_new_source_and_a_second_one_to_the_same() -> None:
    result = laid(
        Attribute.propose_new(QUOTES[CLOSED], None, "The Port Office", SourceKind.ORGANISATION),
        Attribute.propose_new(QUOTES[NOT], ADA, "the  port office"),
    ).analysis
    assert credited(result, CLOSED)[2] == credited(result, NOT)[2] == "The Port Office"
    (new,) = [source for source in result.sources if source not in ANALYSIS.sources]
    assert new.kind is SourceKind.ORGANISATION
    assert new.corrected == "added by you on 2026-11-24"


def test_a_name_typed_with_combining_accents_is_the_one_typed_composed() -> None:
    result = laid(
        Attribute.propose_new(QUOTES[CLOSED], None, "Zoë Müller"),
        Attribute.propose_new(QUOTES[NOT], ADA, normalize("NFD", "Zoë Müller")),
    ).analysis
    assert len([source for source in result.sources if source not in ANALYSIS.sources]) == 1
    assert credited(result, CLOSED)[2] == credited(result, NOT)[2] == "Zoë Müller"


def test_a_quote_is_credited_to_nobody() -> None:
    result = laid(Unattribute.propose(QUOTES[READY], ADA)).analysis
    _, given, name = credited(result, READY)
    assert (name, given.source_id, given.mention, given.method) == ("", None, None, READER)


def test_the_later_of_two_corrections_wins_in_whatever_order_they_come() -> None:
    first = made(Attribute.propose(QUOTES[NOT], ADA, speaker(RUNS)), minute=1)
    second = made(Attribute.propose(QUOTES[NOT], ADA, speaker(WORKER)), minute=2)
    for order in ((first, second), (second, first)):
        placed = [PlacedCorrection(correction=each, span=QUOTES[NOT].span) for each in order]
        result = apply_corrections(ARTICLE, ANALYSIS, placed).analysis
        assert credited(result, NOT)[2] == "A dock worker"


def test_two_sources_become_one_everywhere_and_the_doubt_stays() -> None:
    result = laid(MergeSources.propose(QUOTES[RAIN], speaker(RUNS), speaker(ADA))).analysis
    for words in (READY, NOT, RAIN):
        assert credited(result, words)[2] == "Ada Byrne"
    assert credited(result, RAIN)[1].confidence == 0.7
    assert RUNS.id not in {source.id for source in result.sources}
    assert RUNS.id not in {mention.source_id for mention in result.mentions}
    kept = next(source for source in result.sources if source.id == ADA.id)
    assert kept.role == "runs the port"
    assert kept.corrected == "“A. Byrne” merged into it, corrected by you on 2026-11-24"


def test_namesakes_can_be_merged_and_so_can_what_was_merged() -> None:
    result = laid(
        MergeSources.propose(QUOTES[NOBODY], speaker(SECOND), speaker(WORKER)),
        MergeSources.propose(QUOTES[CRANES], speaker(WORKER), speaker(ADA)),
    )
    assert credited(result.analysis, NOBODY)[1].source_id == ADA.id
    assert credited(result.analysis, CRANES)[1].source_id == ADA.id
    assert result.merged == {SECOND.id: ADA.id, WORKER.id: ADA.id}


def test_sources_that_the_engine_already_takes_for_one_need_no_merging() -> None:
    one = replace(
        ANALYSIS,
        sources=(ADA, WORKER, SECOND),
        attributions=tuple(
            replace(given, source_id=ADA.id) if given.source_id == RUNS.id else given
            for given in ANALYSIS.attributions
        ),
    )
    result = laid(MergeSources.propose(QUOTES[RAIN], speaker(RUNS), speaker(ADA)), analysis=one)
    assert result.orphaned == frozenset()
    assert result.analysis == one


def test_one_mention_is_split_off_and_the_others_stay() -> None:
    result = laid(SplitSource.propose(QUOTES[NOT], ADA, "her sister")).analysis
    _, given, name = credited(result, NOT)
    assert (name, given.method) == ("her sister", READER)
    assert credited(result, READY)[2] == "Ada Byrne"


def test_what_is_split_off_may_have_the_same_name() -> None:
    result = laid(SplitSource.propose(QUOTES[CRANES], WORKER, "A dock worker")).analysis
    assert credited(result, CRANES)[1].source_id not in (WORKER.id, SECOND.id)


def test_a_source_is_renamed_and_later_corrections_find_it_by_its_new_name() -> None:
    renamed = replace(RUNS, name="Alan Byrne")
    result = laid(
        RenameSource.propose(QUOTES[RAIN], speaker(RUNS), "Alan Byrne"),
        ChangeRole.propose(QUOTES[RAIN], replace(speaker(RUNS), source=renamed), "harbour master"),
        ChangeSourceKind.propose(
            QUOTES[RAIN], replace(speaker(RUNS), source=renamed), SourceKind.ORGANISATION
        ),
    )
    source = next(each for each in result.analysis.sources if each.id == RUNS.id)
    assert (source.name, source.role) == ("Alan Byrne", "harbour master")
    assert source.kind is SourceKind.ORGANISATION
    assert source.corrected is not None
    assert source.corrected.count("corrected by you") == 3
    assert credited(result.analysis, RAIN)[1].confidence == 0.7


def test_an_empty_role_is_none() -> None:
    result = laid(ChangeRole.propose(QUOTES[RAIN], speaker(RUNS), " ")).analysis
    assert next(each for each in result.sources if each.id == RUNS.id).role is None


def test_what_is_not_a_quote_goes_and_what_was_inside_of_it_moves_out() -> None:
    inner = replace(QUOTES[CLOSED], within=QUOTES[NOBODY].id)
    nested = replace(ANALYSIS, quotes=(*ANALYSIS.quotes[:-1], inner))
    result = laid(NotAQuote.propose(QUOTES[NOBODY]), analysis=nested).analysis
    assert [quote.span.of(TEXT) for quote in result.quotes] == [READY, NOT, CRANES, RAIN, CLOSED]
    assert len(result.attributions) == 5
    assert result.quotes[-1].within is None


def test_the_kind_of_a_quote_is_changed_and_who_said_it_is_as_sure_as_before() -> None:
    quote, given, _ = credited(
        laid(ChangeType.propose(QUOTES[NOBODY], QuoteType.INDIRECT)).analysis, NOBODY
    )
    assert quote.type is QuoteType.INDIRECT
    assert quote.corrected == "kind corrected by you on 2026-11-24: indirect"
    assert (given.method, given.confidence) == ("hand", 0.7)


def test_the_ends_of_a_quote_are_set() -> None:
    wanted = span_of("the cranes were late.")
    result = laid(ChangeBounds.propose(QUOTES[CRANES], (wanted,))).analysis
    quote, _, name = credited(result, "the cranes were late.")
    assert (quote.id, name) == (QUOTES[CRANES].id, "A dock worker")
    assert len(result.quotes) == len(ANALYSIS.quotes)


SPLIT = replace(
    QUOTES[READY], content_spans=(span_of("We"), span_of("ready,"), span_of("said Ada"))
)
IN_PARTS = replace(ANALYSIS, quotes=(SPLIT, *ANALYSIS.quotes[1:]))


@pytest.mark.parametrize("words", [["We"], ["We are", "said"], ["ready,", "said Ada Byrne"]])
def test_a_quote_of_several_parts_has_no_others_than_it_is_given(words: list[str]) -> None:
    wanted = tuple(span_of(each) for each in words)
    result = laid(ChangeBounds.propose(SPLIT, wanted), analysis=IN_PARTS).analysis
    assert result.quotes[0].id == SPLIT.id
    assert result.quotes[0].content_spans == wanted


def test_the_ends_of_an_earlier_version_change_the_part_that_they_overlap() -> None:
    wanted = span_of("said Ada Byrne")
    proposal = ChangeBounds.propose(SPLIT, (wanted,))
    values = tuple(each for each in proposal.values if each[0] is not Value.CONTENT)
    result = laid(replace(proposal, values=values), analysis=IN_PARTS).analysis
    assert result.quotes[0].content_spans == (*SPLIT.content_spans[:2], wanted)


@pytest.mark.parametrize("at", [1, 2, 3])
def test_everything_about_a_quote_of_several_parts_is_set_right_without_touching_its_parts(
    at: int,
) -> None:
    parts = SPLIT.content_spans[:at]
    quote = replace(SPLIT, content_spans=parts)
    analysis = replace(ANALYSIS, quotes=(quote, *ANALYSIS.quotes[1:]))
    ada, runs = speaker(ADA), speaker(RUNS)
    for proposal in (
        Attribute.propose(quote, ADA, runs),
        Attribute.propose_new(quote, ADA, "Eve"),
        Unattribute.propose(quote, ADA),
        SplitSource.propose(quote, ADA, "Eve"),
        ChangeType.propose(quote, QuoteType.MIXED),
        MergeSources.propose(quote, ada, runs),
        RenameSource.propose(quote, ada, "Ada B."),
        ChangeRole.propose(quote, ada, "harbour master"),
        ChangeSourceKind.propose(quote, ada, SourceKind.GROUP),
    ):
        result = laid(proposal, analysis=analysis)
        assert not result.orphaned
        assert look_different(analysis, result.analysis, compare_credit=False)
        assert result.analysis.quotes[0].content_spans == parts
    gone = laid(NotAQuote.propose(quote), analysis=analysis).analysis
    assert quote.id not in {each.id for each in gone.quotes}


@pytest.mark.parametrize("who", [None, "The Port Office", speaker(ADA)])
def test_a_quote_is_added_with_a_source_or_without(who) -> None:
    span = span_of("who runs the port")
    result = laid(AddQuote.propose([span], QuoteType.INDIRECT, who)).analysis
    quote, given, name = credited(result, "who runs the port")
    expected = "" if who is None else who if isinstance(who, str) else who.source.name
    assert (quote.type, name) == (QuoteType.INDIRECT, expected)
    assert (given.method, given.confidence) == (READER, 1.0 if who else 0.0)
    assert given.reason.startswith("added by you on 2026-11-24")
    order = [each.content_spans for each in result.quotes]
    assert order == sorted(order)


def test_a_quote_that_an_inquit_splits_is_added_in_its_parts() -> None:
    parts = (span_of("A dock worker said"), span_of("were late"))
    result = laid(AddQuote.propose(parts, QuoteType.DIRECT)).analysis
    assert parts in [quote.content_spans for quote in result.quotes]


def test_a_quote_inside_another_one_is_added_beside_it() -> None:
    result = laid(AddQuote.propose([span_of("nobody")], QuoteType.DIRECT)).analysis
    assert len(result.quotes) == len(ANALYSIS.quotes) + 1
    assert credited(result, NOBODY)[0] == QUOTES[NOBODY]


def test_a_quote_that_the_engine_finds_by_now_is_not_there_twice() -> None:
    before = analysis_of(ARTICLE, without=[CRANES])
    proposal = AddQuote.propose([QUOTES[CRANES].span], QuoteType.INDIRECT)
    assert credited(laid(proposal, analysis=before).analysis, CRANES)[2] == ""
    result = laid(proposal).analysis
    assert len(result.quotes) == len(ANALYSIS.quotes)
    assert credited(result, CRANES)[2] == "A dock worker"


def test_a_quote_that_the_engine_no_longer_finds_is_kept_as_the_reader_had_it() -> None:
    parts = (span_of("It will"), span_of("rain"))
    quote = replace(QUOTES[RAIN], content_spans=parts)
    result = laid(
        Attribute.propose(quote, RUNS, speaker(ADA)), analysis=analysis_of(ARTICLE, without=[RAIN])
    )
    kept, given, name = credited(result.analysis, "It will rain")
    assert kept.content_spans == parts
    assert (name, given.method) == ("Ada Byrne", READER)
    assert result.orphaned == frozenset()


def test_a_quote_that_the_engine_finds_with_other_ends_is_the_same_quote() -> None:
    longer = Span(QUOTES[RAIN].span.start, QUOTES[RAIN].span.end + 4)
    moved = replace(
        ANALYSIS,
        quotes=tuple(
            replace(quote, content_spans=(longer,)) if quote == QUOTES[RAIN] else quote
            for quote in ANALYSIS.quotes
        ),
    )
    result = laid(
        Attribute.propose(QUOTES[RAIN], RUNS, speaker(ADA)),
        analysis=moved,
    ).analysis
    assert len(result.quotes) == len(ANALYSIS.quotes)
    assert credited(result, longer.of(TEXT))[2] == "Ada Byrne"


def test_a_source_that_the_engine_names_more_fully_by_now_is_the_same_source() -> None:
    fuller = replace(RUNS, name="Alan Byrne")
    newer = replace(
        ANALYSIS,
        sources=tuple(fuller if source == RUNS else source for source in ANALYSIS.sources),
    )
    result = laid(
        ChangeRole.propose(QUOTES[RAIN], speaker(RUNS), "harbour master"),
        Attribute.propose(QUOTES[NOT], ADA, speaker(RUNS)),
        analysis=newer,
    )
    source = next(each for each in result.analysis.sources if each.id == RUNS.id)
    assert source.role == "harbour master"
    assert credited(result.analysis, NOT)[2] == "Alan Byrne"
    assert result.orphaned == frozenset()


def test_a_correction_of_somebody_who_does_not_speak_any_more_is_an_orphan() -> None:
    only_ada = replace(
        ANALYSIS,
        sources=(ADA,),
        attributions=tuple(
            replace(given, source_id=ADA.id, mention=None) for given in ANALYSIS.attributions
        ),
    )
    result = laid(ChangeRole.propose(QUOTES[CRANES], speaker(WORKER), "docker"), analysis=only_ada)
    assert result.orphaned == {"role-0"}
    assert result.analysis == only_ada


def test_a_correction_whose_passage_is_gone_is_an_orphan_unless_it_names_a_source() -> None:
    gone = [
        PlacedCorrection(correction=made(each, minute=minute), span=None)
        for minute, each in enumerate(
            (
                Attribute.propose(QUOTES[NOT], ADA, speaker(RUNS)),
                RenameSource.propose(QUOTES[RAIN], speaker(RUNS), "Alan Byrne"),
                ChangeRole.propose(QUOTES[CRANES], speaker(WORKER), "docker"),
            )
        )
    ]
    result = apply_corrections(ARTICLE, ANALYSIS, gone)
    # There are two dock workers, so nothing tells which of them is meant.
    assert result.orphaned == {"attribute-0", "role-2"}
    assert credited(result.analysis, RAIN)[2] == "Alan Byrne"


def test_an_action_of_a_later_version_changes_nothing_and_is_an_orphan() -> None:
    later = replace(made(NotAQuote.propose(QUOTES[NOT])), action="re-date", values=(("when", "x"),))
    placed = PlacedCorrection(correction=later, span=QUOTES[NOT].span)
    result = apply_corrections(ARTICLE, ANALYSIS, [placed])
    assert (result.analysis, result.orphaned) == (ANALYSIS, {later.id})


@pytest.mark.parametrize(
    "written", ["", "x", "5:2", "1:2:3", "-9999:4", "0:9 5:13", "0:5 5:5 5:13"]
)
def test_parts_that_make_no_sense_are_left_out(written: str) -> None:
    proposal = Attribute.propose(QUOTES[RAIN], RUNS, speaker(ADA))
    values = tuple((k, written if k == "parts" else v) for k, v in proposal.values)
    result = laid(
        replace(proposal, values=values), analysis=analysis_of(ARTICLE, without=[RAIN])
    ).analysis
    assert credited(result, RAIN)[0].content_spans == (QUOTES[RAIN].span,)
