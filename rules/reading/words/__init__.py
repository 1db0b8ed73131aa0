"""Text cut into tokens that know their place, and the lists of words that the rest of the reading asks for."""
