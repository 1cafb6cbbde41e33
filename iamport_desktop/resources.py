"""Paths of the data files under ``resources/``, in a checkout, a wheel or a bundle."""

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
