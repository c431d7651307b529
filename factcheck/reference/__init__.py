"""Reference packs: read, validate and look up published figures."""
