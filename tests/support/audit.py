"""openxml-audit: the Open XML schemas and Word's own repair rules, in process."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from openxml_audit import FileFormat, OpenXmlValidator, ValidationError, ValidationSeverity

# It asks for the settings, theme and fontTable parts; ECMA-376 makes them optional, and the SDK and Word agree.
NOT_OUR_RULES = frozenset({"Sem_MissingRelationshipType"})


def _counts(error: ValidationError) -> bool:
    return error.severity is ValidationSeverity.ERROR and error.id not in NOT_OUR_RULES


def audit_problems(data: bytes) -> list[str]:
    """The errors openxml-audit finds in a DOCX (it reads files only, so the bytes become one).

    Each file gets a validator of its own: one that is used again takes the ids of an earlier package for those of a
    new one at the same address.
    """
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)
    with TemporaryDirectory() as folder:
        path = Path(folder, "audited.docx")
        path.write_bytes(data)
        return [f"openxml-audit: {error}" for error in validator.validate(path).errors if _counts(error)]
