"""Questions to the API and what becomes of them: one worker, the latest lookup, what follows it, what is watched."""
