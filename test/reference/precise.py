"""The functions of src/numeric and src/laws at 50 digits, by other ways than src takes."""
import mpmath as mp

mp.mp.dps = 50
SQRT2 = mp.sqrt(2)


def with_digits(digits, f):
    """f() at more digits, rounded back."""
    with mp.workdps(digits):
        v = f()
    return +v


def log1p(x):
    """Also where 1 + x has lost x."""
    return with_digits(400, lambda: mp.log1p(x)) if abs(x) > mp.mpf(10) ** -340 else x


def log1mexp(x):
    """ln(1 - e^x), x < 0."""
    return log1p(-mp.exp(x)) if x < -1 else with_digits(400, lambda: mp.log(-mp.expm1(x)))


# --- error function and normal law ---


def erfcx(x):
    """exp(x^2) erfc(x); by the asymptotic series from 12 on, where its smallest term is below 1e-60."""
    if x < 12:
        return with_digits(70, lambda: mp.exp(x * x) * mp.erfc(x))
    term = total = mp.mpf(1)
    n = 1
    while abs(term) > mp.mpf(10) ** -55:
        term *= -(2 * n - 1) / (2 * x * x)
        total += term
        n += 1
    return total / (x * mp.sqrt(mp.pi))


def normal_log_cdf(z):
    """Near 0 on the right as log1p of the other tail: 50 digits of a number as small as 1e-300."""
    if z > 0:
        return mp.log1p(-mp.exp(normal_log_cdf(-z)))
    return -z * z / 2 + mp.log(erfcx(-z / SQRT2) / 2)


def normal_cdf(z):
    return mp.exp(normal_log_cdf(z))


def normal_hazard(z):
    return mp.sqrt(2 / mp.pi) / erfcx(z / SQRT2)


def normal_quantile_of_log(l):
    """The root of normal_log_cdf(z) = l < 0, by Newton's method on a concave function."""
    if l > -mp.mpf(2) / 3:  # in the upper half: the lower quantile of 1 - e^l
        return -normal_quantile_of_log(mp.log(-with_digits(400, lambda: mp.expm1(l))))
    z = -mp.sqrt(-2 * l) if l < -3 else mp.mpf(0)
    for _ in range(200):
        step = (normal_log_cdf(z) - l) / normal_hazard(-z)
        z -= step
        if abs(step) <= abs(z) * mp.mpf(10) ** -46:
            return z
    raise ArithmeticError(f"no normal quantile at {l}")


def normal_quantile(p):
    if p == mp.mpf(1) / 2:
        return mp.mpf(0)
    if p > 0.5:
        return -normal_quantile(1 - p)
    if p > 0.25:  # a small number: solve erf(y) = 1 - 2p, which keeps its digits
        q = 1 - 2 * p
        y = q * mp.sqrt(mp.pi) / 2
        for _ in range(200):
            step = (mp.erf(y) - q) / (2 / mp.sqrt(mp.pi) * mp.exp(-y * y))
            y -= step
            if abs(step) <= abs(y) * mp.mpf(10) ** -46:
                return -y * SQRT2
    return normal_quantile_of_log(mp.log(p))


# --- gamma functions ---


def log_gamma(x):
    """ln |Gamma(x)|, with digits to spare for the zeros at 1 and 2 and the poles."""
    if x > 0:
        return with_digits(80 if x < 4 else 60, lambda: mp.loggamma(x))
    return with_digits(400, lambda: mp.log(mp.pi / abs(mp.sinpi(x) * x)) - mp.loggamma(-x))


def stirling_error(x):
    digits = 70 + 2 * int(mp.log10(x))
    return with_digits(digits, lambda: mp.loggamma(x + 1) - (x + mp.mpf(1) / 2) * mp.log(x) + x - mp.log(2 * mp.pi) / 2)


def log_prefix(a, x):
    """ln(x^a e^-x / Gamma(a + 1))."""
    digits = 80 + max(0, int(mp.log10(a + x)))
    return with_digits(digits, lambda: a * mp.log(x) - x - mp.loggamma(a + 1))


BITS = 260


def fixed(v):
    return int(mp.floor(v * mp.mpf(2) ** BITS))


def kummer(a, x):
    """P / prefix = 1 + x/(a+1) + x^2/((a+1)(a+2)) + ...: positive terms, so fixed point is exact enough."""
    bits = BITS + mp.mp.prec
    shift = mp.mpf(2) ** (1100 if min(a, x) < 1e-3 else 70)  # doubles are integers after this shift
    A, X, one = int(a * shift), int(x * shift), int(shift)
    term = total = 1 << bits
    while term:
        A += one
        term = term * X // A
        total += term
    return mp.mpf(total) / mp.mpf(2) ** bits


def descending(a, x):
    """Q / prefix = a/x (1 + (a-1)/x + (a-1)(a-2)/x^2 + ...); None where the series does not get down to 1e-60."""
    a1, term, total = mp.mpf(a), mp.mpf(1), mp.mpf(1)
    if a > 1000:  # fixed point
        X = int(x * mp.mpf(2) ** 60)
        A, one = int(a * mp.mpf(2) ** 60), 1 << 60
        t = s = 1 << BITS
        while t and A > one:
            A -= one
            t = t * A // X
            s += t
        return None if t else a / x * mp.mpf(s) / mp.mpf(2) ** BITS
    while abs(term) > abs(total) * mp.mpf(10) ** -60:
        a1 -= 1
        if abs(a1) >= x:
            return None
        term *= a1 / x
        total += term
    return a / x * total


def outward(a, x):
    """The smaller tail over the density's own scale for a beyond every series: quadrature away from x."""
    sign = 1 if x >= a else -1
    width = 1 / (abs(x - a) / x + 1 / mp.sqrt(a))
    f = lambda s: mp.exp((a - 1) * mp.log1p(sign * s * width / x) - sign * s * width)
    pieces = [0, 1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 20, 24, 32, 48, 64, 96, 140]
    return with_digits(40 + int(mp.log10(a)), lambda: mp.quad(f, pieces, method="gauss-legendre")) * width * a / x


def log_gamma_pq(a, x):
    """(ln P, ln Q) of the regularised incomplete gamma functions."""
    prefix = log_prefix(a, x)
    series = lambda: a * mp.log(x) - x - mp.loggamma(a + 1) + mp.log(kummer(a, x))
    factor = None if x < a else outward(a, x) if a > 3e10 else descending(a, x)
    if factor is not None:
        upper = prefix + mp.log(factor)
        return complement_of_log(upper), upper
    if a > 3e10:
        lower = prefix + mp.log(outward(a, x))
    elif x < a and a >= 1:
        lower = prefix + mp.log(kummer(a, x))
    else:  # Q = 1 - P loses as many digits as Q has leading zeros
        zeros = max(0, -prefix) / 2 + max(0, -mp.log10(a))
        digits = 70 + int(zeros)
        return with_digits(digits, series), with_digits(digits, lambda: mp.log(-mp.expm1(series())))
    return lower, complement_of_log(lower)


def complement_of_log(l):
    return mp.log1p(-mp.exp(l)) if l > -1e6 else mp.mpf(0)
