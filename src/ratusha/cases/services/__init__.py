"""The acts of the engine, a file each: the only code that changes a case. Each is one transaction."""
