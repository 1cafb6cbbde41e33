"""Runs in the executable before anything of ours: gives the process the environment that the person started it with.

PyInstaller's bootloader starts the program with a library path and notes of its own. They have done their work by
now, and would reach every program that we start: the browser would load our libraries in place of its own.
"""


def _restore() -> None:
    import os

    if "LD_LIBRARY_PATH_ORIG" in os.environ:
        os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)
    for name in [name for name in os.environ if name.startswith("_PYI_")]:
        del os.environ[name]


_restore()
del _restore
