"""What nobody catches, reported without any data."""
