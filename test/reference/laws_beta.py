"""Tables for the laws that stand on the incomplete beta function: beta, Student's t, F, binomial, negative binomial."""
import math

import mpmath as mp

import precise as exact
import precise_beta as precise
from law_tables import LEAST, PROBABILITIES, columns, from_logs, ln
from points import around, both, even, rows, wide, write

mpf = mp.mpf
HALF = mpf(1) / 2
MOST = mpf(2) ** 1023
pick = lambda values, i, every: [v for j, v in enumerate(values) if (i + j) % every == 0]
several = lambda laws, points, every: [(*law, x) for i, law in enumerate(laws) for x in pick(sorted(set(points(*law))), i, every)]
digits_for = lambda *shapes: 90 + 2 * int(max(abs(mp.log10(s)) for s in shapes))


def digamma_terms(shapes, value):
    """value() at as many digits as its cancelling digammas of these shapes cost."""
    return exact.with_digits(digits_for(*shapes), value)


def log_pq(a, b, x, y):
    """precise.log_pq; where one tail is tiny that tail alone, and the other from it."""
    if min(x, y) < mpf(10) ** -5 and precise.log_prefix(a, b, x, y) < -70:
        lower = precise.log_lower(a, b, x, y) if x < y else precise.log_lower(b, a, y, x)
        other = exact.complement_of_log(lower)
        return (lower, other) if x < y else (other, lower)
    return precise.log_pq(a, b, x, y)


# --- Student's t law ---


def t_point(v, t):
    return exact.with_digits(400, lambda: v / (v + t * t)), exact.with_digits(400, lambda: t * t / (v + t * t))


def t_log_upper(v, t):
    return log_pq(v / 2, HALF, *t_point(v, t))[0] - ln(2)


def t_log_density(v, t):
    fall = lambda: (v + 1) / 2 * mp.log1p(t * t / v)
    return exact.with_digits(digits_for(v) + 100, lambda: mp.loggamma((v + 1) / 2) - mp.loggamma(v / 2) - ln(mp.pi * v) / 2 - fall())


def t_evaluators(v, t):
    if t == 0:
        return {"pdf": mp.exp(t_log_density(v, t)), "logPdf": t_log_density(v, t), "cdf": HALF, "sf": HALF, "logCdf": -ln(2), "logSf": -ln(2)}
    upper = t_log_upper(v, abs(t))
    lower = exact.log1mexp(upper)
    return from_logs(t_log_density(v, t), *((lower, upper) if t > 0 else (upper, lower)))


def t_quantile(v, p):
    """Near 1/2 by the probability between 0 and the point."""
    if p == HALF:
        return mpf(0)
    if p > HALF:
        t = t_quantile(v, exact.with_digits(400, lambda: 1 - p))
        return None if t is None else -t
    x, y = point_of(v / 2, HALF, 1 - 2 * p, True) if p > 0.3 else point_of(v / 2, HALF, 2 * p, False)
    t = mp.sqrt(v * y / x)
    return -t if t < MOST else None  # so is nan


def point_of(a, b, p, upper):
    """precise.point_of_log, which gives up where x leaves the doubles: there a power."""
    l = exact.with_digits(400, lambda: ln(p))
    shape = b if upper else a
    far = (l + ln(shape) + precise.log_beta(a, b)) / shape
    if far < -600:
        small = mp.exp(far)
        return (1 - small, small) if upper else (small, 1 - small)
    try:
        return precise.point_of_log(a, b, l, upper)
    except ArithmeticError:  # it does not settle to its 22 digits everywhere: leave the point out
        return mpf("nan"), mpf("nan")


def t_entropy(v):
    n = (v + 1) / 2
    return digamma_terms((v,), lambda: n * (mp.digamma(n) - mp.digamma(v / 2)) + ln(v) / 2 + mp.loggamma(v / 2) + mp.loggamma(HALF) - mp.loggamma(n))


def student_t():
    laws = [(v,) for v in (1e-3, 0.05, 0.6, 1, 1.5, 2, 3, 4.7, 7, 11, 19.999999, 20, 33.3, 79, 81, 200, 1e3, 12345.6, 1e6, 1e10)]

    def points(v):
        ts = [1e-300, 1e-100, 1e-20, 1e-9, 0.01, 0.3, 0.99, 1, 1.01, 1.7, 2.5, 4, 7, 12, 25, 100, 1e4, 1e9, 1e16, 1e40, 1e100, 1e200, 1e300]
        ts += [2e8 * v * 0.999, 2e8 * v * 1.001, 1e4 * v**0.5 * 1.001, (0.1 * v) ** 0.5, (v * 4) ** 0.5]
        return [t for t in both(ts) if abs(t) < 1e3 * v or v < 1e3] + [0]

    at = several(laws, points, 4)
    out = columns(["freedom", "x"], t_evaluators, at)
    ps = sorted(PROBABILITIES + [HALF + d for d in (1e-15, -1e-12, 1e-6, -0.01, 0.2, -0.2, 0.3)])
    inverse = [(v, p) for i, (v,) in enumerate(laws) for p in pick(ps, i, 5) if v < 2e6]
    out["quantile"] = (["freedom", "p"], rows(t_quantile, inverse))
    out["isf"] = (["freedom", "p"], rows(lambda v, q: (lambda t: None if t is None else -t)(t_quantile(v, q)), inverse[::3]))
    out["mean"] = out["median"] = out["mode"] = (["freedom"], rows(lambda v: mpf(0), [v for v in laws if v[0] > 1]))
    out["variance"] = (["freedom"], rows(lambda v: v / (v - 2), [v for v in laws if v[0] > 2]))
    out["sd"] = (["freedom"], rows(lambda v: mp.sqrt(v / (v - 2)), [v for v in laws if v[0] > 2]))
    out["entropy"] = (["freedom"], rows(t_entropy, laws + [(v,) for v in wide(1e-3, 1e5, 25) + around(18.999999, 20)]))
    write("student-t", out)


# --- F law ---


def f_evaluators(m, n, f):
    a, b = m / 2, n / 2
    x = exact.with_digits(400, lambda: m * f / (m * f + n))
    y = exact.with_digits(400, lambda: n / (m * f + n))
    lower, upper = log_pq(a, b, x, y)
    return from_logs(precise.log_prefix(a, b, x, y) + ln(a * b / (a + b) / f), lower, upper)


def f_quantile(upper):
    def f(m, n, p):
        x, y = point_of(m / 2, n / 2, p, upper) if p <= HALF else point_of(m / 2, n / 2, exact.with_digits(400, lambda: 1 - p), not upper)
        value = x / y * n / m
        return value if LEAST < value < MOST else None
    return f


def f_entropy(m, n):
    a, b = m / 2, n / 2
    return digamma_terms((a, b), lambda: ln(n / m) + mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b) + (1 - a) * mp.digamma(a)
                         - (1 + b) * mp.digamma(b) + (a + b) * mp.digamma(a + b))


def f_law():
    laws = [(0.01, 0.02), (0.01, 1e10), (1e10, 0.01), (1, 1), (1, 7), (2, 4), (1.9, 2.1), (3, 0.5), (5, 3), (10, 10), (19.9, 30), (80, 80), (100, 199), (199.99, 5),
            (200.5, 33), (60, 1e4), (1e5, 1e5), (2, 1e8), (1e10, 1e10)]

    def points(m, n):
        spread = (2 / m + 2 / n) ** 0.5
        fs = [math.exp(max(-600, min(600, k * spread))) for k in (-30, -8, -3, -1, -0.2, 0.1, 1.5, 4, 9, 40)]
        fs += [1e-300, 1e-200, 1e-100, 1e-20, 1e20, 1e100, 1e290] if min(m, n) < 50 else []
        return fs + [1, 1 + 2.0**-40]

    at = [(m, n, x) for m, n, x in several(laws, points, 2) if abs(precise.log_prefix(*map(mpf, (m / 2, n / 2, m * x / (m * x + n), n / (m * x + n))))) < 1e5]
    out = columns(["numerator", "denominator", "x"], f_evaluators, at)
    small = [law for law in laws if max(law) < 1e6]
    inverse = [(*law, p) for i, law in enumerate(small) for p in pick(PROBABILITIES, i, 6)]
    names = ["numerator", "denominator"]
    out["quantile"] = ([*names, "p"], rows(f_quantile(False), inverse))
    out["isf"] = ([*names, "p"], rows(f_quantile(True), inverse[::2]))
    out["mean"] = (names, rows(lambda m, n: n / (n - 2) if n > 2 else None, laws))
    spread = lambda m, n: 2 * n * n * (m + n - 2) / (m * (n - 2) ** 2 * (n - 4)) if n > 4 else None
    out["variance"] = (names, rows(spread, laws))
    out["sd"] = (names, rows(lambda m, n: n and spread(m, n) and mp.sqrt(spread(m, n)), laws))
    out["median"] = (names, rows(lambda m, n: f_quantile(False)(m, n, HALF), small))
    out["mode"] = (names, rows(lambda m, n: (m - 2) / m * n / (n + 2) if m > 2 else mpf(0), laws))
    out["entropy"] = (names, rows(f_entropy, laws + [(a, b) for x in laws for y in laws for a, b in [(x[0], y[1])]][::4]))
    write("f", out)


# --- beta law ---


def beta_evaluators(a, b, x):
    lower, upper = log_pq(a, b, x, precise.complement(x))
    return from_logs(precise.log_prefix(a, b, x) + ln(a) + ln(b) - ln(a + b) - ln(x) - ln(precise.complement(x)), lower, upper)


def beta_quantile(upper):
    def f(a, b, p):
        x, y = point_of(a, b, p, upper) if p <= HALF else point_of(a, b, exact.with_digits(400, lambda: 1 - p), not upper)
        return x if x > mpf(10) ** -307 else None
    return f


def beta_entropy(a, b):
    return digamma_terms((a, b), lambda: mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b) - (a - 1) * mp.digamma(a) - (b - 1) * mp.digamma(b)
                         + (a + b - 2) * mp.digamma(a + b))


def beta():
    laws = [(1e-3, 2e-3), (1e-3, 1e10), (0.5, 0.5), (0.3, 7), (12, 0.2), (1, 1), (1, 5), (4, 1), (1.5, 1e10), (2, 3), (9.99, 10.01), (40, 77), (0.7, 300), (1e3, 1e3),
            (1e5, 2), (1e5, 3e5), (1e10, 1e10)]

    def points(a, b):
        mean, sd = a / (a + b), (a * b / (a + b + 1)) ** 0.5 / (a + b)
        xs = [mean + k * sd for k in (-30, -12, -5, -2, -1, -0.1, 0, 0.1, 1.1, 2.2, 5, 9, 30)]
        xs += [1e-300, 1e-100, 1e-20, 1e-5, 0.3, 1 - 1e-6, 1 - 2.0**-53] if min(a, b) < 50 else []
        return [x for x in xs if 0 < x < 1]

    at = [point for point in several(laws, points, 2) if abs(precise.log_prefix(*map(mpf, point))) < 1e5]
    names = ["alpha", "beta"]
    out = columns([*names, "x"], beta_evaluators, at)
    small = [law for law in laws if max(law) < 1e6]
    inverse = [(*law, p) for i, law in enumerate(small) for p in pick(PROBABILITIES, i, 9)]
    out["quantile"] = ([*names, "p"], rows(beta_quantile(False), inverse))
    out["isf"] = ([*names, "p"], rows(beta_quantile(True), inverse[::3]))
    out["mean"] = (names, rows(lambda a, b: a / (a + b), laws))
    spread = lambda a, b: a * b / (a + b) ** 2 / (a + b + 1)
    out["variance"] = (names, rows(spread, laws))
    out["sd"] = (names, rows(lambda a, b: mp.sqrt(spread(a, b)), laws))
    out["median"] = (names, rows(lambda a, b: beta_quantile(False)(a, b, HALF), small))
    out["mode"] = (names, rows(lambda a, b: (a - 1) / (a + b - 2) if a > 1 and b > 1 else None, laws))
    out["entropy"] = (names, rows(beta_entropy, laws + [(a, b) for x in laws for y in laws for a, b in [(x[0], y[1])]][::4]))
    write("beta", out)


# --- counts ---


def count_quantile(side, guess, most=None):
    """The smallest k with side(k) beyond ln p; None where p is too near a step for doubles to tell."""
    def f(*args):
        *law, p = args
        goal = ln(p)
        value = lambda k: side(*law, mpf(k))
        upper = side in (binomial_log_sf, negative_binomial_log_sf)
        holds = lambda k: value(k) <= goal if upper else value(k) >= goal
        z = (exact.normal_quantile(p) if p != HALF else 0) * (-1 if upper else 1)
        top = int(law[0]) if most else None
        k = max(0, int(guess(*law, z)))
        k = k if top is None else min(k, top)
        step = 1
        low, high = (-1, k) if holds(k) else (k, None)
        if high is None:
            while high is None:
                k += step
                step *= 2
                k = k if top is None else min(k, top)
                low, high = (low, k) if holds(k) else (k, None)
        else:
            while high - step > 0 and holds(high - step):
                high -= step
                step *= 2
            low = high - step if high - step > 0 else -1
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if holds(middle) else (middle, high)
        close = lambda l: abs(mp.expm1(l - goal)) < max(mpf(10) ** -11, LEAST / p)
        return None if close(value(high)) or (high > 0 and close(value(high - 1))) else mpf(high)
    return f


def binomial_log_pmf(n, p, k):
    return precise.log_prefix(k, n - k, p)


def binomial_log_cdf(n, p, k):
    return mpf(0) if k >= n else precise.log_pq(k + 1, n - k, p)[1]


def binomial_log_sf(n, p, k):
    return mpf("-inf") if k >= n else precise.log_pq(k + 1, n - k, p)[0]


def counted(log_pmf, log_cdf, log_sf):
    def evaluators(*args):
        *law, x = args
        k = mp.floor(x)
        if k < 0 or (log_pmf is binomial_log_pmf and not 0 < k < law[0]):
            return None
        all_ = from_logs(log_pmf(*law, k), log_cdf(*law, k), log_sf(*law, k), log_sf(*law, k - 1) if k > 0 else mpf(0))
        return all_ if k == x else {key: all_[key] for key in ("cdf", "sf", "logCdf", "logSf", "cumHazard")}
    return evaluators


def entropy_of(log_pmf, ratio, first, last):
    """The sum from first to last; ratio(k) is P(k + 1)/P(k)."""
    l = log_pmf(first)
    p = mp.exp(l)
    total = mpf(0)
    for k in range(first, last + 1):
        total -= p * l
        r = ratio(k)
        p *= r
        l += ln(r) if r else 0
    return total


def binomial_entropy(n, p):
    sd = math.sqrt(n * p * (1 - p))
    first, last = max(0, int(n * p - 15 * sd - 60)), min(int(n), int(n * p + 15 * sd + 60))
    odds = p / (1 - p)
    return entropy_of(lambda k: binomial_log_pmf(n, p, mpf(k)), lambda k: (n - k) / (k + 1) * odds, first, last)


def around_mean(mean, sd):
    ks = [mean + t * sd for t in (-40, -25, -12, -6, -3, -1.3, -0.4, 0, 0.4, 1, 2, 4, 8, 15, 37)]
    return ks + ([0, 1, 2, 3, 7, 14, 21, 50, 171, 1000] if mean < 2e3 else [])


def binomial():
    laws = [(1, 0.3), (2, 0.5), (5, 1e-300), (7, 1 - 2.0**-53), (10, 0.1), (19, 0.52), (60, 0.9), (100, 0.03), (400, 0.5), (999, 1e-3), (4000, 0.37), (4100, 0.6),
            (1e6, 1e-6), (1e6, 0.999), (1e8, 1e-3), (1e12, 2e-11), (1e15, 0.25), (2.0**53, 1e-14), (2.0**53 - 1, 0.5)]
    points = lambda n, p: [k for k in map(math.floor, around_mean(n * p, math.sqrt(n * p * (1 - p)))) if 0 <= k <= n] + [math.floor(n * p) + 0.5]
    at = [point for point in several(laws, points, 2) if point[0] < 1e9 or abs(point[2] - point[0] * point[1]) < 20 * (point[0] * point[1]) ** 0.5]
    names = ["trials", "probability"]
    out = columns([*names, "x"], counted(binomial_log_pmf, binomial_log_cdf, binomial_log_sf), at)
    small = [law for law in laws if law[0] < 1e5]
    inverse = [(*law, p) for i, law in enumerate(small) for p in pick(PROBABILITIES, i, 4)]
    guess = lambda n, p, z: n * p + z * mp.sqrt(n * p * (1 - p))
    out["quantile"] = ([*names, "p"], rows(count_quantile(binomial_log_cdf, guess, True), inverse))
    out["isf"] = ([*names, "p"], rows(count_quantile(binomial_log_sf, guess, True), inverse[::2]))
    out["mean"] = (names, rows(lambda n, p: n * p, laws))
    out["variance"] = (names, rows(lambda n, p: n * p * precise.complement(p), laws))
    out["sd"] = (names, rows(lambda n, p: mp.sqrt(n * p * precise.complement(p)), laws))
    out["median"] = (names, rows(lambda n, p: count_quantile(binomial_log_cdf, guess, True)(n, p, HALF), small))
    out["mode"] = (names, rows(lambda n, p: mp.floor(exact.with_digits(400, lambda: (n + 1) * p)), laws))  # the last one
    out["entropy"] = (names, rows(binomial_entropy, small + [(4010, 0.47), (4020, 0.53), (1100, 0.9), (10010, 0.111), (3e5, 3e-3), (1e4, 1e-6)]))
    write("binomial", out)


def negative_binomial_log_pmf(r, p, k):
    return precise.log_prefix(r, k, p) + ln(r / (r + k))


def negative_binomial_log_cdf(r, p, k):
    return precise.log_pq(r, k + 1, p)[0]


def negative_binomial_log_sf(r, p, k):
    return precise.log_pq(r, k + 1, p)[1]


def negative_binomial_entropy(r, p):
    q = precise.complement(p)
    mean, sd = float(r * q / p), math.sqrt(float(r * q)) / float(p)
    first, last = max(0, int(mean - 14 * sd - 60)), int(mean + 15 * sd + 60 / float(p))
    if last - first < 40000:
        return entropy_of(lambda k: negative_binomial_log_pmf(r, p, mpf(k)), lambda k: (r + k) / (k + 1) * q, first, last)
    # Summed up to 3000, from there by quadrature and Euler and Maclaurin's terms, the derivatives by mpmath.
    head = entropy_of(lambda k: negative_binomial_log_pmf(r, p, mpf(k)), lambda k: (r + k) / (k + 1) * q, 0, 2999)
    log_mass = lambda k: mp.loggamma(k + r) - mp.loggamma(k + 1) - mp.loggamma(r) + r * ln(p) + k * ln(q)
    g = lambda k: -mp.exp(log_mass(k)) * log_mass(k)
    ends = [mpf(3000)]
    while ends[-1] < last:
        ends.append(ends[-1] + min(ends[-1] / 2, mpf(max(sd, 1 / float(p)))))
    with mp.workdps(40):
        integral = mp.quad(g, ends, method="gauss-legendre", maxdegree=4)
        return head + integral + g(mpf(3000)) / 2 - mp.diff(g, 3000) / 12 + mp.diff(g, 3000, 3) / 720


def negative_binomial():
    laws = [(1, 0.5), (0.1, 0.05), (1e-10, 0.5), (1e-3, 1e-4), (0.6, 0.01), (2, 1 - 2.0**-53), (3.5, 0.3), (7, 0.9), (12.3, 0.1), (40, 0.5), (25, 1e-3), (1e3, 0.99),
            (1000.5, 0.4), (2, 1e-8), (1e6, 0.5), (1e10, 1 - 1e-9), (1e8, 1e-4)]
    def points(r, p):
        mean, sd = r * (1 - p) / p, math.sqrt(r * (1 - p)) / p
        ks = [mean + t / p for t in (0.1, 3, 20, 100, 500)] if r < 100 else []
        return [k for k in map(math.floor, around_mean(mean, sd) + ks) if k >= 0] + [math.floor(mean) + 0.5]
    at = several(laws, points, 2)
    names = ["size", "probability"]
    out = columns([*names, "x"], counted(negative_binomial_log_pmf, negative_binomial_log_cdf, negative_binomial_log_sf), at)
    small = [law for law in laws if law[0] / law[1] < 1e5]
    inverse = [(*law, p) for i, law in enumerate(small) for p in pick(PROBABILITIES, i, 7)]
    guess = lambda r, p, z: r * (1 - p) / p + z * mp.sqrt(r * (1 - p)) / p
    out["quantile"] = ([*names, "p"], rows(count_quantile(negative_binomial_log_cdf, guess), inverse))
    out["isf"] = ([*names, "p"], rows(count_quantile(negative_binomial_log_sf, guess), inverse[::2]))
    out["mean"] = (names, rows(lambda r, p: r * precise.complement(p) / p, laws))
    out["variance"] = (names, rows(lambda r, p: r * precise.complement(p) / p / p, laws))
    out["sd"] = (names, rows(lambda r, p: mp.sqrt(r * precise.complement(p)) / p, laws))
    out["median"] = (names, rows(lambda r, p: count_quantile(negative_binomial_log_cdf, guess)(r, p, HALF), small))
    out["mode"] = (names, rows(lambda r, p: mp.floor(exact.with_digits(400, lambda: (r - 1) * (1 - p) / p)) if r > 1 else mpf(0), laws))  # the last one
    out["entropy"] = (names, rows(negative_binomial_entropy, small[::2] + [(999.5, 0.3), (1001, 0.7), (2, 1e-6), (0.3, 1e-5), (30, 1e-4), (5e3, 0.11)]))
    write("negative-binomial", out)


if __name__ == "__main__":
    beta()
    student_t()
    f_law()
    binomial()
    negative_binomial()
