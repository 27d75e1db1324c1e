"""The pages of consultations: what everybody reads, what a person does, the desk of officials."""
