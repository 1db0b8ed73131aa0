"""Deadline phrases: a grammar of times, and what the law makes of them. It knows nothing of the text around."""
