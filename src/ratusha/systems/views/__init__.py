"""Pages of the register: what everybody reads, and the work behind it."""
