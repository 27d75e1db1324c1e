"""Discussions: short statements with which people agree or not, and the groups of opinion. No person is shown."""
