"""The commands of the program as typed: what may be written, and which errand it means; no logic."""
