"""The data files under ``resources/`` and the licenses, in a checkout, a wheel or a bundle."""

from pathlib import Path


def resource_path(*parts: str) -> Path:
    """Return the path of the file or folder ``resources/<parts>``.

    The folder is beside the package in a checkout, and inside it in an installed wheel. In a PyInstaller bundle
    ``__file__`` lies in the folder of the bundled data, so that the same holds there.

    Raises FileNotFoundError, which names the paths that were tried.
    """
    package = Path(__file__).resolve().parent
    candidates = [root.joinpath("resources", *parts) for root in (package.parent, package)]
    for candidate in candidates:
        if candidate.exists():
            return candidate
    paths = " and ".join(str(candidate) for candidate in candidates)
    raise FileNotFoundError(f"A file of the program is missing: {'/'.join(parts)}. Tried {paths}.")


def license_text() -> str:
    """Return the program's own license, and in a bundle the list of all that is bundled with its licenses."""
    root = Path(__file__).resolve().parent.parent
    files = [root / "licenses" / "LICENSE.txt", root / "licenses" / "NOTICES.txt", root / "LICENSE"]
    texts = [file.read_text(encoding="utf-8") for file in files if file.is_file()]
    return "\n".join(texts) or _license_of_wheel()


def _license_of_wheel() -> str:
    from importlib.metadata import PackageNotFoundError, distribution  # which the first paint does not need

    try:
        return distribution("iamport-desktop").read_text("licenses/LICENSE") or ""
    except PackageNotFoundError:
        return ""
