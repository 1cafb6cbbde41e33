# Everything happens in .venv, made here from requirements/ (locked, with hashes) by $(PYTHON), 3.11 or newer.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

# A separate environment to freeze the program in: PyInstaller would bundle what the tests install.
PACKAGING := build/venv

# Tests run on every core, and on one worker more: many of them wait for a server or a timer.
JOBS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')
PARALLEL = -n $(JOBS) --dist loadgroup

# The sample payment that `make demo` opens: partially cancelled, with a receipt for each part.
SAMPLE := imp_100000000002

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

.PHONY: help demo check test test-extended faults soak fuzz bench figures kinds lint translations screenshots lock
.PHONY: package test-package test-windows package-windows clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: system-app $(VENV)/.app ## the window with sample payments; a picture of it where there is no display
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		$(BIN)/iamport-desktop --demo $(SAMPLE); \
	else \
		echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): taking a picture of the window instead."; \
		QT_QPA_PLATFORM=offscreen $(BIN)/iamport-desktop --demo $(SAMPLE) --screenshot demo.png && \
		echo "The picture: $(CURDIR)/demo.png"; \
	fi

check: lint ## before each commit: style, types and unit tests; under a minute
	$(BIN)/pytest -q $(PARALLEL) -m "not slow" tests/unit $(ARGS)

test: system-test $(VENV)/.test ## unit and integration tests, and the real window; ARGS="-k receipt" for some
	$(BIN)/pytest $(PARALLEL) -m "not extended" $(ARGS)

test-extended: system-test $(VENV)/.test ## the tests that need a browser or more time
	$(BIN)/pytest $(PARALLEL) -m extended $(ARGS)

faults: system-test $(VENV)/.test ## play every fault against the window; ARGS="Keyring" for some
	$(BIN)/python -m tests.faults $(ARGS)

soak: system-test $(VENV)/.test ## 20,000 lookups: memory, sockets and threads must be level; some minutes
	$(BIN)/python -m tests.soak $(ARGS)

fuzz: $(VENV)/.test ## 200,000 generated and damaged answers; half an hour
	$(BIN)/python -m tests.fuzz $(ARGS)

bench: system-bench $(VENV)/.test ## measure the app beside its peers and print the table; ARGS=7 for one row
	@$(MAKE) --no-print-directory VENV=$(PACKAGING) $(PACKAGING)/.package
	$(BIN)/python -m tests.bench $(ARGS)

lint: system-app $(VENV)/.test ## style, formatting and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

figures: system-app $(VENV)/.test ## size and shape of the code, and what one lookup runs through
	$(BIN)/python -m tools.figures $(ARGS)

kinds: system-app $(VENV)/.test ## kinds of payments, rules and sources; ARGS="--write docs/quality.md" writes them
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tools.kinds $(ARGS)

I18N := resources/i18n
TEXTS := build/texts.py
# Without line numbers, so that a translation file changes only with a text. English needs its plural forms only.
EXTRACT = $(BIN)/pyside6-lupdate -silent -no-obsolete -locations none $(TEXTS)
translations: $(VENV)/.test ## collect the texts of the code into resources/i18n/*.ts, and compile these
	@mkdir -p $(dir $(TEXTS))
	$(BIN)/python -m tools.texts > $(TEXTS)
	$(EXTRACT) -ts $(I18N)/iamport_desktop_ko.ts
	$(EXTRACT) -pluralonly -ts $(I18N)/iamport_desktop_en.ts
	$(BIN)/pyside6-lrelease $(I18N)/iamport_desktop_ko.ts $(I18N)/iamport_desktop_en.ts

COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(ARGS) pyproject.toml --group build
lock: $(VENV)/.test ## requirements/*.txt from pyproject.toml; ARGS=--upgrade for newer versions
	$(COMPILE) -o requirements/app.txt
	$(COMPILE) --constraint requirements/app.txt --group test -o requirements/test.txt
	$(COMPILE) --constraint requirements/app.txt --group package -o requirements/package.txt

package: system-package ## dist/: the program for this system, and what people install it from
	@$(MAKE) --no-print-directory VENV=$(PACKAGING) $(PACKAGING)/.package
	$(PACKAGING)/bin/pyinstaller --noconfirm --log-level WARN packaging/build.spec
	PYTHONPATH=packaging $(PACKAGING)/bin/python -m bundle

test-package: system-test system-package $(VENV)/.test package ## make the Linux packages and try them; ARGS="-k deb" for some
	$(BIN)/pytest tests/packages/linux $(ARGS)

# Windows programs run under Wine; build/wine/ holds an empty Windows, and two of Windows' Pythons.
WINE := build/wine
test-windows: system-windows $(VENV)/.test $(WINE)/.system $(WINE)/.test ## what touches the system, in Windows' Python under Wine
	PYTHONPATH=packaging $(BIN)/python -m wine.run_tests $(ARGS)

package-windows: system-windows $(VENV)/.test $(WINE)/.system $(WINE)/.package ## make the Windows packages under Wine, and try them
	PYTHONPATH=packaging $(BIN)/python -m wine.package
	$(BIN)/pytest tests/packages/windows $(ARGS)

$(WINE)/.system: packaging/wine/prepare.py packaging/wine/stub_dlls.py | $(VENV)/.test
	PYTHONPATH=packaging $(BIN)/python -m wine.prepare system --in $(WINE)
	@touch $@

$(WINE)/.%: requirements/%.txt requirements/windows.txt packaging/wine/prepare.py | $(VENV)/.test
	PYTHONPATH=packaging $(BIN)/python -m wine.prepare $* --in $(WINE)
	@touch $@

screenshots: $(VENV)/.test ## the pictures of the README, made by the app
	$(BIN)/python -m tools.screenshots docs/screenshots

clean: ## remove what was built here, .venv too
	rm -rf $(VENV) build dist demo.png .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Debian's python3 comes without what `python3 -m venv` needs.
MISSING_VENV = $(PYTHON) -c 'import ensurepip' 2>/dev/null || echo python3-venv

# The lists of system packages, requirements/debian-*.txt, that a target needs.
system-app: LISTS = app
system-test: LISTS = app test
system-package: LISTS = app package
system-bench: LISTS = app test package bench
system-windows: LISTS = app test windows
SYSTEM := system-app system-test system-package system-bench system-windows
.PHONY: $(SYSTEM)
$(SYSTEM):
	@($(MISSING_VENV)) | tools/system-packages $(LISTS:%=requirements/debian-%.txt) -

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
		"Python 3.11 or newer is needed, and $(PYTHON) is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)

# Stamps of what is installed: the application's requirements, those with the tests', or the build's.
$(VENV)/.%: requirements/%.txt pyproject.toml $(BIN)/python
	$(PIP) install --quiet --no-deps --only-binary :all: --require-hashes -r $<
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
