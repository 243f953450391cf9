"""What can be typed after `opstap`: one file for each group of commands."""
