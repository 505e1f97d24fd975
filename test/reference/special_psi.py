"""Table for src/numeric/special/digamma.ts: around its zeros and poles, and on both sides of the borders 1, 2 and 10."""
import mpmath as mp

from points import around, even, rows, wide, write
from precise import with_digits

X = ["x"]


def digamma(x):
    return with_digits(120, lambda: mp.digamma(x))


def trigamma(x):
    """mpmath walks up from a negative x step by step, which -1e15 does not bear."""
    if x > -1000:
        return with_digits(120, lambda: mp.psi(1, x))
    return with_digits(120, lambda: (mp.pi / mp.sinpi(x)) ** 2 - mp.psi(1, 1 - x))


def is_pole(x):
    return x <= 0 and x == mp.floor(x)


def log_less_digamma(x):
    digits = 70 + 2 * max(0, int(mp.log10(x)))
    return with_digits(digits, lambda: mp.log(x) - mp.digamma(x)) if x < 1e15 else 1 / (2 * x) + 1 / (12 * x * x)


if __name__ == "__main__":
    zero = 1.4616321449683622
    positive = wide(1e-300, 0.1, 20) + even(0, 2, 80) + even(2, 12, 80) + wide(12, 1e300, 30) + around(0.5, 1, 2, 10, zero)
    positive += [float(k) for k in range(1, 12)] + [zero + s * d for d in (1e-14, 1e-10, 1e-6, 1e-3, 0.01) for s in (1, -1)]
    # Below 0 near the poles, at quarters, and near the zeros.
    below = [-x for x in wide(1e-300, 0.1, 12) + even(0, 12, 100) + even(12, 200, 30) + wide(200, 1e15, 20)]
    below += [-0.5, -0.25, -0.75, -7.25, -1e6 - 0.5, -1 - 1e-10, -2 + 1e-12, -99.9999999, -1 - 2.0**-52]
    below += [-0.5040830082644554, -1.5734984731623904, -2.6107208684441447, -9.702672540001863]
    everywhere = [x for x in positive + below if not is_pole(x)]
    write("digamma", {
        "digamma": (X, rows(digamma, everywhere)),
        "logLessDigamma": (X, rows(log_less_digamma, positive)),
        "trigamma": (X, rows(trigamma, everywhere)),
    })
