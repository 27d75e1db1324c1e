"""The passport as a spreadsheet, there and back without loss. A file that comes is never trusted: see `guarding`."""
