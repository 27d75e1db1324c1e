"""What people ask about their own data (law 99-З): a kind of case, considered by the body that handles the data."""
