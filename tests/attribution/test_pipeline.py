"""The pipeline is loaded without what is not used, and its faults are one clear line."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from inquit.attribution.pipeline import USED, load_pipeline
from inquit.errors import ModelError


def test_loads_only_what_is_used(nlp: Language) -> None:
    assert set(nlp.pipe_names) <= USED


def test_says_in_one_line_that_there_is_no_such_pipeline() -> None:
    with pytest.raises(ModelError, match="no_such_pipeline") as caught:
        load_pipeline("no_such_pipeline")
    assert "\n" not in str(caught.value)


def test_refuses_a_pipeline_without_a_parser(tmp_path: object) -> None:
    blank = spacy.blank("en")
    blank.to_disk(str(tmp_path))
    with pytest.raises(ModelError, match="tagger"):
        load_pipeline(str(tmp_path))
