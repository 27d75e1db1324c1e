"""Student's t: a share of its distribution, and a quantile, by the incomplete beta function.

Press et al., Numerical Recipes, 6.4. Pure; checked against published tables.
"""

from math import exp, lgamma, log, sqrt

MOST_TERMS = 300
SMALL = 1e-30
CLOSE = 1e-14
HALVINGS = 200


def two_sided(t: float, df: float) -> float:
    """How often chance alone goes at least so far, in either direction."""
    return _incomplete_beta(df / 2, 0.5, df / (df + t * t))


def quantile(confidence: float, df: float) -> float:
    """The t within which this share lies: 0.90 gives the five per cent point of each side."""
    low, high = 0.0, 1.0
    while 1 - two_sided(high, df) < confidence:
        high *= 2
    for _once in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if 1 - two_sided(middle, df) < confidence else (low, middle)
    return (low + high) / 2


def welch_df(parts: list[tuple[float, int]]) -> float:
    """Welch and Satterthwaite: the degrees of freedom of a sum of means; each part is (variance of its mean, count)."""
    whole = sum(one for one, _count in parts)
    below = sum(one * one / (count - 1) for one, count in parts if count > 1)
    return whole * whole / below if below else sum(count - 1 for _one, count in parts)


def _incomplete_beta(a: float, b: float, x: float) -> float:
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    """Lentz's method."""
    c, d = 1.0, _away(1 - (a + b) * x / (a + 1))
    d = 1 / d
    result = d
    for m in range(1, MOST_TERMS):
        for above in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _away(1 + above * d)
            c = _away(1 + above / c)
            result *= c * d
        if abs(c * d - 1) < CLOSE:
            break
    return result


def _away(one: float) -> float:
    return one if abs(one) > SMALL else SMALL


def standard_error(values: list[float]) -> float:
    """Of their mean."""
    mean = sum(values) / len(values)
    return sqrt(sum((one - mean) ** 2 for one in values) / (len(values) - 1) / len(values))
