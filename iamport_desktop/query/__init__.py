"""What was typed or pasted, read as what to ask for. Pure functions: no Qt, no network, nothing kept.

`parse.parse` is the way in.
"""
