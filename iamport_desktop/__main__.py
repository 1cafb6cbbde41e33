"""Lets `python -m iamport_desktop` do what the `iamport-desktop` command does. Where the bundle's programs start."""

import sys

from iamport_desktop.cli import main
from iamport_desktop.desktop import windows

if __name__ == "__main__":
    windows.prepare()
    sys.exit(main())
