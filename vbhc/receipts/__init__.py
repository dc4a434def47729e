"""Where every number of a document comes from, written down when it is put out and looked at again later."""

from vbhc.receipts.form import Phieu, read_phieu
from vbhc.receipts.making import receipt_of
from vbhc.receipts.verifying import Verification, verify

__all__ = ["Phieu", "Verification", "read_phieu", "receipt_of", "verify"]
