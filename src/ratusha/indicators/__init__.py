"""Live indicators, counted from the other rooms, and collection campaigns for what no room knows.

Never let a row tell of fewer than five people, and never change a value: a snapshot is added, not edited.
"""
