"""macOS: what the application says of itself, and the disk image it is handed out in."""

from __future__ import annotations

import os
import platform
import plistlib
import shutil
import subprocess
from pathlib import Path
from typing import Any

from bundle import icons
from bundle.release import NAME, Release

# In a domain of the project's, as the Linux description's: resources/linux/iamport-desktop.metainfo.xml.
BUNDLE_ID = "io.github.iamport-desktop.iamport-desktop"

SYSTEM = f"macos-{platform.machine()}"

_ICON_SIZES = (16, 32, 128, 256, 512)


def information(resources: Path, version: str) -> dict[str, Any]:
    """What Info.plist is to say: resources/macos/Info.plist with the version."""
    with (resources / "macos" / "Info.plist").open("rb") as file:
        said: dict[str, Any] = plistlib.load(file)
    return said | {"CFBundleShortVersionString": version, "CFBundleVersion": version}


def icon(resources: Path, work: Path) -> str:
    """Draw the icon file in `work`, and return it. Raises CalledProcessError."""
    iconset = work / f"{NAME}.iconset"
    drawing = resources / "icons" / f"{NAME}.svg"
    for size in _ICON_SIZES:
        icons.draw(drawing, size, iconset / f"icon_{size}x{size}.png")
        icons.draw(drawing, 2 * size, iconset / f"icon_{size}x{size}@2x.png")
    made = work / f"{NAME}.icns"
    subprocess.run(["iconutil", "--convert", "icns", "--output", str(made), str(iconset)], check=True)
    return str(made)


def signature(resources: Path) -> dict[str, str]:
    """How PyInstaller is to sign: as MACOS_IDENTITY, a certificate of the keychain; without it, as nobody."""
    identity = os.environ.get("MACOS_IDENTITY")
    if not identity:
        return {}
    entitlements = str(resources / "macos" / "entitlements.plist")
    return {"codesign_identity": identity, "entitlements_file": entitlements}


def image(application: Path, release: Release, target: Path) -> Path:
    """Pack the `application` with a way to Applications into a disk image in `target`; return that."""
    made = target / f"{NAME}-{release.version}-{SYSTEM}.dmg"
    staged = target / "image"
    shutil.rmtree(staged, ignore_errors=True)
    shutil.copytree(application, staged / application.name, symlinks=True)
    (staged / "Applications").symlink_to("/Applications")
    command = ["hdiutil", "create", "-ov", "-format", "UDZO", "-volname", "iamport desktop", "-srcfolder"]
    subprocess.run([*command, str(staged), str(made)], check=True)
    shutil.rmtree(staged)
    return made
