"""The whole register as a file that another register can take in: JSON, or CSV for a program of spreadsheets."""
