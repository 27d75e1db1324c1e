"""Pages of a complaint: of who complains, of who considers, of the body that has to explain itself."""
