"""Where the files under ``resources/`` are, however the program was installed."""

from pathlib import Path


def resource_path(*parts: str) -> Path:
    """Return the path of the file or folder ``resources/<parts>``.

    Looks beside the package first (a checkout, where an editable install maps nothing into the
    package), then inside it (an installed wheel). In a PyInstaller folder ``__file__`` lies under
    the folder of the bundled data, so the same two places serve there.

    Raises FileNotFoundError, naming the places looked at, when neither holds it.
    """
    package = Path(__file__).resolve().parent
    candidates = [root.joinpath("resources", *parts) for root in (package.parent, package)]
    for candidate in candidates:
        if candidate.exists():
            return candidate
    places = " and ".join(str(candidate) for candidate in candidates)
    raise FileNotFoundError(f"A file of the program is missing: {'/'.join(parts)}. Looked at {places}.")
