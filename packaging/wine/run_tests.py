"""Run the tests of Windows' own services in Windows' Python, under Wine.

python -m wine.run_tests [pytest's arguments]
"""

from __future__ import annotations

import sys
from pathlib import Path

from wine.prefix import clean_up_when_terminated, fresh_wine

ROOT = Path(__file__).parents[2]
ENVIRONMENT = ROOT / "build" / "wine"
SECONDS = 600


def main() -> int:
    """Return pytest's exit code."""
    clean_up_when_terminated()
    arguments = ["-p", "no:cacheprovider", "tests/integration/windows", *sys.argv[1:]]
    with fresh_wine(ENVIRONMENT / "system") as wine:
        python = ENVIRONMENT / "test" / "python.exe"
        done = wine.run(
            python, "-m", "pytest", *arguments, seconds=SECONDS, cwd=ROOT, PYTHONDONTWRITEBYTECODE="1"
        )
    sys.stdout.write(done.out)
    sys.stderr.write(done.err)
    return done.code


if __name__ == "__main__":
    sys.exit(main())
