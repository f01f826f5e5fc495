"""``python -m build_scripts``."""

import sys

from build_scripts.run import broken

try:
    from build_scripts.cli import main

    main()
except (AttributeError, ImportError, SyntaxError) as error:
    sys.exit(broken(error))
