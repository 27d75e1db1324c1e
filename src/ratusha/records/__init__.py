"""Records: the whole file of a case as one sealed package, how long what is kept, what people ask about their data.

It erases cases by confirmed acts of disposal and writes nothing else about them. Never hand out a package without a
trace of who took it.
"""
