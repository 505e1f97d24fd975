"""Tables for the first laws of src/laws: evaluators at parameters and points in the bulk, in both tails and at the borders."""
import math

import mpmath as mp

import precise as exact
from law_tables import LEAST, PROBABILITIES, columns, from_logs, law_tables, ln
from points import around, both, even, rows, wide, write


def uniform():
    def evaluators(a, b, x):
        if not a < x < b:
            return None
        width = b - a
        share = lambda near, far: ln(near / width) if near < far else exact.log1p(-far / width)
        return from_logs(-ln(width), share(x - a, b - x), share(b - x, x - a))

    def points(a, b):
        inner = even(a, b, 20) + [a + (b - a) * t for t in (1e-300, 1e-15, 1e-5, 0.5, 1 - 1e-9)]
        return [x for x in inner + [math.nextafter(a, b), math.nextafter(b, a), (a + b) / 2, 1e-300, 5e-324] if a < x < b]

    laws = [(0, 1), (2, 6), (-1, 1), (-100.3, 100.7), (1e8, 1e8 + 1), (0.1, 0.3), (-3e-300, 1e-300), (-8e307, 8e307), (1, 1 + 2.0**-40), (-7.7, -2.2)]
    law_tables("uniform", ["lower", "upper"], {
        "mean": lambda a, b: (a + b) / 2, "median": lambda a, b: (a + b) / 2,
        "variance": lambda a, b: (b - a) ** 2 / 12 if LEAST < (b - a) ** 2 else None,
        "sd": lambda a, b: (b - a) / mp.sqrt(12), "entropy": lambda a, b: ln(b - a),
    }, evaluators, laws, points, {
        "quantile": lambda a, b, p: a + p * (b - a), "isf": lambda a, b, p: b - p * (b - a),
    })


def normal():
    def evaluators(m, s, x):
        z = (x - m) / s
        return from_logs(-z * z / 2 - ln(s) - ln(2 * mp.pi) / 2, exact.normal_log_cdf(z), exact.normal_log_cdf(-z))

    def points(m, s):
        zs = both([1e-5, 0.66, 1, 5, 8.3, 20, 30, 37, 38.4, 100, 1e5] + even(0, 10, 14)) + [0, 1e-300]
        return [x for x in [m + s * z for z in zs] + [0, 1] if abs(x - m) < 1e8 * s]

    laws = [(0, 1), (100, 15), (-0.1, 0.3), (1e6, 0.7), (3, 1e-3), (0, 1e-200), (1e-5, 1e150), (-57.3, 12.1)]
    law_tables("normal", ["mean", "sd"], {
        "mean": lambda m, s: m, "median": lambda m, s: m, "mode": lambda m, s: m, "sd": lambda m, s: s,
        "variance": lambda m, s: s * s if s > 1e-150 else None,
        "entropy": lambda m, s: ln(2 * mp.pi * s * s) / 2 + mp.mpf(1) / 2,
    }, evaluators, laws, points, {
        "quantile": lambda m, s, p: m + s * exact.normal_quantile(p), "isf": lambda m, s, p: m - s * exact.normal_quantile(p),
    })


def exponential():
    def evaluators(r, x):
        h = r * x
        all_ = from_logs(ln(r) - h, exact.log1mexp(-h), -h)
        return {**all_, "hazard": r, "logHazard": ln(r)}

    def points(r):
        hs = wide(1e-300, 1e-3, 8) + wide(1e-3, 700, 24) + around(0.6931471805599453)[:3] + [1, 36.9, 707, 744, 1e5]
        return [h / r for h in hs if math.isfinite(h / r) and h / r > 0]

    laws = [(1,), (2,), (0.1,), (0.01,), (33.3,), (1e-200,), (1e300,), (0.7310585786300049,)]
    law_tables("exponential", ["rate"], {
        "mean": lambda r: 1 / r, "sd": lambda r: 1 / r, "median": lambda r: ln(2) / r, "entropy": lambda r: 1 - ln(r),
        "variance": lambda r: 1 / r / r if 1 / r / r > LEAST else None, "mode": lambda r: mp.mpf(0),
    }, evaluators, laws, points, {
        "quantile": lambda r, p: -exact.log1p(-p) / r, "isf": lambda r, p: -ln(p) / r,
    })


def poisson_logs(mean, k):
    """(ln P(X = k), ln P(X <= k), ln P(X > k))."""
    mass = k * ln(mean) - mean - mp.loggamma(k + 1) if k < 10 else exact.log_prefix(k, mean)
    upper, lower = exact.log_gamma_pq(k + 1, mean)
    return mass, lower, upper


def poisson_quantile(mean, p, upper):
    """The smallest k with cdf >= p (or sf <= p); None where p is too near a step for doubles to tell."""
    goal = ln(p)
    side = lambda k: poisson_logs(mean, mp.mpf(k))[2 if upper else 1]
    holds = lambda k: side(k) <= goal if upper else side(k) >= goal
    z = exact.normal_quantile(p) * (-1 if upper else 1) if p != 0.5 else 0
    k = max(0, int(mean + mp.sqrt(mean) * z + (z * z - 1) / 6))
    while k > 0 and holds(k - 1):
        k -= 1
    while not holds(k):
        k += 1
    close = lambda l: abs(mp.expm1(l - goal)) < max(mp.mpf(10) ** -11, LEAST / p)
    return None if close(side(k)) or (k > 0 and close(side(k - 1))) else mp.mpf(k)


def poisson_entropy(mean):
    """The sum over 30 standard deviations; from 1e5 on its asymptotic series, whose terms fall by 1e5 each."""
    if mean > 1e5:
        terms = [mp.mpf(1) / 12, mp.mpf(1) / 24, mp.mpf(19) / 360, mp.mpf(9) / 80, mp.mpf(863) / 2520, mp.mpf(1375) / 1008]
        return ln(2 * mp.pi * mp.e * mean) / 2 - sum(c / mean ** (i + 1) for i, c in enumerate(terms))
    reach = 14 * math.sqrt(mean) + 60
    first = max(0, int(mean - reach))
    l = first * ln(mean) - mean - mp.loggamma(first + 1)
    total = mp.mpf(0)
    for k in range(first, int(mean + reach)):
        total -= l * mp.exp(l)
        l += ln(mean) - ln(k + 1)
    return total


def poisson():
    def evaluators(mean, x):
        if mean == 0 or x < 0:
            return None
        k = mp.floor(x)
        mass, lower, upper = poisson_logs(mean, k)
        before = poisson_logs(mean, k - 1)[2] if k > 0 else mp.mpf(0)
        all_ = from_logs(mass, lower, upper, before)
        return all_ if k == x else {key: all_[key] for key in ("cdf", "sf", "logCdf", "logSf", "cumHazard")}

    def points(mean):
        sd = math.sqrt(mean)
        near = [mean + t * sd for t in (-30, -12, -6, -3, -1.3, -0.4, 0, 0.4, 1, 2, 4, 8, 15, 37, 60)]
        far = [mean * t for t in (0.01, 0.5, 0.69, 0.7, 0.71, 1.29, 1.3, 1.31, 1.5, 3)] if mean < 1e4 else []
        fixed = [0, 1, 2, 3, 7, 14, 15, 16, 17, 19, 20, 21, 50, 170, 171, 1000] if mean < 2e3 else []
        return [math.floor(mean) + 0.5] + [math.floor(x) for x in near + far + fixed if x >= 0]

    laws = [(m,) for m in (1e-300, 1e-10, 1e-3, 0.1, 0.5, 1, 2.5, 4, 9.99, 10, 15.9, 16, 20.5, 30, 100, 333.3, 699.9, 701, 1000, 12345.678, 1e6, 1e10, 1e15)]
    moments = [(m,) for m in wide(1e-5, 1e3, 30)] + laws + [(999.9999,), (1000.0001,)]
    out = columns(["mean", "x"], evaluators, [(m, x) for (m,) in laws for x in points(m)])
    finite = [m for m in laws if m[0] < 1e9]
    ps = [(*law, p) for law in finite for p in PROBABILITIES[:: 1 if law[0] < 1e3 else 3]]
    out["quantile"] = (["mean", "p"], rows(lambda m, p: poisson_quantile(m, p, False), ps))
    out["isf"] = (["mean", "p"], rows(lambda m, p: poisson_quantile(m, p, True), ps))
    out["mean"] = out["variance"] = (["mean"], rows(lambda m: m, laws))
    out["sd"] = (["mean"], rows(mp.sqrt, laws))
    out["median"] = (["mean"], rows(lambda m: poisson_quantile(m, mp.mpf(1) / 2, False), finite))
    out["mode"] = (["mean"], rows(mp.floor, laws))  # the last one
    out["entropy"] = (["mean"], rows(poisson_entropy, moments))
    write("poisson", out)


if __name__ == "__main__":
    uniform()
    normal()
    exponential()
    poisson()
