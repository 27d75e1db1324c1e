"""One number for every call: the search for a number of any kind, the story under it, tying and untying."""
