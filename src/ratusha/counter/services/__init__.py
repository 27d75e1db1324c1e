"""The acts at the counter, split by what is done: the queue, the visit, the paper."""
