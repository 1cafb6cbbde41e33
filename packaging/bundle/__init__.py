"""Build the packages: used by build.spec and `make package`, not part of the program."""
