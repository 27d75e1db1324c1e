"""Draft laws: comments on articles and paragraphs that keep their place in a new version; each is answered once."""
