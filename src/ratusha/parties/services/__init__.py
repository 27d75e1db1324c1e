"""The only code that writes parties and mandates. Each function is one act."""
