"""Records: the whole file of a case as one sealed package, how long what is kept, what people ask about their data.

It writes nothing about cases themselves. Never hand out a package without a trace of who took it.
"""
