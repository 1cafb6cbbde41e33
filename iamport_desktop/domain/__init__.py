"""Rules about payments: no Qt, no sentences."""
