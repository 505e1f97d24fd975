"""Kolmogorov and Smirnov's exact laws at 50 digits, by other ways than src takes: Durbin's matrix for the two-sided
statistic, in integers with a common exponent; Birnbaum and Tingey's sum, from exact rationals, for the one-sided one."""
from fractions import Fraction as Q

import mpmath as mp
import numpy as np

BITS = 256


FACTORIALS = [1]


def factorial(n):
    while len(FACTORIALS) <= n:
        FACTORIALS.append(FACTORIALS[-1] * len(FACTORIALS))
    return FACTORIALS[n]


def matrix(n, d):
    """Durbin's matrix (Marsaglia, Tsang & Wang 2003) times 2^bits, the index of the corner that is asked for, bits."""
    nd = n * Q(d)
    k = nd.numerator // nd.denominator + 1
    h = k - nd
    m = 2 * k - 1
    bits = BITS + factorial(m).bit_length() + 8  # the entries are at least about 1/m!
    reciprocal = [(1 << bits) // factorial(j) for j in range(m + 1)]
    H = np.zeros((m, m), dtype=object)
    for i in range(m):
        for j in range(min(m, i + 2)):
            H[i, j] = reciprocal[i - j + 1]
    fixed = lambda v: int(mp.floor(mp.ldexp(v, bits)))
    h_real = mp.mpf(h.numerator) / h.denominator
    power = 1 << bits
    for i in range(m):
        power = power * fixed(h_real) >> bits
        H[i, 0] -= power // factorial(i + 1)
        H[m - 1, m - 1 - i] -= power // factorial(i + 1)
    if 2 * h > 1:
        H[m - 1, 0] += fixed(mp.power(2 * h_real - 1, m)) // factorial(m)
    return H, k - 1, bits


def trimmed(v):
    """v / 2^spare, to 2 BITS bits, and spare."""
    spare = max(0, int(v.max()).bit_length() - 2 * BITS)
    return v >> spare, spare


def two_sided_cdf(n, d):
    """P(D_n <= d) = n! / n^n (H^n)_{k-1,k-1}: by squaring where that is less work, else n times on a vector."""
    n, d = int(n), float(d)
    if n * Q(d) <= Q(1, 2):
        return mp.mpf(0)
    with mp.workdps(160):
        H, k, bits = matrix(n, d)
        v = np.zeros(len(H), dtype=object)
        v[k] = 1 << bits
        exponent = -bits
        if 2 * len(H) * n.bit_length() < n:
            power, of_power, rest = H, -bits, n
            while rest:
                if rest & 1:
                    v, spare = trimmed(power.dot(v))
                    exponent += of_power + spare
                power, spare = trimmed(power.dot(power))
                of_power, rest = 2 * of_power + spare, rest >> 1
        else:
            for _ in range(n):
                v, spare = trimmed(H.dot(v))
                exponent += spare - bits
        return mp.exp(mp.loggamma(n + 1) - n * mp.log(n) + mp.log(mp.mpf(int(v[k]))) + exponent * mp.log(2))


def log_one_sided(n, d):
    """ln P(D+_n >= d); every term an exact power of exact rationals, to 60 digits."""
    n = int(n)
    with mp.workdps(70):
        d = mp.mpf(d)
        last = int(mp.floor(n * (1 - d)))
        total, choose = mp.mpf(0), mp.mpf(1)
        for j in range(last + 1):
            x = d + mp.mpf(j) / n
            total += choose * mp.power(x, j - 1) * mp.power(1 - x, n - j)
            choose = choose * (n - j) / (j + 1)
        return mp.log(total * d)
