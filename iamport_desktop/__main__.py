"""`python -m iamport_desktop`, and the start of the bundled programs."""

import sys

from iamport_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
