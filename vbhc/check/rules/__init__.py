"""The rules, a module for each theme; `vbhc.check.registry` is the table of them all."""
