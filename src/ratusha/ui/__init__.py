"""The design system: base page, components, form rendering, static files. It knows no module."""
