"""One measurement inside the state: `python -m bench.inside MODULE FUNCTION '{"json": "options"}'`."""

import importlib
import json
import sys

import django


def main() -> None:
    module, function, options = sys.argv[1:]
    django.setup()
    found = getattr(importlib.import_module(f"bench.{module}"), function)(**json.loads(options))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
