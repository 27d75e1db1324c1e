"""Photos: what may come in, which parts are covered, and the copy that everybody may see. No photo is public by itself."""
