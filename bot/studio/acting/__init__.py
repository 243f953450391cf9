"""What people do: from a storyboard's actions to a pose at one moment."""
