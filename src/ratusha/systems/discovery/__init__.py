"""Systems nobody has registered: the traces they leave in contracts, domains, logs and budgets."""
