"""Portal: pages that compose modules: home, search, a procedure, my page, the official's desk. No tables."""
