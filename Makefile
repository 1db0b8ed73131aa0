# Every target makes the virtual environment it needs; nothing outside this folder is touched.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run test container soak lint format bench demo lock clean
.DEFAULT_GOAL := run

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Duewatch needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)

# The program and what it needs to run; then the program itself, from this checkout.
$(VENV)/.runs: requirements.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

# The same and everything that tests it.
$(VENV)/.tests: requirements-dev.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements-dev.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.runs

run: $(VENV)/.runs
	$(BIN)/duewatch run

demo: $(VENV)/.runs
	@mkdir -p var/demo
	$(BIN)/duewatch plan --fresh --from 2016-05-25 --until 2016-07-31 --letters var/demo
	@echo "The letters lie in var/demo, one .eml each: open any of them with a mail program."

lint: $(VENV)/.tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Many tests wait for real processes, so a worker a core; a file stays with one worker.
test: lint
	$(BIN)/pytest --numprocesses auto --dist loadfile
	$(BIN)/python -m tests.reading.score

# The packaged unit under a systemd of its own, in a container made of Debian's packages; needs root.
container: $(VENV)/.tests
	$(BIN)/pytest tests/container/service.py

# What takes long: three daemons on one PostgreSQL server with 100 000 cases, 5 000 of them due at once; a standby that
# takes over; days of failing rounds in one daemon; thousands of lives in the simulation, on two processors.
SEEDS := 1500
soak: $(VENV)/.tests
	DUEWATCH_TEST_OBLIGATIONS=80 DUEWATCH_TEST_RESTING=1520 $(BIN)/pytest tests/daemon/test_three_daemons.py
	$(BIN)/pytest tests/daemon/soak_failover.py
	DUEWATCH_TEST_ROUNDS=90 $(BIN)/pytest tests/daemon/test_rounds.py
	$(BIN)/python -m tests.simulation --seed 1000 --seeds $(SEEDS) & other=$$!; \
	$(BIN)/python -m tests.simulation --seed 50000 --seeds $(SEEDS) && wait $$other

format: $(VENV)/.tests
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.tests
	$(BIN)/python -m tests.bench

# Locks anew from pyproject.toml (needs uv). Neither file may name a download address.
LOCK := uv pip compile pyproject.toml - --python-version 3.11 --universal --generate-hashes --no-header --no-annotate --quiet
lock:
	echo 'hatchling>=1.27' | $(LOCK) --extra postgres --extra web --output-file requirements.txt
	echo 'hatchling>=1.27' | $(LOCK) --all-extras --output-file requirements-dev.txt

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
