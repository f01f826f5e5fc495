"""Records, typed and frozen, and how they are read from files."""
