"""What a new edition of a definition changes: in its words, in running cases, and in past ones lived once more."""
