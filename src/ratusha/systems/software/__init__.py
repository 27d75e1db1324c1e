"""Software the systems consist of: where it comes from, until when it is supported, what takes its place and when."""
