"""The demonstration state: invented people and what happens to them. Everything here goes through the doors."""
