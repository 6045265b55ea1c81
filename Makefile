# SSC Atlas. `make run` starts it on a fresh machine, `make test` checks everything.
# Stamps in .make/ say what is done; a second start needs no network.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := .make
OWN_ASSETS := $(wildcard assets/css/*.css assets/js/*.js assets/*.svg) $(shell find components pages -name '*.css')

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

$(STAMPS)/runtime: $(STAMPS)/venv requirements.txt constraints.txt
	@echo "Installing Python packages …"
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt -c constraints.txt
	@touch $@

# constraints.txt is the whole list, so nothing is left to resolve (older pips take minutes over it).
$(STAMPS)/dev: $(STAMPS)/runtime requirements-dev.txt
	@echo "Installing test packages …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -r constraints.txt
	@touch $@

$(STAMPS)/frontend: $(STAMPS)/venv requirements-setup.txt frontend/package.json \
  frontend/package-lock.json frontend/build.mjs frontend/plotly-entry.js scripts/frontend.sh
	@VENV=$(VENV) scripts/frontend.sh
	@touch $@

$(STAMPS)/geo: $(STAMPS)/venv requirements-geo.txt
	@echo "Installing what draws the map's land …"
	@$(PYTHON) -m venv $@
	@$@/bin/pip install --quiet --disable-pip-version-check -r requirements-geo.txt -c constraints.txt
	@touch $@

$(STAMPS)/geodata: $(STAMPS)/geo $(STAMPS)/frontend etl/geo.py etl/antimeridian.py etl/projection.py
	@$(STAMPS)/geo/bin/python -m etl geo
	@touch $@

$(STAMPS)/twins: $(STAMPS)/runtime $(STAMPS)/geodata $(OWN_ASSETS) components/web/twins.py components/web/bundle.py
	@$(BIN)/python -m components.web.twins
	@touch $@

setup: $(STAMPS)/runtime $(STAMPS)/twins  ## Install everything that serving needs

assets: $(STAMPS)/twins  ## Build the browser's files

stores: $(STAMPS)/runtime  ## Build the data stores where missing or older than their inputs
	@$(BIN)/python -m etl build --data all --if-stale

run: setup stores  ## Serve at HOST:PORT (127.0.0.1:8050)
	@exec $(BIN)/$$(sed -n 's/^web: //p' Procfile)

test: $(STAMPS)/dev $(STAMPS)/twins  ## Lint, types, walls, then every test
	@scripts/browser.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist loadgroup

pictures: $(STAMPS)/dev $(STAMPS)/twins stores  ## Take the README's pictures
	@scripts/browser.sh
	@$(BIN)/python -m scripts.pictures

$(STAMPS)/bench: $(STAMPS)/venv requirements.txt requirements-bench.txt
	@$(PYTHON) -m venv $@
	@$@/bin/pip install --quiet --disable-pip-version-check -r requirements-bench.txt -c constraints.txt
	@touch $@

bench: $(STAMPS)/dev $(STAMPS)/twins $(STAMPS)/bench stores  ## Speed as ratios against references; minutes
	@scripts/browser.sh
	@$(BIN)/python -m benchmarks

constraints:  ## Pin what the pinned packages bring along, from a fresh environment
	@PYTHON=$(PYTHON) scripts/constraints.sh

clean:  ## Remove all that was installed or built
	rm -rf $(VENV) $(STAMPS) frontend/node_modules assets/vendor data/built
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
