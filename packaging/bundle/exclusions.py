"""What the bundle does without, and why. PyInstaller would collect all of it."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import PurePath

_SCREENLESS = "draws without a desktop (kiosks, remote frame buffers, tests of Qt itself)"
_OPENGL = "puts OpenGL or Vulkan into a window; widgets are painted in memory"
_PICTURES = "the program shows its own SVG icons and no other pictures"
_NETWORK = "httpx and truststore speak with the network; Qt only listens to its own second start"

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

# Qt's own words, of thirty languages; English is what Qt speaks untranslated.
TRANSLATIONS_KEPT = {"qtbase_ko.qm": "the window speaks Korean and English"}

# Python modules, with all below them.
MODULES = {
    "PySide6.QtDBus": "jeepney speaks D-Bus for us",
    "multiprocessing": "the program is one process; PyInstaller's hook would load this at every start",
}

# Linux: libraries of the system that go along, because a desktop can be without them. Every other one stays the
# system's: its fonts, bus and TLS have to fit its configuration and get its security updates, and its graphics
# drivers need its own C++ runtime. The .deb names them as dependencies.
SYSTEM_LIBRARIES_TAKEN = {
    "libxcb-*": "Qt's xcb platform needs five of these that no desktop installs by itself",
    "libxkbcommon*": "the -x11 half is missing on Wayland desktops, and both halves have to be of one version",
    "libffi.so*": "Python's ctypes; its number differs between systems",
    "libmpdec*": "Debian's Python keeps its decimal numbers in it; its number differs between systems",
}


def is_excluded_plugin(path: str) -> bool:
    """Whether the Qt plugin with this file name (in a folder named for its type) stays out of the bundle."""
    file = PurePath(path)
    name = re.sub(r"^lib|\.(so|dll|dylib)$", "", file.name)
    return any(fnmatch(f"{file.parent.name}/{name}", pattern) for pattern in PLUGINS)
