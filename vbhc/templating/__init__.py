"""The one gate to Jinja2: sandboxed, strict about what is missing, with the filters Vietnamese documents need.

Nothing here knows Word: `vbhc.word` says how a value is written into a part.
"""

from vbhc.templating.environment import MissingNameError, environment
from vbhc.templating.filters import FILTERS
from vbhc.templating.names import dotted_names, public_names
from vbhc.text.nearest import suggest

__all__ = ["FILTERS", "MissingNameError", "dotted_names", "environment", "public_names", "suggest"]
