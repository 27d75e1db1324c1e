"""Pages of indicators: live values for everybody, collections for those who take part."""
