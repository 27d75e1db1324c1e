"""The selective survey of those who reported: by lot, never by person. Nobody is called who has not agreed to it."""
