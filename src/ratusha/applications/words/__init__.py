"""The body's own words for explanations of refusals, by ground: written by who may, in versions, never edited."""
