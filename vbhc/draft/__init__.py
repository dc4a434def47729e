"""What people write of a văn bản, as text: JSON or YAML with all of its fields, or a bản thảo."""

from vbhc.draft.documents import Draft, FilledDraft, open_draft
from vbhc.draft.unreadable import UnreadableDocumentError

__all__ = ["Draft", "FilledDraft", "UnreadableDocumentError", "open_draft"]
