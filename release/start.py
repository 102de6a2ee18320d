"""Where the one-folder build begins: with the game's own command line, as an installed copy does."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()  # the workers of `simulate` are this very program, started again

    from game.cli import main

    sys.exit(main())
