"""The whole command: python build.py [VERB] [PATH]. See README.md, or python build.py --help."""

import sys

if __name__ == "__main__":
    try:
        from newsarchive.cli import main
    except ModuleNotFoundError as missing:
        sys.exit(f"build.py: {missing.name} is not installed. Run this first: pip install -e .")
    main()
