"""Acts of programmes: the only code that writes. One file for each thing that is done."""
