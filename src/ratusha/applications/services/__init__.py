"""The acts under Law 433-Z, one file each: the only code that writes drafts, applications and decisions."""
