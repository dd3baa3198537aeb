"""Correcting a source, wherever in the article it speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from inquit.correcting.actions.base import (
    CorrectionAction,
    Speaker,
    offset_of,
    propose_for_source,
)
from inquit.correcting.actions.pending_correction import PendingCorrection
from inquit.correcting.wording import (
    append_remark,
    in_marks,
    printable_value,
    value_in_marks,
)
from inquit.correcting.working_analysis import WorkingAnalysis, is_same_name, share_a_word
from inquit.model.correction import Proposal, Value
from inquit.model.quotation import Quote, Source, SourceKind


class MergeSources(CorrectionAction):
    """Makes two sources one."""

    name: ClassVar[str] = "merge"
    is_about_source = True

    @classmethod
    def propose(cls, quote: Quote, speaker: Speaker, into: Speaker) -> Proposal:
        """Propose merging a source, whose quote this is, into another one."""
        values = ((Value.INTO, into.source.name), *offset_of(Value.INTO_OFFSET, into, quote))
        return propose_for_source(cls.name, quote, speaker, values)

    @classmethod
    def apply(cls, analysis: WorkingAnalysis, correction: PendingCorrection) -> bool:
        """Merge the one source into the other."""
        name = correction.values.get(Value.INTO, "")
        into = analysis.find_source(name, correction.offset(Value.INTO_OFFSET))
        source = _find_source(analysis, correction, merged_into=into)
        if source is None or into is None:
            return False
        if source.id != into.id:
            remark = f"{in_marks(source.name)} merged into it, {correction.signature}"
            corrected = append_remark(into.corrected, remark)
            role = into.role or source.role
            analysis.merge(source, replace(into, role=role, corrected=corrected))
        return True

    @classmethod
    def describe(cls, values: Mapping[str, str]) -> str:
        """Return which two sources are one."""
        return " is ".join(value_in_marks(values, name) for name in (Value.SOURCE, Value.INTO))


class RenameSource(CorrectionAction):
    """Gives a source another name."""

    name: ClassVar[str] = "rename"
    is_about_source = True

    @classmethod
    def propose(cls, quote: Quote, speaker: Speaker, name: str) -> Proposal:
        """Propose another name for a source, whose quote this is."""
        return propose_for_source(cls.name, quote, speaker, ((Value.NAME, name),))

    @classmethod
    def apply(cls, analysis: WorkingAnalysis, correction: PendingCorrection) -> bool:
        """Rename the source; an empty name renames none."""
        source = _find_source(analysis, correction)
        name = correction.values.get(Value.NAME, "").strip()
        if source is None or not name:
            return False
        remark = f"name {correction.signature}, was {in_marks(source.name)}"
        corrected = append_remark(source.corrected, remark)
        analysis.put_source(replace(source, name=name, corrected=corrected))
        return True

    @classmethod
    def describe(cls, values: Mapping[str, str]) -> str:
        """Return the old name and the new one."""
        names = (value_in_marks(values, name) for name in (Value.SOURCE, Value.NAME))
        return " is called ".join(names)


class ChangeRole(CorrectionAction):
    """Gives a source another role, or none."""

    name: ClassVar[str] = "role"
    is_about_source = True

    @classmethod
    def propose(cls, quote: Quote, speaker: Speaker, role: str) -> Proposal:
        """Propose another role for a source, whose quote this is; an empty one for none."""
        return propose_for_source(cls.name, quote, speaker, ((Value.ROLE, role),))

    @classmethod
    def apply(cls, analysis: WorkingAnalysis, correction: PendingCorrection) -> bool:
        """Give the source its role."""
        source = _find_source(analysis, correction)
        if source is None:
            return False
        role = correction.values.get(Value.ROLE, "").strip()
        was = f", was {in_marks(source.role)}" if source.role else ""
        corrected = append_remark(source.corrected, f"role {correction.signature}{was}")
        analysis.put_source(replace(source, role=role or None, corrected=corrected))
        return True

    @classmethod
    def describe(cls, values: Mapping[str, str]) -> str:
        """Return the source and its role."""
        role = value_in_marks(values, Value.ROLE) if values.get(Value.ROLE) else "none"
        return f"role of {value_in_marks(values, Value.SOURCE)}: {role}"


class ChangeSourceKind(CorrectionAction):
    """Says what a source is: a person, a group, a document."""

    name: ClassVar[str] = "source-kind"
    is_about_source = True

    @classmethod
    def propose(cls, quote: Quote, speaker: Speaker, kind: SourceKind) -> Proposal:
        """Propose another kind for a source, whose quote this is."""
        return propose_for_source(cls.name, quote, speaker, ((Value.KIND, kind.value),))

    @classmethod
    def apply(cls, analysis: WorkingAnalysis, correction: PendingCorrection) -> bool:
        """Give the source its kind."""
        source = _find_source(analysis, correction)
        if source is None:
            return False
        remark = f"kind {correction.signature}, was {source.kind.value}"
        corrected, kind = (
            append_remark(source.corrected, remark),
            correction.source_kind(source.kind),
        )
        analysis.put_source(replace(source, kind=kind, corrected=corrected))
        return True

    @classmethod
    def describe(cls, values: Mapping[str, str]) -> str:
        """Return the source and its kind."""
        kind = printable_value(values, Value.KIND)
        return f"{value_in_marks(values, Value.SOURCE)} is of the kind {kind}"


SOURCE_ACTIONS: tuple[type[CorrectionAction], ...] = (
    MergeSources,
    RenameSource,
    ChangeRole,
    ChangeSourceKind,
)


def _find_source(
    analysis: WorkingAnalysis, correction: PendingCorrection, merged_into: Source | None = None
) -> Source | None:
    """Return the source that a correction names: the one in its passage, or of its name.

    Args:
        analysis: the analysis so far.
        correction: the correction.
        merged_into: the other source of a merge, which may be credited in that passage by now.
    """
    name = correction.values.get(Value.SOURCE, "")
    quote = analysis.quote_at(correction.span) if correction.span is not None else None
    here = analysis.source_of(quote)
    if here is not None and is_same_name(here.name, name):
        return here
    of_that_name = analysis.find_source(name, correction.offset(Value.SOURCE_OFFSET))
    if of_that_name is not None:
        return of_that_name
    if here is not None and (here is merged_into or share_a_word(here.name, name)):
        return here
    return None
