"""vbhc."""
