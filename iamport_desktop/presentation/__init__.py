"""What is shown, decided without a widget."""
