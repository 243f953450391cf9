"""Pictures that are put together while the coach runs, out of what the studio drew beforehand."""
