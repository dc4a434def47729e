"""An independent witness: any DOCX held against the decree, clause by clause."""
