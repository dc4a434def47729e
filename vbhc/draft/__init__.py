"""What people write of a văn bản, as text: JSON or YAML with all of its fields, or a bản thảo."""

from vbhc.draft.documents import read_document
from vbhc.draft.unreadable import UnreadableDocumentError

__all__ = ["UnreadableDocumentError", "read_document"]
