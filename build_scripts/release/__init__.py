"""The zips of a release and their report."""
