"""Territory: regions, raions, selsoviets and settlements by code, their names, hierarchy and points; addresses."""
