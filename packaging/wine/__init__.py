"""Windows programs on Debian: a Wine prefix, the environment to freeze and test in, and the packages."""
