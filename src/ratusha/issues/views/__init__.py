"""The pages: of everybody, of those who report, of dispatchers and organisations."""
