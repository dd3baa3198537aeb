"""Numerical libraries are kept to one thread, unless the user says otherwise."""

import pytest

from inquit.service.blas_threads import LIMITS, crunch_on_one_thread


def test_each_library_is_kept_to_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = dict.fromkeys(("PATH",), "/bin")
    monkeypatch.setattr("os.environ", environment)
    crunch_on_one_thread()
    assert {environment[limit] for limit in LIMITS} == {"1"}


def test_what_the_user_has_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = {"OMP_NUM_THREADS": "4"}
    monkeypatch.setattr("os.environ", environment)
    crunch_on_one_thread()
    assert environment["OMP_NUM_THREADS"] == "4"
