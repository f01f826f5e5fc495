"""What a release is made of: one module for each edition, from its files in memory to its zip."""
