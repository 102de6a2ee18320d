"""Measurements, printed as ratios; nothing here passes or fails. Run by `python3 main.py bench`."""
