"""Tables for the smaller special functions: ln erfc, E1, relative exponential and logarithm, sums of exponentials, I0 and
I1, Kolmogorov's limit. Each by series, quadrature or differences at more digits than src's ways could lose."""
import mpmath as mp

import precise as exact
from points import around, both, dice, even, rows, wide, write

X = ["x"]
mpf = mp.mpf
digits = exact.with_digits


def log_erfc(x):
    if x > 0.5:
        return mp.log(exact.erfcx(x)) - x * x
    return digits(60, lambda: mp.log1p(-mp.erf(x))) if abs(x) > mpf(10) ** -40 else -2 * x / mp.sqrt(mp.pi)


def error_function():
    xs = both(wide(1e-300, 1e-3, 30) + even(0, 0.6, 60) + even(0.4, 7, 100) + around(0.46875, 4, 6)) + wide(7, 1.3e154, 80)
    xs += around(26.5, 1e8) + [1e150, 5e-324]
    write("log-error-function", {"logErfc": (X, rows(log_erfc, xs))})


def exponential_integral():
    """E1 by mpmath's own (series with digits to spare); the scaled one far out by its asymptotic series."""
    def scaled(x):
        if x < 200:
            return digits(80, lambda: mp.exp(x) * mp.e1(x))
        term = total = mpf(1)
        for n in range(1, 60):
            term *= -n / x
            total += term
        return total / x
    xs = wide(1e-300, 1e-3, 40) + wide(1e-3, 1, 120) + even(1, 12, 160) + wide(12, 700, 80) + around(1, 3, 10) + [5e-324]
    plain = lambda x: scaled(x) * mp.exp(-x) if scaled(x) * mp.exp(-x) > mpf(2) ** -1022 else None
    write("exponential-integral", {
        "expintE1": (X, rows(plain, xs + [701, 701.8])),
        "expintE1Scaled": (X, rows(scaled, xs + wide(700, 1e308, 40))),
    })


def power_tail(x, derivative, coefficient):
    """The derivative of sum coefficient(k) x^k at small x."""
    total = mpf(0)
    for k in range(derivative, 60):
        factor = coefficient(k)
        for i in range(derivative):
            factor *= k - i
        total += factor * x ** (k - derivative)
    return total


def relative():
    """Closed forms at 700 digits away from 0, their power series near it."""
    near = mpf(10) ** -3
    exponential = [
        lambda x: (mp.exp(x) - 1) / x,
        lambda x: ((x - 1) * mp.exp(x) + 1) / x**2,
        lambda x: ((x * x - 2 * x + 2) * mp.exp(x) - 2) / x**3,
    ]
    logarithm = [
        lambda x: mp.log(1 + x) / x,
        lambda x: (x / (1 + x) - mp.log(1 + x)) / x**2,
        lambda x: (2 * mp.log(1 + x) - 2 * x / (1 + x) - (x / (1 + x)) ** 2) / x**3,
    ]
    def function(closed, derivative, coefficient):
        def value(x):
            if abs(x) < near:
                return power_tail(x, derivative, coefficient)
            return digits(700, lambda: closed[derivative](x))
        return lambda x: (lambda v: v if mpf(2) ** -1022 < abs(v) < mpf(2) ** 1024 else None)(value(x))
    of_exponential = lambda k: 1 / mp.factorial(k + 1)
    of_logarithm = lambda k: mpf(-1) ** k / (k + 1)
    tiny = both(wide(1e-300, 1e-4, 15) + wide(1e-4, 0.3, 40))
    xs = tiny + even(-4, 3, 140) + both(wide(3, 720, 40)) + [-x for x in wide(700, 1e150, 30)] + around(1, 1.5, -2, -3, 690, 700, -750)
    xs += even(709, 737, 15) + [716.3, 0, -1e102]
    ys = tiny + even(-0.999, 4, 160) + wide(4, 1e100, 60) + [-1 + t for t in wide(2.0**-53, 0.05, 40)] + around(-0.6, 3)
    ys += [t / (1 - t) * 2 for c in (0.1, 0.1**0.5) for t in around(c, -c)] + [0, 1e150, 1e300]
    write("relative-exponential", {name: (X, rows(function(exponential, i, of_exponential), xs))
          for i, name in enumerate(("exprel", "exprelDerivative", "exprelSecondDerivative"))})
    write("relative-logarithm", {name: (X, rows(function(logarithm, i, of_logarithm), ys))
          for i, name in enumerate(("log1prel", "log1prelDerivative", "log1prelSecondDerivative"))})


def sums_of_exponentials():
    def log_sum(*xs):
        top = max(xs)
        return digits(700, lambda: top + mp.log(mp.fsum(mp.exp(x - top) for x in xs)))
    pairs = [(a, a - d) for a in both(wide(1e-10, 800, 12)) for d in [0] + wide(1e-10, 800, 12)]
    pairs += [(b, a) for a, b in pairs[:40]] + [(1e308, 1e308), (-1e308, -1e308), (1e300, 3), (-0.7, -0.6863), (0, -745)]
    many = [tuple(even(-c, c, n)) for n in (3, 5, 12) for c in wide(1e-3, 1000, 20)]
    # Many small terms beside a large one, and sums near 1, whose logarithm is near 0.
    many += [tuple([0.0] + [-c] * 12) for c in even(2, 40, 20)]
    many += [tuple(-mp.log(n) + s for s in even(-c, c, n)) for n in (3, 7) for c in wide(1e-6, 1, 10)]
    many += [tuple(dice.choice((-1, 1)) * 10 ** dice.uniform(-3, 3) for _ in range(6)) for _ in range(40)]
    write("log-sum-exp", {
        "logAddExp": (["a", "b"], rows(log_sum, pairs)),
        "logSumExp": (["x..."], rows(log_sum, pairs[::5] + many)),
    })


def bessel():
    def scaled(order):
        def value(x):
            a = abs(x)
            if a < 1000:
                v = digits(80, lambda: mp.exp(-a) * mp.besseli(order, a))
            else:
                term = total = mpf(1)
                for k in range(1, 40):
                    term *= -(4 * order**2 - (2 * k - 1) ** 2) / (8 * k * a)
                    total += term
                v = total / mp.sqrt(2 * mp.pi * a)
            return -v if order == 1 and x < 0 else v
        return value
    xs = both(wide(1e-300, 1e-2, 20)) + even(0, 8, 140) + wide(8, 1e3, 120) + wide(1e3, 1e308, 60) + around(4, 8)
    xs += [-x for x in even(0.1, 30, 20)]
    write("bessel", {"i0e": (X, rows(scaled(0), xs)), "i1e": (X, rows(scaled(1), xs))})


def kolmogorov():
    """Both series at every point: the one that src does not take there."""
    alternating = lambda x: 2 * mp.fsum((-1) ** (k - 1) * mp.exp(-2 * k * k * x * x) for k in range(1, 2 + int(20 / x)))
    theta = lambda x: mp.sqrt(2 * mp.pi) / x * mp.fsum(
        mp.exp(-((2 * k - 1) ** 2) * mp.pi**2 / (8 * x * x)) for k in range(1, 3 + int(10 * x)))
    cdf = lambda x: digits(400, lambda: 1 - alternating(x)) if x < 0.8275 and x > 0.0409 else theta(x)
    # The series must resolve 1 - theta: as many digits as the tail has zeros.
    sf = lambda x: digits(400, lambda: 1 - theta_long(x)) if x > 0.8275 else digits(60, lambda: alternating(x))
    theta_long = lambda x: mp.sqrt(2 * mp.pi) / x * mp.fsum(
        mp.exp(-((2 * k - 1) ** 2) * mp.pi**2 / (8 * x * x)) for k in range(1, 3 + int(14 * x)))
    left = wide(0.0415, 0.8, 120)
    xs = even(0.8, 2, 60) + wide(2, 18.8, 70) + around(0.8275735551899077, 1)
    write("kolmogorov", {"kolmogorovCdf": (X, rows(cdf, left + xs)), "kolmogorovSf": (X, rows(sf, left + xs))})


if __name__ == "__main__":
    error_function()
    exponential_integral()
    relative()
    sums_of_exponentials()
    bessel()
    kolmogorov()
