"""macOS: Info.plist, icon, signing options, and the disk image."""

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


def info_plist(resources: Path, version: str) -> dict[str, Any]:
    """Return resources/macos/Info.plist with the version."""
    with (resources / "macos" / "Info.plist").open("rb") as file:
        info: dict[str, Any] = plistlib.load(file)
    return info | {"CFBundleShortVersionString": version, "CFBundleVersion": version}


def icon(resources: Path, work: Path) -> str:
    """Draw the .icns file in `work`, and return its path. Raises CalledProcessError."""
    iconset = work / f"{NAME}.iconset"
    drawing = resources / "icons" / f"{NAME}.svg"
    for size in _ICON_SIZES:
        icons.draw(drawing, size, iconset / f"icon_{size}x{size}.png")
        icons.draw(drawing, 2 * size, iconset / f"icon_{size}x{size}@2x.png")
    file = work / f"{NAME}.icns"
    subprocess.run(["iconutil", "--convert", "icns", "--output", str(file), str(iconset)], check=True)
    return str(file)


def signing_options(resources: Path) -> dict[str, str]:
    """Return PyInstaller's options for signing with MACOS_IDENTITY, a certificate of the keychain; {} without one."""
    identity = os.environ.get("MACOS_IDENTITY")
    if not identity:
        return {}
    entitlements = str(resources / "macos" / "entitlements.plist")
    return {"codesign_identity": identity, "entitlements_file": entitlements}


def image(application: Path, release: Release, target: Path) -> Path:
    """Pack the `application` and a link to Applications into a disk image in `target`, and return its path."""
    file = target / f"{NAME}-{release.version}-{SYSTEM}.dmg"
    staged = target / "image"
    shutil.rmtree(staged, ignore_errors=True)
    shutil.copytree(application, staged / application.name, symlinks=True)
    (staged / "Applications").symlink_to("/Applications")
    command = ["hdiutil", "create", "-ov", "-format", "UDZO", "-volname", "iamport desktop", "-srcfolder"]
    subprocess.run([*command, str(staged), str(file)], check=True)
    shutil.rmtree(staged)
    return file
