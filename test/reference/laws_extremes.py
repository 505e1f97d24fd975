"""Tables for the laws of extremes and lifetimes: Weibull, Gumbel, Frechet, Pareto, Gompertz."""
import math

import mpmath as mp

import precise as exact
import law_tables as tables
from law_tables import from_logs, ln
from points import around, dice, even, wide

EULER = mp.euler
tables.PROBABILITIES = sorted([5e-324, 1e-300, 1e-20, 1e-5, 0.01, 0.25, 0.4999, 0.5001, 0.75, 0.975, 1 - 1e-12, 1 - 2.0**-53] + wide(1e-12, 0.5, 3) + even(0, 1, 3))
HAZARDS = [1e-300, 1e-100, 1e-20, 1e-8, 1e-3, 0.1, 0.5, 0.6931471805599453, 1, 1.9999, 2.0001, 5, 36.9, 120, 500.5, 699, 701, 740, 1200, 1e5]


def law_tables(name, names, moments, evaluators, laws, points, inverses):
    """As tables.law_tables, with all points of the first laws and a draw of those of the others, to keep the tables small."""
    def some(*law):
        xs = list(dict.fromkeys(points(*law)))
        return dice.sample(xs, min(len(xs), 24 if law in laws[:3] else 10))
    tables.law_tables(name, names, moments, evaluators, laws, some, inverses)


def fits(v):
    """The value where it is a normal double."""
    return v if v is not None and mp.mpf(10) ** -307 < abs(v) < mp.mpf(10) ** 308 else None


def at_powers(scale, exponent):
    """Doubles x > 0 at which (x / scale)^exponent is about each of HAZARDS."""
    out = []
    for h in HAZARDS + wide(1e-3, 700, 6):
        l = math.log(scale) + math.log(h) / exponent
        if -744 < l < 709:
            out.append(math.exp(l))
    near = [scale * (1 + t) for t in (2.0**-50, -(2.0**-44), 1e-9, -1e-5)] + [scale]
    return [x for x in out + near + [5e-324, 1e-310, 1.7e308] if 0 < x < math.inf]


def negative(h):
    """ln(1 - e^-h)."""
    return exact.log1mexp(-h) if h > mp.mpf(10) ** -340 else ln(h)


def drop_far(values):
    """Without what is so large or small that only its logarithm is a number of any sort."""
    return {k: v for k, v in values.items() if abs(v) < mp.mpf(10) ** 308}


def lifetime(log_hazard, h):
    """All evaluators from the logarithm of the hazard and the cumulative hazard."""
    if h > mp.mpf(10) ** 308:
        return None
    # beside a large h the logarithm of the density has lost that of the hazard
    return drop_far({**from_logs(log_hazard - h, negative(h), -h), "hazard": mp.exp(log_hazard), "logHazard": log_hazard})


def first(k):
    """Gamma(1 + 1/k), k signed."""
    return mp.gamma(1 + 1 / k)


def spread(k):
    """Gamma(1 + 2/k) - Gamma(1 + 1/k)^2, at digits enough for their cancellation."""
    with mp.workdps(90):
        return mp.gamma(1 + 2 / k) - mp.gamma(1 + 1 / k) ** 2


def weibull():
    def evaluators(k, s, x):
        l = ln(x / s)
        return lifetime(ln(k) + k * l - ln(x), mp.exp(min(k * l, mp.mpf(10) ** 4)))

    laws = [(1, 1), (2, 6), (0.5, 1), (1.2054, 0.0178), (3.7, 12.5), (0.07, 3), (10, 100), (4.001, 0.4), (1e3, 1e-3), (1e9, 0.3), (3, 1e-200), (1.5, 1e250), (0.01, 1e-100)]
    law_tables("weibull", ["shape", "scale"], {
        "mean": lambda k, s: fits(s * first(k)) if k > 0.011 else None,
        "variance": lambda k, s: fits(s * s * spread(k)) if k > 0.012 else None,
        "sd": lambda k, s: fits(s * mp.sqrt(spread(k))) if k > 0.012 else None,
        "median": lambda k, s: s * mp.exp(ln(ln(2)) / k),
        "mode": lambda k, s: s * mp.exp(exact.log1p(-1 / k) / k) if k > 1 else mp.mpf(0),
        "entropy": lambda k, s: EULER * (1 - 1 / k) + ln(s / k) + 1,
    }, evaluators, laws, lambda k, s: at_powers(s, k), {
        "quantile": lambda k, s, p: fits(s * mp.exp(ln(-exact.log1p(-p)) / k)), "isf": lambda k, s, p: fits(s * mp.exp(ln(-ln(p)) / k)),
    })


def largest(log_density, w):
    """All evaluators of a law with distribution function e^-w."""
    if w > mp.mpf(10) ** 308:
        return None
    log_sf = negative(w)
    all_ = from_logs(log_density, -w, log_sf)
    # beside a large w the logarithm of the density has lost the rest
    return drop_far(all_ if w < mp.mpf(10) ** 20 else {k: v for k, v in all_.items() if k not in ("pdf", "hazard")})


def gumbel():
    def evaluators(m, b, x):
        z = (x - m) / b
        w = mp.exp(-z) if z < 1e6 else mp.mpf(0)
        return largest(-z - w - ln(b), w) if z < 1e6 else None

    def points(m, b):
        zs = [-math.log(h) for h in HAZARDS if h < 2000] + even(-6.5, 40, 30) + [0, 200, 650, 659, 661, 700, 740, 1e4]
        return [x for x in [m + b * z for z in zs] + [0, 1e-300] if abs(x - m) < 1e5 * b and x > m - 7.2 * b]

    def inverse(m, b, z):
        return m + b * z

    laws = [(0, 1), (100, 15), (-0.1, 0.3), (1e6, 0.7), (3, 1e-3), (0, 1e-200), (1e-5, 1e150), (-57.3, 12.1)]
    law_tables("gumbel", ["location", "scale"], {
        "mean": lambda m, b: m + EULER * b, "variance": lambda m, b: fits(mp.pi**2 / 6 * b * b), "sd": lambda m, b: mp.pi / mp.sqrt(6) * b,
        "median": lambda m, b: m - b * ln(ln(2)), "mode": lambda m, b: m, "entropy": lambda m, b: ln(b) + EULER + 1,
    }, evaluators, laws, points, {
        "quantile": lambda m, b, p: inverse(m, b, -ln(-ln(p))), "isf": lambda m, b, p: inverse(m, b, -ln(-exact.log1p(-p))),
    })


def frechet():
    def evaluators(k, s, x):
        l = ln(s / x)
        if k * l > 10000:
            return None
        z = mp.exp(k * l)
        return largest(ln(k) + k * l - ln(x) - z, z)

    laws = [(1, 1), (2, 6), (0.5, 1), (1.2054, 0.0178), (2.01, 3), (3.7, 12.5), (0.07, 3), (10, 100), (4.001, 0.4), (1e3, 1e-3), (1e9, 0.3), (3, 1e-200), (2.5, 1e250), (0.01, 1e-100)]
    law_tables("frechet", ["shape", "scale"], {
        "mean": lambda k, s: fits(s * first(-k)) if k > 1 else None,
        "variance": lambda k, s: fits(s * s * spread(-k)) if k > 2 else None,
        "sd": lambda k, s: fits(s * mp.sqrt(spread(-k))) if k > 2 else None,
        "median": lambda k, s: s * mp.exp(-ln(ln(2)) / k),
        "mode": lambda k, s: s * mp.exp(-exact.log1p(1 / k) / k),
        "entropy": lambda k, s: EULER * (1 + 1 / k) + ln(s / k) + 1,
    }, evaluators, laws, lambda k, s: at_powers(s, -k), {
        "quantile": lambda k, s, p: fits(s * mp.exp(-ln(-ln(p)) / k)), "isf": lambda k, s, p: fits(s * mp.exp(-ln(-exact.log1p(-p)) / k)),
    })


def pareto():
    def evaluators(a, m, x):
        return lifetime(ln(a) - ln(x), a * ln(x / m)) if x > m else None

    def points(a, m):
        ls = [math.log(m) + h / a for h in HAZARDS + wide(1e-10, 700, 25)]
        near = [m * (1 + t) for t in (2.0**-52, 2.0**-44, 1e-9, 1e-5, 0.5, 0.99, 1.01)]
        return [x for x in [math.exp(l) for l in ls if l < 709] + near + [1.7e308] if x > m]

    laws = [(1, 1), (2, 6), (0.5, 1), (1.16, 0.0178), (2.01, 3), (3.7, 12.5), (0.07, 3), (10, 100), (1e3, 1e-3), (1e9, 0.3), (3, 1e-200), (2.5, 1e250), (0.01, 1e-100)]
    law_tables("pareto", ["shape", "scale"], {
        "mean": lambda a, m: fits(a * m / (a - 1)) if a > 1 else None,
        "variance": lambda a, m: fits(a * m * m / (a - 1) ** 2 / (a - 2)) if a > 2 else None,
        "sd": lambda a, m: fits(mp.sqrt(a / (a - 2)) * m / (a - 1)) if a > 2 else None,
        "median": lambda a, m: m * mp.mpf(2) ** (1 / a), "mode": lambda a, m: m, "entropy": lambda a, m: ln(m / a) + 1 / a + 1,
    }, evaluators, laws, points, {
        "quantile": lambda a, m, p: fits(m * mp.exp(-exact.log1p(-p) / a)), "isf": lambda a, m, p: fits(m * mp.exp(-ln(p) / a)),
    })


def gompertz():
    def total(b, a, x):
        return a * x if b == 0 else a * exact.with_digits(90, lambda: mp.expm1(b * x)) / b if abs(b * x) > mp.mpf(10) ** -40 else a * x

    def evaluators(b, a, x):
        if x < 0 or b * x > 1e5 or b * x < -1e5:
            return None
        return lifetime(ln(a) + b * x, total(b, a, x))

    def points(b, a):
        out = [1e-310, 1e-20, 1, 50, 1e3]
        for h in HAZARDS + wide(1e-3, 700, 16):
            t = b * h / a
            if t > -1:
                out.append(h / a if abs(t) < 1e-10 else math.log1p(t) / b)
        return [x for x in out + around(*([1 / abs(b), 700 / abs(b)] if abs(b) > 1e-10 else [])) if 0 < x < 1e308 and total(mp.mpf(b), mp.mpf(a), mp.mpf(x)) > 0]

    def time(b, a, h):
        if b == 0:
            return fits(h / a)
        t = b * h / a
        return fits(exact.log1p(t) / b) if t > -1 else None

    def log_moments(eta):
        """E ln(1 + E/eta) and its variance, E standard exponential, by quadrature in ln E."""
        with mp.workdps(40):
            ends = list(range(-110, 6, 6)) + [5.5]
            f = lambda s: mp.log1p(mp.exp(s) / eta)
            w = lambda s: mp.exp(s - mp.exp(s))
            m = mp.quad(lambda s: f(s) * w(s), ends)
            return m, mp.quad(lambda s: (f(s) - m) ** 2 * w(s), ends)

    def variance(b, a):
        if b < 0:
            return None
        return fits(1 / a / a) if b == 0 or a / b > 1e16 else fits(log_moments(a / b)[1] / b / b)

    def mean(b, a):
        if b < 0:
            return None
        return fits(1 / a if b == 0 or a / b > 1e30 else mp.exp(a / b) * mp.e1(a / b) / b)

    def entropy(b, a):
        if b == 0 or a / abs(b) > 1e16:
            return 1 - ln(a)
        if b > 0:
            return 1 - ln(a) - log_moments(a / b)[0]
        # the density by quadrature over the cumulative hazard t, on which ln f = ln a + ln(1 - t/h) - t
        h = -a / b
        top = min(h, mp.mpf(150))
        inner = mp.quad(lambda t: -mp.exp(-t) * (ln(a) + mp.log1p(-t / h) - t) if t < h else 0, [0, top / 1000, top / 10, top / 2, top * mp.mpf("0.99"), top])
        return inner + mp.exp(-h) * h

    laws = [(0.5, 0.1), (1, 1), (2, 0.01), (0.085, 1e-5), (10, 5), (0.3, 20.5), (3, 1e-200), (0, 0.7), (1e-12, 2), (1e-300, 1), (-1e-12, 3), (-0.5, 0.3), (-1, 0.01), (-2, 40.5), (-0.01, 5), (-1, 41)]
    law_tables("gompertz", ["shape", "rate"], {
        "mean": mean, "variance": variance, "sd": lambda b, a: variance(b, a) and mp.sqrt(variance(b, a)), "median": lambda b, a: time(b, a, ln(2)),
        "mode": lambda b, a: ln(b / a) / b if b > a else mp.mpf(0), "entropy": entropy,
    }, evaluators, laws, points, {
        "quantile": lambda b, a, p: time(b, a, -exact.log1p(-p)), "isf": lambda b, a, p: time(b, a, -ln(p)),
    })


if __name__ == "__main__":
    gompertz()
    weibull()
    gumbel()
    frechet()
    pareto()
