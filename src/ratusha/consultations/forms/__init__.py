"""What is asked of people and officials on the pages of consultations."""
