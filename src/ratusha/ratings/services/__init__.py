"""The acts: give and change a rating, judge it, reply, look for what is strange, analyse a quarter, erase."""
