# Opstap: everything a developer or operator types. `make help` lists it.
SHELL := /bin/sh
PY := .venv/bin/python
.DEFAULT_GOAL := help
# What is compiled once is kept: the tests start the program a hundred times.
unexport PYTHONDONTWRITEBYTECODE
.PHONY: help setup run test long lint check bench bench-peers films

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Make the environment in .venv (safe to repeat)
	@sh deploy/prepare.sh run

run: setup ## Start the demo on http://127.0.0.1:8000
	@exec .venv/bin/opstap demo

test: ## Check everything: style, types, content, tests (installs what the tests need)
	@sh deploy/prepare.sh test
	@$(MAKE) --no-print-directory -j 2 lint check
	@# Six at a time wait for one another on a small machine: what fails is tried once more, alone; failing twice is failing.
	@$(PY) -m pytest -n 6 --dist loadfile --no-loadscope-reorder || $(PY) -m pytest --last-failed --last-failed-no-failures none

long: ## The tests that `make test` leaves out because they take long
	@sh deploy/prepare.sh test
	@$(PY) -m pytest -m long

lint: ## Style and types
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check -q .
	@$(PY) -m mypy

check: ## Check all content, with the plain-Dutch rules
	@.venv/bin/opstap content check

bench: ## Turns per second and waiting times, over the web chat's own interface
	@sh deploy/prepare.sh test
	@$(PY) -m tests.bench.web

bench-peers: ## Opstap on Telegram beside other bots, in the same work (takes a while)
	@$(PY) -m tests.bench.peers

films: ## Render the films and pictures whose storyboard changed
	@sh deploy/prepare.sh test
	@.venv/bin/opstap studio render
