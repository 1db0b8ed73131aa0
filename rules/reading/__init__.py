"""Vietnamese text read: names folded for comparison, deadline phrases turned into terms."""
