"""The acts under law 433-З, one file each: the only code that writes drafts, applications and decisions."""
