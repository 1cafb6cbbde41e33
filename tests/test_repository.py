from importlib.metadata import version

import iamport_desktop


def test_installed_version_is_the_one_in_the_package() -> None:
    assert version("iamport-desktop") == iamport_desktop.__version__
