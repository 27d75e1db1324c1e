"""The acts with money, one file each: the only code that writes charges, payments, entries and refunds."""
