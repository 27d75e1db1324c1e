"""Acts of indicators: the only code that writes."""
