# Everything goes through one virtual environment, made once from the lock.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SYNCED := $(VENV)/.synced
BENCH  := $(VENV)/bench
MUTATE := $(VENV)/mutate
LOWEST := $(VENV)/lowest
FRONT  := reports/index.html

# What was fetched is kept at home, if that can be written.
ifneq ($(shell kept="$${XDG_CACHE_HOME:-$$HOME/.cache}"; { cd "$$kept/uv" || cd "$$kept" || cd "$$HOME"; } 2>/dev/null && test -w . && echo yes),yes)
export UV_NO_CACHE := 1
export PIP_NO_CACHE_DIR := 1
endif

.DEFAULT_GOAL := help
# Reports are replaced as a whole: an interrupted run must not remove their front page.
.PRECIOUS: $(FRONT)
.PHONY: help report test bench fuzz mutate lowest coverage lab rows doubt notebooks lock clean

help:  ## list these commands
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

report: $(FRONT)  ## parse the seed, run the notebooks, write reports/

test: $(SYNCED)  ## check style and types, run every test and every notebook
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@# where Python may not write what it has compiled, each of the processes that tests start would compile it again
	$(BIN)/python -m compileall -q ftzlib
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

bench: $(BENCH)/.synced  ## time the parser beside other readers of numbers and dates
	$(BENCH)/bin/python -m pytest -c tests/benchmarks/pytest.ini tests/benchmarks

fuzz: $(SYNCED)  ## damage articles, pages, sidecars, fixes and names, and kill runs; figures in tests/README.md
	$(BIN)/python tests/fuzz.py 20000 $(or $(SEED),2)
	KILLS=20 $(BIN)/pytest tests/test_atomic.py

mutate: $(MUTATE)/.synced  ## break the parser in a thousand places and see whether a test notices
	PYTHONPATH="$(CURDIR)/$(MUTATE)" $(BIN)/python tests/mutate.py $(or $(SAMPLE),1000) $(or $(SEED),1)

lowest: $(SYNCED)  ## run every test with the oldest versions that pyproject.toml allows
	@rm -rf $(LOWEST)
	$(PYTHON) -m venv --without-pip $(LOWEST)
	$(BIN)/uv pip compile --quiet --resolution lowest-direct --all-extras --python $(LOWEST)/bin/python \
	  --no-annotate --no-header --no-emit-index-url pyproject.toml --group build -o $(LOWEST)/requirements.txt
	$(BIN)/uv pip sync --quiet --python $(LOWEST)/bin/python --compile-bytecode $(LOWEST)/requirements.txt bootstrap.lock
	$(BIN)/uv pip install --quiet --python $(LOWEST)/bin/python --no-deps --no-build-isolation --offline --editable .
	$(LOWEST)/bin/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

coverage: $(SYNCED)  ## measure which branches of ftzlib the tests take
	$(BIN)/coverage run --branch --source=ftzlib -m pytest tests
	$(BIN)/coverage report --skip-covered --show-missing --fail-under=95

rows: $(SYNCED)  ## write anew the rows that tests/test_rows.py holds the parser to; look at the diff
	$(BIN)/python tests/rows.py

doubt: $(SYNCED)  ## count anew how often each rule is right on the gold, by which doubtful rows are known
	$(BIN)/python tests/doubt.py $(GOLD)

notebooks: $(SYNCED)  ## run the notebooks in place, to be committed executed
	$(BIN)/jupyter nbconvert --log-level=ERROR --to notebook --execute --inplace \
	  --ExecutePreprocessor.record_timing=False notebooks/*.ipynb

lab: $(SYNCED)  ## open JupyterLab in this folder, at the briefing
	$(BIN)/jupyter lab $(if $(filter 0,$(shell id -u)),--allow-root) --LabApp.default_url=/lab/tree/notebooks/00-briefing.ipynb

lock: $(SYNCED)  ## pin the newest versions that pyproject.toml allows
	$(BIN)/uv pip compile --upgrade --all-extras --universal --python-version 3.11 --generate-hashes \
	  --no-annotate --no-header --no-emit-index-url --quiet pyproject.toml --group build -o requirements.lock
	$(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes \
	  --no-annotate --no-header --no-emit-index-url --quiet --group bench -o tests/benchmarks/requirements.lock
	$(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes -c requirements.lock \
	  --no-annotate --no-header --no-emit-index-url --quiet --group mutate -o tests/mutate.lock

clean:  ## remove what these commands made, except reports/
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(SYNCED): pyproject.toml requirements.lock bootstrap.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "ftzlib needs Python 3.11 or later; $$($(PYTHON) --version) is too old. Try: make PYTHON=python3.12" >&2; exit 2; }
	@test -e $@ || rm -rf $(VENV)  # what an interrupted run left may be half copied, and looks whole to an installer
	@rm -f $@
	@mkdir -p $(VENV)/tmp
	TMPDIR="$(CURDIR)/$(VENV)/tmp" $(PYTHON) -m venv $(VENV)
	TMPDIR="$(CURDIR)/$(VENV)/tmp" $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r bootstrap.lock
	TMPDIR="$(CURDIR)/$(VENV)/tmp" $(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes --compile-bytecode requirements.lock bootstrap.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --offline --editable .
	$(BIN)/uv pip check --quiet --python $(BIN)/python
	@touch $@

# The libraries that the benchmarks compare with stay out of everybody else's way.
$(BENCH)/.synced: $(SYNCED) tests/benchmarks/requirements.lock
	@rm -rf $(BENCH)
	$(PYTHON) -m venv --without-pip $(BENCH)
	$(BIN)/uv pip sync --quiet --python $(BENCH)/bin/python --require-hashes --compile-bytecode tests/benchmarks/requirements.lock
	@touch $@

# What makes the mutants works on the parser's own environment, and is seen by nothing else.
$(MUTATE)/.synced: $(SYNCED) tests/mutate.lock
	@rm -rf $(MUTATE)
	$(BIN)/uv pip install --quiet --python $(BIN)/python --target $(MUTATE) --no-deps --require-hashes -r tests/mutate.lock
	@touch $@

$(FRONT): $(SYNCED) $(wildcard seeds/* notebooks/*.ipynb) $(shell find ftzlib -type f -not -name '*.pyc')
	$(BIN)/ftz report
