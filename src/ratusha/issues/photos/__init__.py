"""Photos: what may come in, which parts are covered, the copy that everybody may see. None is public by itself."""
