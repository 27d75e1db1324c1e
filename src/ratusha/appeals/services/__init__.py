"""The acts of an appeal, one file each: the only code that writes appeals, signatures, forwardings and answers."""
