"""The pages of plans and reports: papers, writing, the ministry."""
