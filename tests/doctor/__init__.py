"""What `opstap doctor` finds, on healthy and on broken houses."""
