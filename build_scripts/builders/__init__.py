"""Which files the site is made of: one module a product."""
