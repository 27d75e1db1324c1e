"""The acts: the only code that writes plans and reports."""
