"""Applications: cases under law 433-З, from the draft a person types to the decision, the document and the rating."""
