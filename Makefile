# Everything sets itself up: a virtual environment in .venv, from the pins in constraints.txt.

# The first Python here that is new enough; another one: make test PYTHON=/path/to/python
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; \
	done)
BIN := .venv/bin
READY := .venv/.ready
BENCH_READY := .venv/.bench-ready
ARGS ?=

.PHONY: help demo chat test check bench firehose screenshots clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(READY) ## Run the bot in a simulated Discord, in your browser (ARGS=--no-open without one)
	@$(BIN)/python -m bot demo $(ARGS)

chat: $(READY) ## Talk to the bot in this terminal
	@$(BIN)/python -m bot chat

test: $(READY) ## Run every test and gate the coverage
	$(BIN)/python -m pytest --cov $(ARGS)

check: $(READY) ## Lint, check formatting, types and import directions
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_imports.py
	$(BIN)/python -m bot check

bench: $(BENCH_READY) ## Measure speed beside other engines (JSON=1 for lines, ARGS=--large for a million)
	@$(BIN)/python -m benchmarks $(if $(JSON),--json) $(ARGS)

firehose: $(READY) ## Write 10,000 messages to the bot at once, and more (JSON=1 for a line)
	@PYTHONPATH=tests $(BIN)/python -m benchmarks.firehose $(if $(JSON),--json) $(ARGS)

screenshots: $(READY) ## Draw the pictures of the README (needs Chromium)
	$(BIN)/python docs/screenshots.py

clean: ## Remove what was set up
	rm -rf .venv

$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or name it with make PYTHON=..." >&2; exit 1; }
	@echo "Setting up .venv; this takes a minute or two, once." >&2
	@$(PYTHON) -m venv .venv || { echo "The venv module is missing: install your system's python3-venv package." >&2; exit 1; }
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[demo,dev]'
	@touch $(READY)

$(BENCH_READY): $(READY)
	@echo "Adding the other engines to .venv, once." >&2
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[bench]'
	@touch $(BENCH_READY)
