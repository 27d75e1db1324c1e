"""Notifications: the letters a person gets, in the cabinet and by e-mail, in the person's language."""
