"""Which thành phần thể thức a document has, and where: what check and a later reader build on."""
