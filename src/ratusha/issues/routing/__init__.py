"""Whose an issue is: by the assignment of territories, else learned from earlier decisions, else the dispatcher's."""
