"""Official tables as they come: web pages, documents, separated values, pasted text. All become rows of named cells."""
