"""The people around an employee: what one may know of another, and what is done for and with others."""
