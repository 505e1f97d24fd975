"""The beta functions at 50 digits, by other ways than src takes: positive series in exact integers, else quadrature."""
import mpmath as mp

from precise import complement_of_log, with_digits

BITS = 230


def log_gamma_ratio(a, d):
    """ln(Gamma(a + d) / Gamma(a))."""
    if abs(d) < mp.mpf(10) ** -60 * a:
        return d * mp.digamma(a)
    lost = int(max(0, mp.log10(a), mp.log10(1 / abs(d)))) + int(max(0, mp.log10(1 / a)))
    return with_digits(80 + 2 * lost, lambda: mp.loggamma(a + d) - mp.loggamma(a))


def log_beta(a, b):
    digits = 80 + 2 * int(max(0, mp.log10(a + b)) + max(0, mp.log10(1 / min(a, b))))
    return with_digits(digits, lambda: mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b))


def spare(a, b):
    """Digits that the sizes of the shapes cost, on top of those asked for."""
    return mp.mp.dps + 30 + int(max(0, mp.log10(a + b)))


def complement(x):
    return with_digits(400, lambda: 1 - x)


def log_prefix(a, b, x, y=None):
    """ln(Gamma(n + 1) / (Gamma(a + 1) Gamma(b + 1)) x^a y^b)."""
    y = complement(x) if y is None else y
    log = lambda x, y: mp.log(x) if x < 0.9 else mp.log1p(-y)
    choose = lambda: mp.loggamma(a + b + 1) - mp.loggamma(a + 1) - mp.loggamma(b + 1)
    return with_digits(spare(a, b), lambda: choose() + a * log(x, y) + b * log(y, x))


def series(a, n, x):
    """F(n, 1; a + 1; x): positive terms, so fixed point is exact enough."""
    bits = BITS + mp.mp.prec
    shift = 1100 if min(a, n, x) < 1e-3 else 120
    A, N, X, one = (int(mp.ldexp(v, shift)) for v in (a, n, x, mp.mpf(1)))
    term = total = 1 << bits
    while term:
        A += one
        term = (term * N // A * X) >> shift
        N += one
        total += term
    return mp.ldexp(mp.mpf(total), -bits)


def outward(a, b, x, y):
    """The integral of (x^a y^b)(t) over its value at x, in the logit of t from x down, where it only falls below the mean."""
    width = 1 / (abs(a * y - b * x) + mp.sqrt(a * b / (a + b)))
    f = lambda s: mp.exp(-a * s * width - (a + b) * mp.log1p(x * mp.expm1(-s * width)))
    pieces = [0, 1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 20, 24, 32, 48, 64, 96, 140]
    return with_digits(mp.mp.dps + int(mp.log10(a + b)), lambda: mp.quad(f, pieces, method="gauss-legendre")) * width


def log_lower(a, b, x, y, extra=0):
    """ln I_x, x at most the mean or so."""
    n = a + b
    if x < 0.985 and a < 3e6 or extra:
        return with_digits(60 + extra, lambda: log_prefix(a, b, x, y) + mp.log(b / n) + mp.log(series(a, n, x)))
    return log_prefix(a, b, x, y) + mp.log(a) + mp.log(b / n) + mp.log(outward(a, b, x, y))


def from_left(a, b, x, y, digits):
    """(ln P, ln Q) by the series in x, with digits to spare for a complement with so many leading zeros."""
    lower = with_digits(60 + digits, lambda: log_lower(a, b, x, y, digits))
    return +lower, with_digits(60 + digits, lambda: mp.log(-mp.expm1(lower)))


def lower_first(a, b, x, y):
    """(ln P, ln Q) for x at most the mean."""
    if a < 1:
        return from_left(a, b, x, y, 40 + int(max(0, -mp.log10(a))))
    lower = log_lower(a, b, x, y)
    return lower, complement_of_log(lower)


def log_pq(a, b, x, y=None):
    """(ln P, ln Q) of the regularised incomplete beta functions."""
    y = complement(x) if y is None else y
    near = lambda a, b, x: x < 0.015 and (a + b) * x < 60 and a < 20
    zeros = lambda a, b, x, y: 30 + int(max(0, -mp.log10(a)) + max(0, (a + b) * x - min(0, log_prefix(a, b, x, y))) / 2)
    if near(a, b, x):
        return from_left(a, b, x, y, zeros(a, b, x, y))
    if near(b, a, y) or x > a / (a + b):
        q, p = from_left(b, a, y, x, zeros(b, a, y, x)) if near(b, a, y) else lower_first(b, a, y, x)
        return p, q
    return lower_first(a, b, x, y)


def point_of_log(a, b, l, upper=False):
    """(x, 1 - x) where ln P, or ln Q, is l: Newton's method in the logit of x on the smaller tail's logarithm, a concave function."""
    if l > -mp.log(2):
        other = with_digits(400, lambda: mp.log(-mp.expm1(l)))
        return point_of_log(a, b, +other, not upper)
    if upper:
        x, y = point_of_log(b, a, l)
        return y, x
    t = min(mp.log(a / b), (l + mp.log(a) + log_beta(a, b)) / a)
    for _ in range(300):
        x, y = 1 / (1 + mp.exp(-t)), 1 / (1 + mp.exp(t))
        if x < mp.mpf(10) ** -310:
            return x, y
        value = log_pq(a, b, x, y)[0]
        step = (value - l) / mp.exp(log_prefix(a, b, x, y) + mp.log(a) + mp.log(b / (a + b)) - value)
        t -= step
        if abs(step) <= max(abs(t), 1) * mp.mpf(10) ** -22:  # and so, quadratically, 40 digits
            return 1 / (1 + mp.exp(-t)), 1 / (1 + mp.exp(t))
    raise ArithmeticError(f"no beta quantile at {a}, {b}, {l}")
