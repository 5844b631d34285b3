"""The local preview: the site as it is being written, served to browsers on this machine."""
