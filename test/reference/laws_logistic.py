"""The table of the logistic law."""
import mpmath as mp

import precise as exact
from law_tables import LEAST, from_logs, law_tables, ln
from points import around, both, even, wide


def logistic():
    log_lower = lambda z: -exact.log1p(mp.exp(-z))

    def evaluators(m, s, x):
        z = (x - m) / s
        all_ = from_logs(-abs(z) - 2 * exact.log1p(mp.exp(-abs(z))) - ln(s), log_lower(z), log_lower(-z))
        return all_

    def points(m, s):
        zs = both(wide(1e-20, 1e-2, 3) + even(0, 3, 7) + wide(3, 745, 12) + around(1, 700)[:9] + [1e5]) + [0]
        return [x for x in [m + s * z for z in zs] + [0, 1] if abs(x - m) < 1e8 * s]

    logit = lambda p: ln(p) - exact.log1p(-p)
    laws = [(0, 1), (-100.3, 0.7), (1e6, 0.3), (0, 1e-200), (1e-5, 1e150), (3, 1e-3)]
    law_tables("logistic", ["location", "scale"], {
        "mean": lambda m, s: m, "median": lambda m, s: m, "mode": lambda m, s: m, "entropy": lambda m, s: 2 + ln(s),
        "variance": lambda m, s: (mp.pi * s) ** 2 / 3 if s * s > LEAST else None, "sd": lambda m, s: mp.pi * s / mp.sqrt(3),
    }, evaluators, laws, points, {"quantile": lambda m, s, p: m + s * logit(p), "isf": lambda m, s, q: m - s * logit(q)})


if __name__ == "__main__":
    logistic()
