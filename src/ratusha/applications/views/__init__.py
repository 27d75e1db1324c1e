"""Pages of applications: applying, one's own case, the official's steps."""
