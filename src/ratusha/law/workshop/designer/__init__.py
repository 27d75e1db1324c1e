"""A definition by sections: forms that read and write the same text a lawyer can also write by hand."""
