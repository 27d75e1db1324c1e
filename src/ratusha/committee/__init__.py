"""The executive committee: tasks that it gives to organisations, each with a control date.

A task says what is to be done, who does it and on what ground. Its day, its lateness and its reminders are those of a
duty (`obligations`): nothing here counts days, and nothing takes back that a task was late.
"""
