"""OGC API – Features 1.0: what is public of issues, as layers for programs of maps. Nothing is written here."""
