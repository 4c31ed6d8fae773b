"""Use cases: one verb function for each thing a clerk does."""
