"""The networks as PyTorch trains them; `inquit.attribution.tagger.network` runs the same in numpy.

A bidirectional LSTM over each paragraph (Hochreiter and Schmidhuber, 1997) marks cues; a second
one over the window of an anchor, with a linear-chain conditional random field on top (Lafferty
et al., 2001; Lample et al., 2016), labels source, content and cue.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from inquit.attribution.tagger.table import COLUMNS, TAGS
from inquit.attribution.tagger.windows import RELATIONS

WIDTHS = {
    "word": 40,
    "lead": 6,
    "tail": 12,
    "shape": 8,
    "tag": 12,
    "dep": 12,
    "headtag": 8,
    "mark": 6,
    "place": 3,
    "width": 5,
    "headdep": 6,
}
RELATION_WIDTHS = {
    "distance": 12,
    "zone": 4,
    "branch": 16,
    "quotation": 6,
    "twig": 12,
}
TENSOR = 96
SQUEEZED = 56
READER = 128
BRIDGE = 72
LABELLER = 72
LABELS = 4
PROPER = (TAGS.index("NNP") + 1, TAGS.index("NNPS") + 1)
"""Names are hidden more often than other words: whoever speaks next year is none of these."""


class Tagger(nn.Module):
    """Both networks; they share the first one's view of the tokens."""

    def __init__(self, dropout: float = 0.3) -> None:
        super().__init__()
        self.tables = nn.ModuleDict(
            {name: nn.Embedding(COLUMNS[name], width) for name, width in WIDTHS.items()}
        )
        self.squeeze = nn.Linear(TENSOR, SQUEEZED)
        size = sum(WIDTHS.values()) + WIDTHS["word"] + SQUEEZED
        self.reader = Both(size, READER)
        self.cue_hidden = nn.Linear(2 * READER, 64)
        self.cue_out = nn.Linear(64, 3)
        self.bridge = nn.Linear(2 * READER, BRIDGE)
        self.relations = nn.ModuleDict(
            {name: nn.Embedding(RELATIONS[name], RELATION_WIDTHS[name]) for name in RELATIONS}
        )
        inner = BRIDGE + sum(RELATION_WIDTHS.values())
        self.labeller = Both(inner, LABELLER)
        self.emit = nn.Linear(2 * LABELLER, LABELS)
        self.moves = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.begin = nn.Parameter(torch.zeros(LABELS))
        self.finish = nn.Parameter(torch.zeros(LABELS))
        self.drop = nn.Dropout(dropout)
        self.word_drop = 0.08
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.3)  # type: ignore[arg-type]

    def read(self, features: Tensor, tensor: Tensor, bounds: list[int]) -> Tensor:
        """Return each token's state in its paragraph; bounds delimit the paragraphs."""
        names = list(COLUMNS)
        column = {name: features[:, number] for number, name in enumerate(names)}
        words = self.tables["word"]
        word = words(column["word"]) + words(column["word2"])
        headword = words(column["headword"])
        lead, tail = self.tables["lead"](column["lead"]), self.tables["tail"](column["tail"])
        squeezed = torch.relu(self.squeeze(tensor))
        if self.training:
            proper = (column["tag"] == PROPER[0]) | (column["tag"] == PROPER[1])
            chance = torch.where(proper, 0.5, self.word_drop)
            keep = (torch.rand(len(features)) > chance).float().unsqueeze(1)
            word, lead, tail = word * keep, lead * keep, tail * keep
            headword = headword * (torch.rand(len(features), 1) > self.word_drop).float()
            squeezed = squeezed * (torch.rand(len(features), 1) > 0.05).float()
        parts = [word, headword, lead, tail]
        parts += [self.tables[name](column[name]) for name in list(WIDTHS)[3:]]
        whole = self.drop(torch.cat([*parts, squeezed], dim=1))
        states: Tensor = self.drop(self.reader(whole, bounds))
        return states

    def cues(self, states: Tensor) -> Tensor:
        """Return the logits of no cue, speech, other attribution, for each token."""
        hidden: Tensor = torch.relu(self.cue_hidden(states))
        logits: Tensor = self.cue_out(self.drop(hidden))
        return logits

    def window(self, states: Tensor, rows: Tensor, relations: Tensor, bounds: list[int]) -> Tensor:
        """Return the emissions of all cells."""
        seen = torch.relu(self.bridge(states))[rows]
        parts = [self.relations[name](relations[:, i]) for i, name in enumerate(RELATIONS)]
        inner = self.drop(self.labeller(torch.cat([self.drop(seen), *parts], 1), bounds))
        emissions: Tensor = self.emit(inner)
        return emissions

    def likelihood(self, emissions: Tensor, labels: Tensor, bounds: list[int]) -> Tensor:
        """Return the negative log-likelihood of each window's labels under the random field."""
        lengths = torch.tensor(bounds).diff()
        grid, mask = grid_of(emissions, bounds)
        goal = grid_of(labels, bounds)[0]
        gold = torch.where(mask, grid.gather(2, goal.unsqueeze(2)).squeeze(2), 0.0).sum(1)
        steps = self.moves[goal[:, :-1], goal[:, 1:]]
        gold = gold + torch.where(mask[:, 1:], steps, 0.0).sum(1) + self.begin[goal[:, 0]]
        gold = gold + self.finish[goal.gather(1, (lengths - 1).unsqueeze(1)).squeeze(1)]
        score = self.begin + grid[:, 0]
        for at in range(1, grid.shape[1]):
            then = torch.logsumexp(score.unsqueeze(2) + self.moves, dim=1) + grid[:, at]
            score = torch.where(mask[:, at : at + 1], then, score)
        return torch.logsumexp(score + self.finish, dim=1) - gold


class Both(nn.Module):
    """Two LSTMs over stretches of cells, one in reading order and one against it."""

    def __init__(self, size: int, hidden: int) -> None:
        super().__init__()
        self.onward = nn.LSTM(size, hidden, batch_first=True)
        self.back = nn.LSTM(size, hidden, batch_first=True)

    def forward(self, cells: Tensor, bounds: list[int]) -> Tensor:
        """Return both states of each cell; bounds delimit the stretches."""
        edges = torch.tensor(bounds)
        lengths = edges[1:] - edges[:-1]
        groups = [torch.nonzero(lengths > 0).squeeze(1)]
        for limit in (96, 40):
            short = lengths[groups[-1]] <= limit
            groups[-1:] = [groups[-1][~short], groups[-1][short]]
        out, order = [], []
        for group in groups:
            if not len(group):
                continue
            steps = torch.arange(int(lengths[group].max()))
            size = lengths[group].unsqueeze(1)
            mask = steps < size
            begin = edges[group].unsqueeze(1)
            ahead = torch.where(mask, begin + steps, 0)
            behind = torch.where(mask, begin + size - 1 - steps, 0)
            for layer, where in ((self.onward, ahead), (self.back, behind)):
                grid = cells.index_select(0, where.flatten()).reshape(*where.shape, -1)
                states = layer(grid)[0]
                out.append(states.reshape(-1, states.shape[2])[mask.flatten()])
            order += [ahead[mask], behind[mask]]
        onward = _placed(out[::2], order[::2], len(cells))
        return torch.cat([onward, _placed(out[1::2], order[1::2], len(cells))], 1)


def _placed(states: list[Tensor], order: list[Tensor], size: int) -> Tensor:
    place = torch.empty(size, dtype=torch.long)
    place[torch.cat(order)] = torch.arange(size)
    return torch.cat(states).index_select(0, place)


def grid_of(values: Tensor, bounds: list[int]) -> tuple[Tensor, Tensor]:
    """Return the stretches of values as rows of a grid, and which of its cells are filled."""
    edges = torch.tensor(bounds)
    lengths = edges[1:] - edges[:-1]
    steps = torch.arange(int(lengths.max()))
    mask = steps < lengths.unsqueeze(1)
    # One gather: slices would each give back a gradient as large as the whole.
    where = torch.where(mask, edges[:-1].unsqueeze(1) + steps, 0)
    grid = values.index_select(0, where.flatten())
    return grid.reshape(*where.shape, *values.shape[1:]), mask
