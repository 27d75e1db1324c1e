"""The acts of a complaint, one file each: the only code that writes complaints, explanations and rulings."""
