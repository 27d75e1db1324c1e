"""Pages "Who may act for whom": what is given, what is held, offers, limits, the end. The acts are in `parties`."""
