# Every target sets up what it needs in .venv; a machine with Python 3.11 and make is enough.
PYTHON ?= python3
BIN := .venv/bin
INPUT ?= seed:pentagon-readout

.PHONY: run test fast check format bench train audit picture walk clean

.venv/.installed: pyproject.toml constraints.txt models/en/pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ./models/en -e '.[dev]'
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

# Most tests wait for a terminal, a process or a disk, so more of them run at once than there are cores.
WORKERS ?= 4
PYTEST := $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

# What fails beside three others is run once more alone: a test that waits for a clock may fail on a
# busy machine. Both outcomes are printed; the second one counts.
test: check
	$(PYTEST) || { test $$? -eq 1 && $(PYTEST) -n 0 --last-failed --last-failed-no-failures none; }

# Everything but what draws the whole reader or runs the program; these compute more than they wait.
QUICK_WORKERS ?= 2
fast: .venv/.installed
	$(PYTEST) -n $(QUICK_WORKERS) --ignore=tests/app --ignore=tests/themes --ignore=tests/cli

# CORPORA names the folder of annotated articles; without it the accuracy tables are skipped.
# ONLY names the benchmarks to run, as in ONLY=start.
bench: .venv/.installed
	INQUIT_CORPORA="$(or $(CORPORA),$(INQUIT_CORPORA))" $(BIN)/python -m bench $(ONLY)

# ENGINE is standard or deep, BASE the published encoder's model.safetensors (docs/model-card.md);
# goes on where it was interrupted, on a GPU if there is one.
ENGINE ?= standard
train: .venv/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[train]'
	INQUIT_CORPORA="$(or $(CORPORA),$(INQUIT_CORPORA))" $(BIN)/python -m bench.train $(ENGINE) --base "$(BASE)" $(TRAIN)

# Looks the pinned versions up in a database of advisories; fails where it cannot be reached.
audit: .venv/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[audit]'
	$(BIN)/pip-audit --strict --no-deps --disable-pip -r constraints.txt

picture: .venv/.installed
	$(BIN)/python -m bench.picture

walk: .venv/.installed
	$(BIN)/python -m bench.walk
	$(BIN)/python -m bench.library_walk

clean:
	rm -rf .venv build dist
