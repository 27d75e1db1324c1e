"""Issues: what is broken or dirty outdoors and in common houses, from the report to the proof that it is mended.

Never show in public who reported it, nor words or photos that a dispatcher has not looked at.
"""
