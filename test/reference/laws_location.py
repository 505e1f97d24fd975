"""Tables for the log-normal, half-normal and log-logistic laws."""
import math

import mpmath as mp

import precise as exact
import special_inverse
from law_tables import LEAST, PROBABILITIES, columns, from_logs, law_tables, ln
from points import around, both, even, rows, wide, write

SQRT_HALF_LOG = math.log(math.sqrt(2))


def fits(v):
    """What a double can hold; None else."""
    return v if LEAST * 2**52 < abs(v) < mp.mpf(2) ** 1023 else None


def log_normal():
    def evaluators(m, s, x):
        z = (ln(x) - m) / s
        if abs(z) > 1e15:
            return None
        return from_logs(-z * z / 2 - ln(x) - ln(s) - ln(2 * mp.pi) / 2, exact.normal_log_cdf(z), exact.normal_log_cdf(-z))

    def points(m, s):
        zs = both([1e-8, 0.66, 8.3, 30, 37, 38.4, 60] + even(0, 10, 2)) + [0]
        # where a rounded logarithm just does, and where the reduction by a power of two begins
        zs += both([math.sqrt(8 / s), 8 * s / max(1, abs(m))])
        zs += [t / s for t in both([SQRT_HALF_LOG, 46.0])]
        logs = [m + s * z for z in zs]
        out = [math.exp(l) for l in logs if -745 < l < 709.7] + [1, 5e-324, 1.7e308]
        if not -700 < m < 700:
            return out
        # next to the median, and where the reduction asks for no logarithm
        median = math.exp(m)
        return out + around(median)[:3] + [median * t * (1 + e) for t in (0.36, 0.71, 1.41, 2.8) for e in (-1e-9, 1e-9)]

    laws = [(0, 1), (10, 0.01), (-3.3, 0.25), (0.1, 1e-9), (5.5, 1e-4), (1, 3), (-700, 0.7), (700, 18), (0, 18), (1e4, 300), (4e5, 1.1e4), (-0.34657359027997264, 2.5)]
    expm1 = lambda s: exact.with_digits(400, lambda: mp.expm1(s * s))
    at = lambda m, s, z: fits(mp.exp(m + s * z)) if (m, s) in laws[::2] + laws[7:8] else None
    law_tables("log-normal", ["mu", "sigma"], {
        "mean": lambda m, s: fits(mp.exp(m + s * s / 2)), "median": lambda m, s: fits(mp.exp(m)),
        "mode": lambda m, s: fits(mp.exp(m - s * s)), "variance": lambda m, s: fits(expm1(s) * mp.exp(2 * m + s * s)),
        "sd": lambda m, s: fits(mp.sqrt(expm1(s)) * mp.exp(m + s * s / 2)), "entropy": lambda m, s: m + mp.mpf(1) / 2 + ln(s * mp.sqrt(2 * mp.pi)),
    }, evaluators, laws, points, {
        "quantile": lambda m, s, p: at(m, s, exact.normal_quantile(p)), "isf": lambda m, s, p: at(m, s, -exact.normal_quantile(p)),
    })


def half_normal():
    def evaluators(s, x):
        z = x / s
        upper = ln(2) + exact.normal_log_cdf(-z) if z > 0.3 else exact.log1p(-mp.erf(z / mp.sqrt(2)))
        lower = exact.log1mexp(upper) if z > 0.3 else ln(mp.erf(z / mp.sqrt(2)))
        return from_logs(ln(2 / mp.pi) / 2 - ln(s) - z * z / 2, lower, upper)

    def points(s):
        zs = wide(1e-300, 1e-3, 3) + even(0, 9, 12) + around(0.6, 0.66)[:9] + [1e-8, 5, 20, 37, 38.4, 100, 1e5]
        return [x for x in (s * z for z in zs) if x > 0]

    laws = [(1,), (0.1,), (33.3,), (1e-200,), (1e300,)]
    median = mp.sqrt(2) * mp.erfinv(mp.mpf(1) / 2)
    inner = lambda p: exact.normal_quantile((1 + p) / 2) if p > 0.3 else mp.sqrt(2) * special_inverse.erf_inverse(p)
    outer = lambda q: -exact.normal_quantile(q / 2) if q < 0.7 else inner(1 - q)
    law_tables("half-normal", ["scale"], {
        "mean": lambda s: s * mp.sqrt(2 / mp.pi), "variance": lambda s: fits(s * s * (1 - 2 / mp.pi)), "sd": lambda s: s * mp.sqrt(1 - 2 / mp.pi),
        "median": lambda s: s * median, "mode": lambda s: mp.mpf(0), "entropy": lambda s: ln(mp.pi * s * s / 2) / 2 + mp.mpf(1) / 2,
    }, evaluators, laws, points, {"quantile": lambda s, p: s * inner(p), "isf": lambda s, p: s * outer(p)})


def log_logistic():
    ratio = lambda x, a: exact.with_digits(80, lambda: ln(x / a))

    def evaluators(b, a, x):
        w = b * ratio(x, a)
        upper, lower = -exact.log1p(mp.exp(w)) if w < 1e4 else -w, -exact.log1p(mp.exp(-w)) if w > -1e4 else w
        return from_logs(ln(b) - ln(x) + upper + lower, lower, upper)

    def points(b, a):
        ws = both([1e-9, 0.7, 2, 8, 30, 300, 707, 720, 1e4] + even(0, 12, 3)) + [0]
        logs = [math.log(a) + w / b for w in ws]
        out = [math.exp(l) for l in logs if -745 < l < 709.7] + [1, 5e-324, 1.7e308, a * 0.5, a * 2]
        return [x for x in out + around(a)[:3] if 0 < x < math.inf]

    laws = [(1, 1), (2, 10), (0.3, 0.7), (3.7, 33.3), (50, 1e-3), (1e9, 0.1), (1e-3, 1), (0.05, 1e300), (4, 1e-200), (1, 1e-310)]
    shapes = [(b, a) for b in [1.0001, 1 + 1e-12, 1.3, 1.57, 2, 2.0001, 2 + 1e-12, 2.3, 3.14, 3.15, 3.9, 4, 5.5, 40, 1e6, 1e200] for a in (1, 33.3)] + laws
    angle = lambda b: +mp.pi / b
    variance = lambda b, a: a * a * (2 * angle(b) / mp.sin(2 * angle(b)) - (angle(b) / mp.sin(angle(b))) ** 2)
    wide_digits = lambda f: exact.with_digits(460, f)
    turn = lambda b, p: mp.exp(exact.with_digits(80, lambda: ln(p / (1 - p))) / b)
    mode = lambda b, a: a * exact.with_digits(400, lambda: mp.exp(ln((b - 1) / (b + 1)) / b)) if b > 1 else mp.mpf(0)
    names = ["shape", "scale"]
    out = columns([*names, "x"], evaluators, [(*law, x) for law in laws for x in points(*law)])
    for key, f in {"quantile": lambda b, a, p: fits(a * turn(b, p)), "isf": lambda b, a, p: fits(a / turn(b, p))}.items():
        out[key] = ([*names, "p"], rows(f, [(*law, p) for law in laws for p in PROBABILITIES[::2]]))
    for key, f in {
        "median": lambda b, a: a, "mode": mode, "entropy": lambda b, a: 2 + ln(a) - ln(b),
        "mean": lambda b, a: fits(wide_digits(lambda: a * angle(b) / mp.sin(angle(b)))) if b > 1 else None,
        "variance": lambda b, a: fits(wide_digits(lambda: variance(b, a))) if b > 2 else None,
        "sd": lambda b, a: fits(wide_digits(lambda: mp.sqrt(variance(b, a)))) if b > 2 else None,
    }.items():
        out[key] = (names, rows(f, shapes))
    write("log-logistic", out)


if __name__ == "__main__":
    log_normal()
    half_normal()
    log_logistic()
