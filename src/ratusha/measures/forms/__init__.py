"""The forms of measures: shape of the input only; the law is in the rules."""
