"""Ratings of organisations: what people say of finished cases, counted so that little is not taken for much.

The marks themselves are kept by `cases` (one rating a case); here is whose they are, what became of the words, who has
looked at what is strange. A sign of fraud decides nothing: a person does, with a reason that stays.
"""
