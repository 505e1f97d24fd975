"""The table of the Laplace law."""
import mpmath as mp

import precise as exact
from law_tables import LEAST, from_logs, law_tables, ln
from points import around, both, even, wide


def laplace():
    def log_lower(z):
        return z - ln(2) if z <= 0 else exact.log1p(-mp.exp(-z) / 2)

    def evaluators(m, s, x):
        z = (x - m) / s
        return from_logs(-abs(z) - ln(2 * s), log_lower(z), log_lower(-z))

    def points(m, s):
        zs = both(wide(1e-20, 1e-2, 3) + even(0, 3, 7) + wide(3, 745, 12) + around(700)[:3] + [1e5]) + [0]
        return [x for x in [m + s * z for z in zs] + [0, 1] if abs(x - m) < 1e8 * s]

    def inverse(p):
        return ln(2 * p) if p < 0.5 else -ln(2 * (1 - p))

    laws = [(0, 1), (-100.3, 0.7), (1e6, 0.3), (0, 1e-200), (1e-5, 1e150), (3, 1e-3)]
    law_tables("laplace", ["location", "scale"], {
        "mean": lambda m, s: m, "median": lambda m, s: m, "mode": lambda m, s: m, "entropy": lambda m, s: 1 + ln(2 * s),
        "variance": lambda m, s: 2 * s * s if s * s > LEAST else None, "sd": lambda m, s: mp.sqrt(2) * s,
    }, evaluators, laws, points, {"quantile": lambda m, s, p: m + s * inverse(p), "isf": lambda m, s, q: m - s * inverse(q)})


if __name__ == "__main__":
    laplace()
