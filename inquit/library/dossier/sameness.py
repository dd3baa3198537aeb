"""Which sources of several articles are one person or body: only on clear evidence.

The same full name and no conflict of role, or what the reader said. All else is "perhaps".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inquit.library.dossier.values import Occurrence, PerhapsSame
from inquit.library.index.shingles import fold_words
from inquit.model.annotation import SourceKey
from inquit.model.identity import Identity

_ANOTHER_ROLE = "the same name in another role"
_ANOTHER_NAME = "a like name"
_ONE_WORD = "the last name alone"
_NOT_FULL = "the same name, which is not a full one"

_EMPTY = frozenset("a an and as at by for former from in of on the then to with".split())
"""Words of a role that say nothing of what it is."""

_STEM = 6  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Sameness:
    """Which sources are the person or body, and which may be."""

    same: tuple[Occurrence, ...]
    perhaps: tuple[PerhapsSame, ...]


def decide(
    key: SourceKey, candidates: Iterable[Occurrence], rulings: Iterable[Identity]
) -> Sameness:
    """Return which sources are the person or body of a name.

    Args:
        key: the key of the name.
        candidates: sources of the same name, of like names, and those that were ruled on.
        rulings: what the reader said of this person or body; a later one wins.
    """
    said = tuple(rulings)
    same, open_, others = [], [], []
    for each in candidates:
        ruled = _ruling(each, said)
        if ruled is not None:
            same += [each] if ruled else []
        elif each.key == key:
            open_.append(each)
        else:
            others.append(each)
    clusters = _by_role(open_, same)
    joined = clusters[0] if clusters and _is_certain(clusters[0]) else []
    left = clusters[1:] if joined else clusters
    perhaps = [_perhaps(cluster, _why_open(cluster)) for cluster in left]
    perhaps += [_perhaps(group, _why_other(group[0])) for group in _by_name_and_role(others)]
    return Sameness(
        same=(*same, *joined),
        perhaps=tuple(sorted(perhaps, key=lambda each: (-each.quotes, each.name, each.role))),
    )


def role_words(role: str) -> frozenset[str]:
    """Return the words that say what a role is, folded, each by its first letters.

    So are Democrat and Democratic, president and presidential one.
    """
    return frozenset(word[:_STEM] for word in fold_words(role) if word not in _EMPTY)


def _ruling(occurrence: Occurrence, rulings: Sequence[Identity]) -> bool | None:
    """Return what the reader said last of a source, or None where nothing."""
    for ruling in reversed(rulings):
        here = not ruling.articles or occurrence.article.article_id in ruling.articles
        if ruling.key == occurrence.key and here:
            return ruling.same
    return None


def _by_role(open_: Sequence[Occurrence], ruled: Sequence[Occurrence]) -> list[list[Occurrence]]:
    """Return sources of one name in groups whose roles do not conflict, the main group first.

    Roles conflict that have no word in common. The main group is that of what the reader ruled,
    or else the one with most quotes; a source without a role conflicts with none and joins it.
    """
    groups: list[tuple[set[str], list[Occurrence]]] = []
    for each in sorted(open_, key=lambda one: one.article.number):
        words, members = set(role_words(each.role)), [each]
        if not words:
            continue
        for known in [group for group in groups if group[0] & words]:
            groups.remove(known)
            words |= known[0]
            members = known[1] + members
        groups.append((words, members))
    of_ruled = {word for each in ruled for word in role_words(each.role)}
    groups.sort(key=lambda group: (not group[0] & of_ruled, -_count(group[1])))
    clusters = [members for _, members in groups] or [[]]
    clusters[0] += [each for each in open_ if not role_words(each.role)]
    return [cluster for cluster in clusters if cluster]


def _count(members: Iterable[Occurrence]) -> int:
    return sum(each.quotes for each in members)


def _is_certain(cluster: Sequence[Occurrence]) -> bool:
    """Tell whether a name is a full one: of a person at least two words, of others one.

    Words count that begin with a capital: “analysts” are others in every article.
    """
    first = cluster[0]
    alone = len({each.article.article_id for each in cluster}) == 1
    capitals = sum(word[0].isupper() for word in first.name.split())
    return alone or capitals > (first.kind == "person")


def _by_name_and_role(others: Iterable[Occurrence]) -> list[list[Occurrence]]:
    groups: dict[tuple[str, frozenset[str]], list[Occurrence]] = {}
    for each in others:
        groups.setdefault((each.key, role_words(each.role)), []).append(each)
    return list(groups.values())


def _why_open(cluster: Sequence[Occurrence]) -> str:
    return _ANOTHER_ROLE if _is_certain(cluster) else _NOT_FULL


def _why_other(occurrence: Occurrence) -> str:
    return _ANOTHER_NAME if len(fold_words(occurrence.name)) > 1 else _ONE_WORD


def _perhaps(cluster: Sequence[Occurrence], reason: str) -> PerhapsSame:
    role = next((each.role for each in cluster if each.role), "")
    return PerhapsSame(name=cluster[0].name, role=role, reason=reason, occurrences=tuple(cluster))
