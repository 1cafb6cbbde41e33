"""How the program is made into what people install: used by build.spec and `make package`, no part of the program."""
