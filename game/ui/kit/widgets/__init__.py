"""The widgets, one kind a file."""
