"""Whether this is Wine or Windows."""

import ctypes
import sys

WINE = sys.platform == "win32" and hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")
