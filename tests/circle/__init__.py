"""The people around an employee, as scenarios over a real database."""
