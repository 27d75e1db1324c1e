"""Appeals of citizens and organisations (Law 300-Z): a statement, a proposal or a complaint to any state body.

Never answer in another language than the appeal was written in, and never without saying where the answer is contested.
"""
