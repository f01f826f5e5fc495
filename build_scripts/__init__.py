"""Turn ``content_data/`` into the Moving Forward site and everything that comes with it."""
