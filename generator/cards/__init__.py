"""Pictures that stand for pages where somebody shares them, drawn by Pillow where it is installed."""
