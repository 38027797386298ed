"""WHAT IS KNOWN: a folder of YAML becomes a `Knowledge`, or every fault in it."""
