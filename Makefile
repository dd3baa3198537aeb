# Every target sets up what it needs in .venv; a machine with Python 3.11 and make is enough.
PYTHON ?= python3
BIN := .venv/bin
INPUT ?= seed:pentagon-readout

.PHONY: run test check format bench train picture walk clean

.venv/.installed: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

run: .venv/.installed
	$(BIN)/inquit $(INPUT)

check: .venv/.installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/.installed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

test: check
	$(BIN)/python -m pytest

# CORPORA names the folder of annotated articles; without it the accuracy tables are skipped.
bench: .venv/.installed
	INQUIT_CORPORA="$(or $(CORPORA),$(INQUIT_CORPORA))" $(BIN)/python -m bench

train: .venv/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[train]'
	INQUIT_CORPORA="$(or $(CORPORA),$(INQUIT_CORPORA))" $(BIN)/python -m bench.train

picture: .venv/.installed
	$(BIN)/python -m bench.picture

walk: .venv/.installed
	$(BIN)/python -m bench.walk

clean:
	rm -rf .venv build dist
