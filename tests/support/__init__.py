"""What the tests stand on: readers and checks that share no code with ``vbhc``, hence independent witnesses."""

from support.package import Package
from support.validation import problems, validate

__all__ = ["Package", "problems", "validate"]
