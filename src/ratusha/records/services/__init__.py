"""The acts of record keeping, one file each."""
