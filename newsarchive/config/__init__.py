"""config: the user's choices.

`load` reads config.yaml, tells everything that is wrong with it at once (ConfigError), and gives the frozen values that
the stages take; `plain` gives them for a folder without one. `lay_out` makes the folder of a fresh archive. Only this
package imports pydantic.
"""

import os

from newsarchive.config.lay_out import lay_out
from newsarchive.config.load import Config, load, plain

__all__ = ["Config", "lay_out", "load", "plain"]

# Else pydantic, once it is loaded, looks through all that is installed for code of others to run on these values.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
