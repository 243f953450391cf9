"""`opstap doctor`: looks at everything that Opstap leans on, and says in plain words what must be mended."""
