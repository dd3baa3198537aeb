"""The trained networks, run in numpy; `bench.train.network` is what they were trained as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from inquit.attribution.tagger.field import Field
from inquit.attribution.tagger.recurrent import Recurrence
from inquit.attribution.tagger.table import COLUMNS, Floats, Ints
from inquit.attribution.tagger.windows import RELATIONS, Windows

PLAIN = ("lead", "tail", "shape", "tag", "dep", "headtag", "mark", "place", "width", "headdep")
"""The columns with a table of their own, in the order in which the reader sees them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """One trained pair of networks.

    Attributes:
        arrays: weights by name, in single precision.
        reader: the LSTM over paragraphs.
        labeller: the LSTM over windows.
        field: the random field on the labeller's states.
    """

    arrays: Mapping[str, Floats]
    reader: Recurrence
    labeller: Recurrence
    field: Field

    def states(self, features: Ints, tensor: Floats, bounds: Ints) -> Floats:
        """Return each token's state in its paragraph.

        Args:
            features: as in a token table.
            tensor: as in a token table.
            bounds: row where each paragraph starts, and after the last its end.
        """
        return self.reader.read_projected(self.drive(features, tensor), bounds)

    def drive(self, features: Ints, tensor: Floats) -> Floats:
        """Return what the reader is driven by at each token; arguments as in `states`."""
        get = self.arrays
        column = dict(zip(COLUMNS, features.T, strict=True))
        words = get["tables.word.weight"]
        parts = [words[column["word"]] + words[column["word2"]], words[column["headword"]]]
        parts += [get[f"tables.{name}.weight"][column[name]] for name in PLAIN]
        squeezed = tensor @ get["squeeze.weight"].T + get["squeeze.bias"]
        parts.append(np.maximum(squeezed, 0))
        driven: Floats = np.concatenate(parts, axis=1) @ self.reader.inward
        return driven

    def cue_chances(self, states: Floats) -> Floats:
        """Return each token's probability to be no cue, one of speech, one of anything else."""
        get = self.arrays
        hidden = np.maximum(states @ get["cue_hidden.weight"].T + get["cue_hidden.bias"], 0)
        return softmax(hidden @ get["cue_out.weight"].T + get["cue_out.bias"])

    def bridged(self, states: Floats) -> Floats:
        """Return what the labeller sees of each token, the same for all cues."""
        get = self.arrays
        seen = np.maximum(states @ get["bridge.weight"].T + get["bridge.bias"], 0)
        drive: Floats = seen @ self.labeller.inward[: seen.shape[1]]
        return drive

    def label(self, bridged: Floats, windows: Windows) -> Floats:
        """Return each cell's scores to be none, source, content, cue."""
        drive = self.labeller_drive(bridged, windows)
        return self.scores(self.labeller.read_projected(drive, windows.bounds))

    def labeller_drive(self, bridged: Floats, windows: Windows) -> Floats:
        """Return what the labeller is driven by at each cell of windows."""
        get = self.arrays
        drive = bridged[windows.rows]
        low = len(get["bridge.bias"])
        for number, name in enumerate(RELATIONS):
            table = get[f"relations.{name}.weight"]
            high = low + table.shape[1]
            drive += (table @ self.labeller.inward[low:high])[windows.relations[:, number]]
            low = high
        return drive

    def scores(self, states: Floats) -> Floats:
        """Return the scores of each label from the labeller's states."""
        get = self.arrays
        scores: Floats = states @ get["emit.weight"].T + get["emit.bias"]
        return scores


def softmax(logits: Floats) -> Floats:
    """Return probabilities along the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    total: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return total


def network_of(arrays: Mapping[str, Floats]) -> Network:
    """Return the network that arrays named as in PyTorch make up."""
    return Network(
        arrays=arrays,
        reader=_recurrence(arrays, "reader"),
        labeller=_recurrence(arrays, "labeller"),
        field=Field(
            moves=arrays["moves"][None], begin=arrays["begin"][None], finish=arrays["finish"][None]
        ),
    )


def _recurrence(arrays: Mapping[str, Floats], name: str) -> Recurrence:
    """Return an LSTM with its gates reordered and scaled as `Recurrence` wants them."""
    sides = (f"{name}.onward", f"{name}.back")
    inward = [_gates(arrays[f"{side}.weight_ih_l0"]).T for side in sides]
    across = [_gates(arrays[f"{side}.weight_hh_l0"]).T for side in sides]
    bias = [_gates(arrays[f"{side}.bias_ih_l0"] + arrays[f"{side}.bias_hh_l0"]) for side in sides]
    return Recurrence(
        inward=np.ascontiguousarray(np.concatenate(inward, axis=1)),
        across=np.ascontiguousarray(np.stack(across)),
        bias=np.concatenate(bias),
    )


def _gates(rows: Floats) -> Floats:
    """Turn PyTorch's order input, forget, cell, output into ours; halve all but the cell's."""
    gate_in, forget, cell, out = np.split(rows, 4)
    scaled: Floats = np.concatenate([gate_in * 0.5, forget * 0.5, out * 0.5, cell])
    return scaled
