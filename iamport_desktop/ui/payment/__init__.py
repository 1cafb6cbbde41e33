"""The parts of the payment page."""
