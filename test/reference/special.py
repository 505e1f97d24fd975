"""Tables for src/numeric/special. Points lie in the bulk, in both tails, and around every change of algorithm there."""
import mpmath as mp

import precise as exact
from points import around, both, even, rows, wide, write

X = ["x"]
mpf = mp.mpf


def elementary():
    below = [-x for x in wide(1e-300, 1e-3, 30) + wide(1e-3, 800, 150) + around(0.6931471805599453, 36.7, 708, 745)]
    log1mexp = rows(lambda x: exact.log1mexp(x) if x < 0 else None, below + [-5e-324])
    anywhere = both(wide(1e-20, 800, 100) + around(36.7, 708.3)) + even(-3, 3, 60) + [0, 1e300, 1e5, -5e-324]
    log1pexp = rows(lambda x: exact.log1p(mp.exp(x)) if x < 1000 else x, anywhere)
    products = [(a, ab / a) for a in wide(1e-3, 1e3, 10) for ab in wide(1e-5, 740, 20)]
    products += [(a, ab / a) for a in (1e-300, 1e-280, 9e289, 1.1e290, 1e300) for ab in (1e-3, 0.7, 30.3, 700.1)]
    product = rows(lambda a, b: mp.exp(-a * b), products + [(0, 3), (1e-300, 1e-300), (27.3, 27.29), (1, 745)])
    write("elementary", {"log1mexp": (X, log1mexp), "log1pexp": (X, log1pexp),
                         "expMinusProduct": (["a", "b"], product)})


def error_function():
    xs = both(wide(1e-300, 1e-3, 20) + even(0, 0.5, 60) + even(0.46875, 4, 100) + even(4, 6.2, 40) + around(0.46875, 4, 6))
    far = even(6, 27.3, 90) + around(26.54, 26.6)
    scaled = xs + far + wide(27, 1e300, 50) + around(1e8) + [-x for x in even(6, 26.64, 60)]
    write("error-function", {
        "erf": (X, rows(mp.erf, xs + [5e-324])),
        "erfc": (X, rows(lambda x: mp.erfc(x), xs + far)),
        "erfcx": (X, rows(exact.erfcx, scaled)),
    })


def standard_normal():
    zs = both(wide(1e-300, 1e-3, 15) + even(0, 1.2, 60) + even(1, 10, 90) + even(10, 38.6, 60) + around(0.66, 1, 5, 37.5))
    huge = wide(40, 1e150, 40)
    ps = wide(5e-324, 1e-10, 80) + wide(1e-10, 0.5, 120) + even(0, 1, 120) + [1 - p for p in wide(1e-16, 0.1, 50)]
    ps += around(0.075, 0.925, 1.388794386496402e-11) + [0.5 - 2.0**-k for k in (5, 20, 40, 54)] + [0.5 + 2.0**-53]
    ps += [5e-324, 1e-320, 1e-308, 1e-300, 1e-200, 1 - 2.0**-53, 1 - 1e-15]
    ls = [-l for l in wide(1e-300, 1e-3, 40) + wide(1e-3, 800, 160) + wide(800, 1e308, 60) + around(0.35, 0.6931471805599453, 700, 1e300, 2.5903, 25)]
    write("standard-normal", {
        "normalCdf": (["z"], rows(exact.normal_cdf, zs)),
        "normalLogCdf": (["z"], rows(exact.normal_log_cdf, zs + [-z for z in huge])),
        "normalHazard": (["z"], rows(exact.normal_hazard, zs + huge + [1e300])),
        "normalQuantile": (["p"], rows(lambda p: exact.normal_quantile(p) if 0 < p < 1 else None, ps)),
        "normalQuantileOfLog": (["logP"], rows(exact.normal_quantile_of_log, ls)),
    })


def log_gamma():
    xs = wide(1e-300, 0.1, 30) + even(0, 3, 120) + even(3, 20, 90) + wide(20, 2.5e305, 60) + around(0.5, 1.5, 2.5, 10)
    xs += [c + s * d for c in (1, 2) for d in (2.0**-52, 1e-14, 1e-10, 1e-6, 1e-3, 0.01) for s in (1, -1)]
    below = [-x for x in wide(1e-300, 0.1, 20) + even(0, 12, 120) + even(12, 200, 40)] + [-1 - 1e-10, -2 + 1e-12, -99.9999999]
    below += [-2.457024738220800, -2.7476826467274127, -3.143580888349980]  # near zeros
    steps = [float(k) for k in range(1, 40)] + even(10, 60, 60) + wide(60, 1e300, 60) + around(10, 16)
    write("log-gamma", {
        "logGamma": (X, rows(lambda x: exact.log_gamma(x) if x != int(x) or x > 0 else None, xs + below)),
        "stirlingError": (X, rows(lambda x: exact.stirling_error(x) if x >= 10 or x == int(x) else None, steps)),
    })


def gamma_points():
    """Pairs (a, x): x at ratios to a and at distances in units of sqrt a, and both along the borders of algorithms."""
    shapes = [1e-300, 1e-20, 1e-10, 1e-5, 0.01, 0.1, 0.3, 0.499999, 0.5, 0.500001, 0.7, 0.999999999, 1, 1.000000001, 1.5, 2, 3.3, 5, 7.7,
              9.9, 12, 15.999999, 16, 16.000001, 17.5, 19.999999, 20, 20.000001, 21.3, 35, 50, 77.7, 100, 170.6, 333, 500, 1e3,
              3210.7, 1e4, 1e5, 123456.7, 1e6, 1e8, 1e10]
    ratios = [1e-3, 0.1, 0.199999, 0.2, 0.200001, 0.5, 0.699999, 0.7, 0.700001, 0.9, 0.99, 1 - 1e-8, 1, 1 + 1e-8, 1.01, 1.1, 1.299999, 1.3, 1.300001, 1.6, 2.5, 4.999999, 5, 5.000001,
              10]
    fixed = [1e-300, 1.1e-15, 0.9e-15, 1e-5, 0.3, 1.0999999, 1.1, 1.1000001, 2, 10, 45, 699.999, 700, 700.001]
    for a in shapes:
        for r in ratios:
            yield a, a * r
        for k in (0.5, 1.3, 3, 5, 8, 15, 30):
            if a > 1:
                yield a, a + k * a**0.5
                if a > k * a**0.5:
                    yield a, a - k * a**0.5
        if a < 2e3:
            for x in fixed:
                yield a, x
    for a in even(0, 40, 60) + wide(40, 1e5, 30):
        yield a, a * wide(0.05, 5, 1)[0]
        yield a, a * even(0.7, 1.3, 1)[0]
    for a in wide(16, 1500, 60):  # where the deviance is a difference of larger terms
        yield a, a * even(0.2, 0.5, 1)[0]
        yield a, a * even(1.5, 2.5, 1)[0]
        yield a, a * even(0.1, 0.22, 1)[0]
        yield a, a * even(4.5, 6, 1)[0]
    for a, k in ((1e12, 2.5), (1e12, -7), (1e15, -1), (1e15, 0), (1e15, 9), (3e13, 25)):
        yield a, a + k * a**0.5


def incomplete_gamma():
    names = ["a", "x"]
    kept, values = [], {}
    for a, x in sorted(set((float(a), float(x)) for a, x in gamma_points())):
        A, Z = mpf(a), mpf(x)
        prefix = exact.log_prefix(A, Z)
        if abs(prefix) > 1e13:
            continue
        kept.append((a, x))
        values[a, x] = (prefix, *exact.log_gamma_pq(A, Z))

    def column(f, least=-708):
        """The rows where the logarithm of the value is above `least`."""
        return rows(lambda a, x: f(values[float(a), float(x)], least), kept)

    pick = lambda i: lambda v, least: mp.exp(v[i]) if v[i] > least else None
    log = lambda i: lambda v, least: v[i] if v[i] != 0 and abs(v[i]) > mpf(10) ** -307 else None
    write("incomplete-gamma", {
        "gammaPrefix": (names, column(pick(0))),
        "logGammaPrefix": (names, column(log(0))),
        "gammaP": (names, column(pick(1))),
        "gammaQ": (names, column(pick(2))),
        "logGammaP": (names, column(log(1))),
        "logGammaQ": (names, column(log(2))),
    })


if __name__ == "__main__":
    elementary()
    error_function()
    standard_normal()
    log_gamma()
    incomplete_gamma()
