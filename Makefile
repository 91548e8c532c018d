# Dampak: run it, test it, photograph it, measure it. `make help` lists the targets.
# Windows has no make: the same steps stand in run.cmd and in README.md.

VENV   ?= .venv
PORT   ?= $(or $(DAMPAK_PORT),8501)
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$name; break; }; done)
PY     := $(VENV)/bin/python
PIP    := $(PY) -m pip --disable-pip-version-check

.PHONY: help run test lint screenshots bench browser lock clean
.DEFAULT_GOAL := help

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: $(VENV)/installed sample ## install what is missing, load the sample into an empty store, serve on 127.0.0.1:8501
	$(PY) serve.py --port $(PORT)

.PHONY: sample
sample: $(VENV)/installed
	$(PY) -m data sample

test: $(VENV)/installed-dev browser ## everything CI checks: style, then the tests, with a real browser
	$(PY) -m ruff check .
	$(PY) -m ruff format --quiet --check .
	$(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder

lint: $(VENV)/installed-dev ## style alone
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

screenshots: $(VENV)/installed-dev browser ## photograph every screen into docs/screenshots
	$(PY) -m benchmarks.screenshots

bench: $(VENV)/installed-dev browser ## measure the running pages: first visit, reruns a second, many viewers
	$(PY) -m benchmarks.first_visit
	$(PY) -m benchmarks.sockets --clients 10 --seconds 10 --viewers 30

# The stamps are what keeps pip away from a start without a network: it runs only when a lock file changed.
$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Dampak needs Python 3.11 or newer; none of python3.13, python3.12, python3.11, python3 is."; exit 1; }
	$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing (Debian, Ubuntu: apt-get install python3-venv)."; rm -rf $(VENV); exit 1; }

$(VENV)/installed: requirements.txt | $(VENV)/bin/python
	$(PIP) install --quiet --require-hashes --requirement requirements.txt
	touch $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed
	$(PIP) install --quiet --require-hashes --requirement requirements-dev.txt
	touch $@

browser: $(VENV)/installed-dev
	@sh benchmarks/browser.sh $(PY)

lock: $(VENV)/installed-dev ## resolve requirements*.in anew into requirements*.txt
	for name in requirements requirements-dev; do \
		$(PY) -m piptools compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
			--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file $$name.txt $$name.in && \
		sed -i.old -e 's/^colorama==\([^ ]*\) /colorama==\1 ; sys_platform == "win32" /' $$name.txt && rm $$name.txt.old; \
	done

clean: ## remove what can be made again; the store in var/ stays
	rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
