"""Reads YAML documents from standard input with PyYAML and writes them as one JSON array."""
import json
import sys

import yaml


def check(value):
    """Refuses what JSON would hide: json.dumps takes keys that are no strings, and NaN."""
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError(f"the key {key!r} is a {type(key).__name__}")
            check(item)
    elif isinstance(value, list):
        for item in value:
            check(item)
    elif value is not None and not isinstance(value, (str, bool, int, float)):
        raise TypeError(f"{value!r} is a {type(value).__name__}, which JSON does not have")


# Not the loader in C: it is another parser, which not everybody has.
documents = list(yaml.load_all(sys.stdin.buffer, Loader=yaml.SafeLoader))
check(documents)
json.dump(documents, sys.stdout, allow_nan=False)
