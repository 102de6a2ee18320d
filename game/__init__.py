"""A negotiation simulation and teaching game: the Soviet-Japanese talks of 1955-56."""

__version__ = "0.1.0"
