"""The operating system: keyring, single instance, links, notifications, crash reports."""
