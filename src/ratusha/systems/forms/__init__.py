"""What people write of a system, software, offices and traces."""
