"""Helpers of development and of the build: texts, pictures, figures, programs. No part of the application."""
