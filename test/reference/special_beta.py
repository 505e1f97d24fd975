"""Tables for the beta functions of src/numeric/special."""
import mpmath as mp

import precise_beta as exact
from precise import with_digits
from points import around, both, even, rows, wide, write

mpf = mp.mpf
SHAPES = [(1e-300, 2), (1e-10, 1e-10), (1e-10, 3), (1e-10, 1e5), (1e-10, 1e10), (1e-3, 0.4), (0.01, 30), (0.1, 0.2), (0.3, 0.3), (0.3, 40),
          (0.5, 0.5), (0.5, 5), (0.5, 15), (0.5, 200), (0.5, 1e5), (0.5, 1e10), (0.9, 7.5), (0.999999, 0.999999), (1, 1), (1, 12.5), (2, 3), (3.3, 1e4),
          (5, 1e10), (7.7, 8.2), (9.999999, 9.999999), (9.999999, 10), (10, 10), (10.000001, 333), (12.5, 1e6), (20, 30), (79.999, 79.999),
          (79.999, 1e10), (80, 80), (80.001, 120), (80, 1e3), (80, 1e10), (37.7, 48), (100, 1e7), (150, 2e3), (1e3, 1e3), (1e3, 1.3e5), (1e5, 1e5), (1e6, 1e10), (1e10, 1e10)]


def at(a, b, k):
    """The double nearest to k standard deviations of the gamma law with the smaller shape, or of the beta law, from the mean."""
    mean = a / (a + b)
    return mean + k * (mean / (a + b) * (b / (a + b + 1))) ** 0.5


def beta_points():
    """Triples (a, b, x): distances in standard deviations, along the borders of algorithms, and at the ends."""
    for low, high in SHAPES:
        for a, b in ((low, high), (high, low)):
            xs = [at(a, b, k) for k in (-30, -9, -5, -3.4641, -3.3, -1, -0.3, 0, 1e-3, 0.8, 2, 3.4641, 4, 6, 15)]
            if a + b < 3e3 or low < 1:
                xs += [1e-10, 0.199999, 0.2000001, 0.8000001, 0.9999, 1 - 2.0**-40]
            xs += [1.499999 / (a + b), 1.50001 / (a + b), 0.2 * (a + 1) / (a + b) * 0.99999]
            if low < 1 and a == low:
                xs += [1e-300, 1e-100]
            # A third of the crossings.
            for i, x in enumerate(xs):
                if 0 < x < 1 and (i + int(a * 7) + int(b * 3)) % 3 == 0:
                    yield a, b, x


def more_points():
    for a, b in zip(wide(1e-3, 1e3, 60), reversed(wide(1e-2, 1e5, 60))):
        yield a, b, at(a, b, even(-3, 3, 1)[0])
        yield b, a, at(b, a, even(-6, 6, 1)[0])
    for a in wide(10, 1500, 40):  # where the deviance is a difference of larger terms
        yield a, a * even(0.5, 2, 1)[0], even(0.05, 0.95, 1)[0]
    for a, b, x in ((1e3, 2e3, 1e-10), (1e5, 1e5, 0.3), (30, 1e5, 0.01), (1e10, 1e10, 0.4999), (3, 4, 1e-300), (3, 4, 1 - 2.0**-53)):
        yield a, b, x


def incomplete_beta():
    names = ["a", "b", "x"]
    kept, values = [], {}
    points = set((float(a), float(b), float(x)) for f in (beta_points, more_points) for a, b, x in f() if 0 < x < 1)
    for point in sorted(points):
        a, b, x = map(mpf, point)
        prefix = exact.log_prefix(a, b, x)
        if abs(prefix) > 1e6:
            continue
        kept.append(point)
        values[point] = (prefix, *exact.log_pq(a, b, x))

    def column(f, every=1, least=-708):
        return rows(lambda a, b, x: f(values[float(a), float(b), float(x)], least), kept[::every])

    pick = lambda i: lambda v, least: mp.exp(v[i]) if v[i] > least else None
    log = lambda i: lambda v, least: v[i] if v[i] != 0 and abs(v[i]) > mpf(10) ** -307 else None
    write("incomplete-beta", {
        "betaPrefix": (names, column(pick(0), 2)),
        "logBetaPrefix": (names, column(log(0), 2)),
        "betaP": (names, column(pick(1))),
        "betaQ": (names, column(pick(2))),
        "logBetaP": (names, column(log(1), 2)),
        "logBetaQ": (names, column(log(2), 2)),
    })


def log_beta():
    sizes = [5e-324, 1e-300, 1e-100, 1e-10, 1e-3, 0.3, 1, 1.4616321449683623, 2, 3.7, 9.999999, 10, 10.000001, 23, 170.5, 1e4, 1e10, 1e100, 1e300]
    pairs = [(a, b) for a in sizes for b in sizes]
    pairs += list(zip(wide(1e-3, 1e6, 120), reversed(wide(1e-5, 1e4, 120)))) + [(a, even(0, 10, 1)[0]) for a in even(0, 12, 60)]
    steps = [(a, d) for a, d in pairs if d < 1e10 or a > 1e5]
    steps += [(a, -a * u) for a in wide(1e-3, 1e5, 40) for u in (1e-12, 0.3, 0.9999)]
    steps = [(a, d) for i, (a, d) in enumerate(steps) if i % 2 == 0 and mpf(a) + mpf(d) == mpf(a + d) or a > 1e-3 and d > 0]
    write("log-beta", {
        "logGammaRatio": (["a", "delta"], rows(exact.log_gamma_ratio, steps)),
        "logBeta": (["a", "b"], rows(exact.log_beta, [p for i, p in enumerate(pairs) if p[0] <= p[1] or i % 4 == 0])),
    })


def inverse_beta():
    names = lambda last: ["a", "b", last]
    shapes = [(1e-3, 0.4), (0.1, 0.2), (0.5, 0.5), (0.5, 5), (0.5, 1e5), (0.9, 30), (1, 1), (1, 12), (1.0001, 700), (2, 3), (3, 1e6), (10, 333),
              (39.9, 40.1), (60, 1e4), (1e3, 1e3), (1e5, 1e5)]
    shapes += list(zip(wide(0.05, 500, 14), reversed(wide(0.1, 3e3, 14))))
    shapes = [(a, b) for low, high in shapes for a, b in ((low, high), (high, low))]
    ps = [1e-300, 3e-40, 1e-8, 0.003, 0.2, 0.4999, 0.5, 0.77, 0.99, 1 - 1e-7, 1 - 2.0**-50]
    ls = [-1e5, -900.0, -700.5, -30.0, -3.0, -0.7, -0.69, -0.2, -1e-4, -1e-30, -1e-200]
    few = lambda values, every: [(a, b, values[(7 * i + j) % len(values)]) for i, (a, b) in enumerate(shapes) for j in range(0, len(values), every)]

    def x_of(upper):
        def f(a, b, l):
            x = exact.point_of_log(a, b, l, upper)[0]
            return x if x > mpf(10) ** -307 else None
        return f

    of_p = lambda upper: lambda a, b, p: x_of(upper)(a, b, with_digits(400, lambda: mp.log(p)))
    write("inverse-beta", {
        "betaPInverse": (names("p"), rows(of_p(False), few(ps, 3))),
        "betaQInverse": (names("q"), rows(of_p(True), few(ps, 5))),
        "logBetaPInverse": (names("logP"), rows(x_of(False), few(ls, 5))),
        "logBetaQInverse": (names("logQ"), rows(x_of(True), few(ls, 5))),
    })


if __name__ == "__main__":
    log_beta()
    incomplete_beta()
    inverse_beta()
