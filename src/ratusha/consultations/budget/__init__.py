"""Participatory budget: people propose, the body counts what it costs, people approve, a published rule decides."""
