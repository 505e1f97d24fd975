"""The table of the Cauchy law."""
import mpmath as mp

import precise as exact
from law_tables import from_logs, law_tables, ln
from points import around, both, even, wide


def cauchy():
    def log_lower(z):
        upper = mp.atan(1 / abs(z)) / mp.pi if z else mp.mpf(1) / 2
        return ln(upper) if z <= 0 else exact.log1p(-upper)

    def evaluators(m, s, x):
        z = (x - m) / s
        return from_logs(-ln(mp.pi * s) - exact.log1p(z * z), log_lower(z), log_lower(-z))

    def points(m, s):
        zs = both(wide(1e-20, 1e-2, 4) + even(0, 3, 8) + wide(3, 1e300, 12) + around(1, 1e10)[:4]) + [0]
        return [x for x in [m + s * z for z in zs] + [0, 1, 1e308] if abs(x) < 1.7e308]

    def inverse(m, s, p):
        if p == 0.5:
            return m
        return m - s * mp.cot(mp.pi * p) if p < 0.5 else m + s * mp.cot(mp.pi * (1 - p))

    laws = [(0, 1), (-100.3, 0.7), (1e6, 0.3), (0, 1e-200), (1e-5, 1e150), (3, 1e-3)]
    law_tables("cauchy", ["location", "scale"], {
        "median": lambda m, s: m, "mode": lambda m, s: m, "entropy": lambda m, s: ln(4 * mp.pi * s),
    }, evaluators, laws, points, {"quantile": inverse, "isf": lambda m, s, q: 2 * m - inverse(m, s, q)})


if __name__ == "__main__":
    cauchy()
