"""Bodies: where a name begins and ends in running text, and which agency of the catalogue it is."""
