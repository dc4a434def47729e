"""The maintainer's tools: making packs from the decree's data."""
