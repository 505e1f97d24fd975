"""Gamma quantiles at 50 digits: Newton's method in ln x on the logarithm of the smaller tail, which is concave."""
import mpmath as mp
from scipy.special import gammaincinv, gammainccinv

import precise as exact

DIGITS = mp.mpf(10) ** -40


def log_of_start(a, log_p, log_q):
    """ln x, roughly."""
    lower = log_p < log_q
    if max(-log_p, -log_q) < 650:
        x = gammaincinv(float(a), float(mp.exp(log_p))) if lower else gammainccinv(float(a), float(mp.exp(log_q)))
        if 1e-300 < x < 1e300:
            return mp.log(mp.mpf(float(x)))
    if lower or log_q > -1:  # the leading term of P
        return (log_p + exact.log_gamma(a + 1)) / a if a < 1 or log_p < -30 * a else mp.log(a) - mp.sqrt(-2 * log_p / a)
    y = -log_q - exact.log_gamma(a)
    x = max(y, mp.mpf(1), a)
    for _ in range(60):
        x = max(y + (a - 1) * mp.log(x), a + 1)
    return mp.log(x)


def log_gamma_inverse(a, log_p, log_q):
    """ln x with ln P(a, x) = log_p and ln Q(a, x) = log_q, from whichever is smaller."""
    lower = log_p < log_q
    goal, sign = (log_p, 1) if lower else (log_q, -1)
    leading = (log_p + exact.log_gamma(a + 1)) / a
    if leading < -200:  # P is its first term to 80 digits
        return leading
    u = log_of_start(a, log_p, log_q)
    step = mp.inf
    for _ in range(100):
        x = mp.mpf(float(mp.exp(u)))  # the series of precise.py take doubles only
        tail = exact.log_gamma_pq(a, x)[0 if lower else 1]
        slope = mp.exp(mp.log(a) + exact.log_prefix(a, x) - tail)
        step = (goal - tail) / slope * sign
        u = mp.log(x) + max(min(step, mp.mpf(2)), mp.mpf(-2))
        if abs(step) * mp.sqrt(1 + a) < mp.mpf(10) ** -8 or abs(step) < mp.mpf(10) ** -15:
            return mp.log(x) + mp.log1p(from_double(a, x, slope * sign, goal - tail))
    raise ArithmeticError(f"no gamma quantile for {a}, {log_p}")


def from_double(a, x, slope, rise):
    """d where the tail at x (1 + d) is exp(rise) times that at x, by Newton's method on the integral of the density."""
    d = rise / slope
    ratio = lambda t: slope * mp.exp((a - 1) * mp.log1p(t) - t * x)
    for _ in range(8):
        moved = mp.quad(ratio, [0, d], method="gauss-legendre", maxdegree=4) if d else mp.mpf(0)
        step = (mp.expm1(rise) - moved) / ratio(d)
        d += step
        if abs(step) < DIGITS:
            break
    return d


def log_gamma_pq(a, z):
    """exact.log_gamma_pq at any z: at the nearest double, and the integral of the density from there."""
    x = mp.mpf(float(z))
    lower, upper = exact.log_gamma_pq(a, x)
    if z == x:
        return lower, upper
    rate = exact.log_prefix(a, x) + mp.log(a)
    moved = mp.quad(lambda t: mp.exp(rate + (a - 1) * mp.log1p(t) - t * x), [0, z / x - 1], method="gauss-legendre", maxdegree=4)
    return lower + mp.log1p(moved / mp.exp(lower)), upper + mp.log1p(-moved / mp.exp(upper))


def gamma_inverse(a, log_p, log_q):
    u = log_gamma_inverse(a, log_p, log_q)
    return mp.exp(u) if -745 < u < 709 else None


def of_p(a, p):
    return gamma_inverse(a, mp.log(p), exact.log1p(-p))


def of_q(a, q):
    return gamma_inverse(a, exact.log1p(-q), mp.log(q))


def of_log_p(a, l):
    return gamma_inverse(a, l, exact.log1mexp(l))


def of_log_q(a, l):
    return gamma_inverse(a, exact.log1mexp(l), l)
