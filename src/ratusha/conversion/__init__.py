"""Conversion: procedures become electronic from end to end, the most wanted first, and the goal is watched.

Nouns: depth, an interaction point, a factor of priority, the queue, a card of reengineering, an agreement.
The one thing never to do: count as converted what still asks for a paper the state has.
"""
