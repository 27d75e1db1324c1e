"""Open311 GeoReport v2: the same issues for programs of others. Nothing of who reported; no words before release."""
