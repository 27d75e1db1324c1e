"""What people with bad intentions try, and what they get."""
