# SSC Atlas. `make run` starts it on a fresh machine, `make test` checks everything.
# Stamps in .make/ say what is done; a second start needs no network.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := .make
OWN := $(shell find assets/src assets/css components pages frontend -maxdepth 4 \
  \( -name '*.css' -o -name '*.js' -o -name '*.mjs' \) -not -path '*/node_modules/*') assets/tokens.json

.PHONY: help setup assets stores run test pictures bench constraints clean

help:  ## This list
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

$(STAMPS)/venv:
	@mkdir -p $(STAMPS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.11 ..."; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo "Python's venv module is missing; on Debian: apt-get install python3-venv"; exit 1; }
	@touch $@

# constraints.txt is the whole list, so nothing is left to resolve (older pips take minutes over it).
$(STAMPS)/runtime: $(STAMPS)/venv requirements.txt constraints.txt
	@echo "Installing Python packages …"
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt -c constraints.txt
	@touch $@

$(STAMPS)/dev: $(STAMPS)/runtime requirements-dev.txt
	@echo "Installing test packages …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -r constraints.txt
	@touch $@

$(STAMPS)/vendor: $(STAMPS)/runtime requirements-setup.txt frontend/package.json \
  frontend/package-lock.json frontend/build.mjs frontend/plotly-entry.js scripts/frontend.sh \
  etl/geo.py etl/antimeridian.py etl/projection.py
	@VENV=$(VENV) scripts/frontend.sh vendor
	@$(BIN)/python -m etl geo
	@touch $@

$(STAMPS)/own: $(STAMPS)/vendor $(OWN)
	@VENV=$(VENV) scripts/frontend.sh own
	@$(BIN)/python -m whitenoise.compress --quiet assets/vendor
	@touch $@

# Translations, where there are any: docs/how-to/language.md.
CATALOGUES := $(wildcard translations/*/LC_MESSAGES/*.po)
$(STAMPS)/languages: $(STAMPS)/runtime $(CATALOGUES)
	@test -z "$(CATALOGUES)" || $(BIN)/pybabel -q compile -d translations -f
	@touch $@

setup: $(STAMPS)/own $(STAMPS)/languages  ## Install everything that serving needs

assets: $(STAMPS)/own  ## Build the browser's files

stores: $(STAMPS)/runtime  ## Build the data stores where missing or older than their inputs
	@$(BIN)/python -m etl build --data all --if-stale

run: setup stores  ## Serve at HOST:PORT (127.0.0.1:8050)
	@exec $(BIN)/$$(sed -n 's/^web: //p' Procfile)

test: $(STAMPS)/dev $(STAMPS)/own  ## Lint, types, walls, then every test
	@scripts/browser.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint etl/sql
	$(BIN)/djlint components pages --lint --quiet
	@VENV=$(VENV) scripts/frontend.sh check
	$(BIN)/pytest -n 2 --dist loadgroup --cov

pictures: $(STAMPS)/dev $(STAMPS)/own stores  ## Take the README's pictures
	@scripts/browser.sh
	@$(BIN)/python -m scripts.pictures

bench: $(STAMPS)/dev $(STAMPS)/own stores  ## Speed as ratios against references; minutes
	@scripts/browser.sh
	@$(BIN)/python -m benchmarks

constraints:  ## Pin what the pinned packages bring along, from a fresh environment
	@PYTHON=$(PYTHON) scripts/constraints.sh

clean:  ## Remove all that was installed or built
	rm -rf $(VENV) $(STAMPS) frontend/node_modules assets/vendor data/built
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
