"""Lets `python -m iamport_desktop` do what the `iamport-desktop` command does."""

import sys

from iamport_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
