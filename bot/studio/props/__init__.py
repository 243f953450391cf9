"""Things that stand around or are held; each draws itself with its foot on the origin."""
