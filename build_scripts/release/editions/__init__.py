"""One module for each edition of a release, from files in memory to files in memory."""
