"""From a claim to a letter's words: the only door to Jinja2 and css-inline."""

from monitor.render.renderer import BrokenTemplate, Renderer

__all__ = ["BrokenTemplate", "Renderer"]
