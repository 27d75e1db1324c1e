"""The executive committee: tasks that it gives to organisations, each with a control date; topics week by week.

A task says what is to be done, who does it and on what ground. Its day, its lateness and its reminders are those of a
duty (`obligations`): nothing here counts days, and nothing takes back that a task was late.

The digest of a week holds sums only: no person, no words of a person, no cell about fewer than five people, and none
that could be computed from the others. What it said once it says for ever.
"""
