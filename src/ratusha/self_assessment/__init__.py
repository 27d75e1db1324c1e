"""Self-assessment: the country answers a questionnaire about itself, and sees where it stands before others look.

Nouns: a questionnaire, an edition of its answers, a section with its owner, a fact that the platform offers as an
answer. The one thing never to do: take an answer for given. A person accepts, changes or declines what is offered.
"""
