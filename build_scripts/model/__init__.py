"""Records: what editors write, typed and frozen."""
