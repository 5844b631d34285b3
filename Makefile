# Everything is set up in .venv, pinned by requirements.lock (to build) and requirements-dev.lock (to test).
PYTHON ?= python3
SITE   ?= site
VENV   := .venv
BIN    := $(VENV)/bin
# One process more than there are cores: many tests wait for a browser or for the clock.
PYTEST ?= -n 3 --dist worksteal

.PHONY: site test fast coverage lint docs messages format lock audit shots bench clean help

help:            ## what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

site: $(VENV)/.installed            ## build content/ into site/
	$(BIN)/dateline build . --output $(SITE)

test: $(VENV)/.installed-dev        ## run every test, in a real browser too
	@tests/browser/find-chromium
	$(BIN)/pytest $(PYTEST)

fast: $(VENV)/.installed-dev        ## run the tests that take no time
	$(BIN)/pytest -n 2 -m "not slow and not browser"

COVERED := tests/read tests/hostile/test_yaml.py tests/hostile/test_encoding.py tests/facts tests/publish \
  $(filter-out %_ending.py %_many.py,$(wildcard tests/preview/test_server_*.py))
coverage: $(VENV)/.installed-dev    ## measure that every branch of guard, judge, publishing and server is tested
	$(BIN)/python -m coverage run -m pytest -q -n 0 -m "not browser" -k "not would_be_caught" $(COVERED)
	$(BIN)/python -m coverage run --append -m pytest -q -n 0 tests/preview/test_server_many.py
	$(BIN)/python -m coverage report

lint: $(VENV)/.installed-dev        ## ruff, mypy, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.installed-dev        ## write docs/checks.md from the rulebook, docs/licences.md and the lists of docs/theming.md
	$(BIN)/python -m generator.rulebook.page > docs/checks.md.new && mv docs/checks.md.new docs/checks.md
	$(BIN)/python -m tests.themes.guide
	$(BIN)/python -m tests.supply.licences

messages: $(VENV)/.installed-dev    ## bring generator/locale up to date with the words of templates and code
	$(BIN)/python -m tests.language.extracted

format: $(VENV)/.installed-dev      ## put the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(VENV)/.installed-dev        ## pin the newest versions that pyproject.toml allows
	$(BIN)/python -m pip install --quiet --upgrade uv
	$(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet --upgrade -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group build --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet --upgrade -o requirements-dev.lock
	printf 'pip-audit>=2.10\n' | $(BIN)/uv pip compile - --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet --upgrade -o requirements-audit.lock

audit: $(VENV)/.installed $(VENV)/audit/.installed  ## ask whether a pinned package is known to be vulnerable
	$(BIN)/python -m tests.supply.audit $(VENV)/audit/bin/pip-audit requirements-dev.lock

# make bench SIZES="1000 10000" ALONE=100000 ROUNDS=3 ONLY="dateline hugo" OUTPUT=docs/bench
SIZES  ?= 1000
ROUNDS ?= 3
bench: $(VENV)/.installed           ## measure beside Hugo, Eleventy and Pelican (see docs/benchmarks.md)
	$(BIN)/python tests/benchmarks/bench.py --sizes $(SIZES) --rounds $(ROUNDS) \
	  $(if $(ALONE),--alone $(ALONE)) $(if $(ONLY),--only $(ONLY)) $(if $(OUTPUT),--output $(OUTPUT))

clean:           ## remove what was made
	rm -rf $(VENV) $(SITE) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Dateline needs Python 3.11 or newer; try make PYTHON=python3.12"; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/audit/.installed: requirements-audit.lock | $(VENV)/bin/python
	$(BIN)/python -m venv $(VENV)/audit
	$(VENV)/audit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-audit.lock
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.installed
