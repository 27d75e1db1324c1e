"""The only code that changes accounts. Each function is one act: all of it happens, or none."""
