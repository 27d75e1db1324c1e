"""Documents: what the state issues (PDF, QR, seal, register of documents) and the files people bring."""
