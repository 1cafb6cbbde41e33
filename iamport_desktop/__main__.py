"""Lets `python -m iamport_desktop` do what the `iamport-desktop` command does. Where the bundle's programs start."""

import sys

from iamport_desktop import windows
from iamport_desktop.cli import main

if __name__ == "__main__":
    windows.prepare()
    sys.exit(main())
