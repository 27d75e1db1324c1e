"""Measures of digital development and pilots: from the idea through passport, expertise and Council to what works.

Never let a step be skipped in silence: a skipped one names the act that allows it and is listed for everybody.
"""
