"""What makes a release: a folder to carry, and a folder of packages for rooms without a network."""
