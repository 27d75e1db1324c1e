"""Acts of sittings and offers."""
