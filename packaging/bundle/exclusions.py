"""What PyInstaller would collect and the bundle does not need, with the reason for each."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from importlib.metadata import files
from pathlib import PurePath

_SCREENLESS = "draws without a desktop (kiosks, remote frame buffers, Qt's own tests)"
_OPENGL = "puts OpenGL or Vulkan into a window; widgets are painted in memory"
_PICTURES = "the program shows its own SVG icons and no other pictures"
_NETWORK = "httpx and truststore do the networking; Qt only runs the local socket of the single instance"

# Qt plugins as folder/name, without the system's prefix and suffix.
PLUGINS = {
    "egldeviceintegrations/*": _SCREENLESS,
    "generic/*": "reads keyboards and pointers from the kernel, where no display server does",
    "imageformats/qgif": _PICTURES,
    "imageformats/qicns": _PICTURES,
    "imageformats/qico": _PICTURES,
    "imageformats/qjpeg": _PICTURES,
    "imageformats/qpdf": _PICTURES,
    "imageformats/qtga": _PICTURES,
    "imageformats/qtiff": _PICTURES,
    "imageformats/qwbmp": _PICTURES,
    "imageformats/qwebp": _PICTURES,
    "networkinformation/*": _NETWORK,
    "platforminputcontexts/qtvirtualkeyboardplugin": "a keyboard on the screen, made with Qt Quick",
    "platforms/qdirect2d": "an experiment of Qt's; qwindows is what Windows programs use",
    "platforms/qeglfs": _SCREENLESS,
    "platforms/qlinuxfb": _SCREENLESS,
    "platforms/qminimal": _SCREENLESS,
    "platforms/qminimalegl": _SCREENLESS,
    "platforms/qvkkhrdisplay": _SCREENLESS,
    "platforms/qvnc": _SCREENLESS,
    "platformthemes/qgtk3": "brings 40 libraries of GTK; the portal theme has the desktop's own dialogs",
    "styles/*": "the window looks the same on every system, drawn in Qt's own Fusion",
    "tls/*": _NETWORK,
    "wayland-graphics-integration-client/*": _OPENGL,
    "wayland-shell-integration/fullscreen-shell-v1": "for kiosks; desktops speak xdg-shell",
    "wayland-shell-integration/ivi-shell": "for cars; desktops speak xdg-shell",
    "wayland-shell-integration/qt-shell": "for compositors made with Qt; desktops speak xdg-shell",
    "wayland-shell-integration/wl-shell-plugin": "what xdg-shell replaced",
    "xcbglintegrations/*": _OPENGL,
}

# Qt's own texts; English needs no translation.
TRANSLATIONS_KEPT = {"qtbase_ko.qm": "the window is in Korean and English"}

# Python modules and their submodules.
MODULES = {
    "PySide6.QtDBus": "D-Bus is used through jeepney",
    "holidays.financial": "stock exchanges; only Korea's public and bank holidays are needed",
    "multiprocessing": "the program is one process; PyInstaller's hook would load this at every start",
}

# Of the countries of the `holidays` library; the others are not even imported (see domain/business_days.py).
COUNTRIES_KEPT = {"south_korea": "refunds are dated by business days in Korea"}

# Linux: libraries of the system that are bundled, because a desktop may lack them. All others are used from the system:
# its fonts, bus and TLS must fit its configuration and get its security updates, and its graphics drivers need its own
# C++ runtime. The .deb declares them as dependencies.
BUNDLED_SYSTEM_LIBRARIES = {
    "libxcb-*": "Qt's xcb platform needs five of these that no desktop installs by itself",
    "libxkbcommon*": "the -x11 half is missing on Wayland desktops, and both halves have to be of one version",
    "libffi.so*": "Python's ctypes; its number differs between systems",
    "libmpdec*": "Debian's Python keeps its decimal numbers in it; its number differs between systems",
}


def modules() -> list[str]:
    """Return the Python modules that are left out of the bundle, with their submodules."""
    paths = [PurePath(file) for file in files("holidays") or ()]
    names = (path.stem for path in paths if path.parent == PurePath("holidays", "countries"))
    return [
        *MODULES,
        *(f"holidays.countries.{name}" for name in names if name not in {"__init__", *COUNTRIES_KEPT}),
    ]


def is_excluded_plugin(path: str) -> bool:
    """Return whether the Qt plugin at this path (in a folder named for its type) is left out of the bundle."""
    file = PurePath(path)
    name = re.sub(r"^lib|\.(so|dll|dylib)$", "", file.name)
    return any(fnmatch(f"{file.parent.name}/{name}", pattern) for pattern in PLUGINS)
