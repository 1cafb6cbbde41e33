"""From a search to a state: one worker thread, the latest lookup, its follow-up requests, watched payments."""
