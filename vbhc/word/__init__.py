"""The one gate to Office files: packages opened within limits, compiled templates, WordprocessingML as strings."""
