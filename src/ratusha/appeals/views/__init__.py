"""The pages of appeals: of who writes, of who signs, of the desk."""
