"""The composition root: settings, addresses, who hears which event, what is plugged where, the command line."""
