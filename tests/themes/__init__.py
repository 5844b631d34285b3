"""Themes of one's own, and the guide for those who make one."""
