"""One window for each user, and the ways to it: a second start, and links."""
