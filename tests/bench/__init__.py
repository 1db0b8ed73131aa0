"""What the program costs: `make bench` measures it, each figure against a reference taken in the same run."""
