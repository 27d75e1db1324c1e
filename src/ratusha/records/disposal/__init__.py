"""Disposal: what is kept long enough is proposed by one official, confirmed by another, and erased case by case."""
