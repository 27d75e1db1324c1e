"""The acts of the committee."""
