"""The replayable legal clock: recomputing the due dates of all cases, and a page on which anybody recomputes one."""
