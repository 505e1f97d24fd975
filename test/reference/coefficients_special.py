"""Coefficient tables of bessel.ts, exponential-integral.ts and relative-exponential.ts, in the manner of coefficients.py.

    python3 test/reference/coefficients_special.py          prints TypeScript array literals

* 1/m!^2 and 1/(m! (m+1)!): the power series of I0 and 2 I1/x in x^2/4.
* sqrt(x) e^-x I(x) and x e^x E1(x), in the variable t that maps 1/x of each stretch onto [-1, 1]: interpolation at
  Chebyshev nodes, written in powers of t and rounded to doubles.
* 1/k!.
"""
import mpmath as mp

from coefficients import chebyshev_polynomial, literal

ONE = mp.mpf(1)


def stretch(f, least, most):
    """f(1/x) as a function of t, 1/x from 1/most to 1/least as t runs from -1 to 1."""
    low, high = ONE / most, ONE / least
    return lambda t: f((low + high) / 2 + (high - low) / 2 * t)


def scaled_bessel(order):
    """sqrt(x) e^-x I_order(x) of y = 1/x; at infinity 1 / sqrt(2 pi)."""
    def f(y):
        if y < mp.mpf(10) ** -5:  # the asymptotic series, whose terms fall by 8 x / k^2
            term = total = ONE
            for k in range(1, 14):
                term *= -(4 * order**2 - (2 * k - 1) ** 2) * y / (8 * k)
                total += term
            return total / mp.sqrt(2 * mp.pi)
        return mp.exp(-1 / y) * mp.besseli(order, 1 / y) / mp.sqrt(y)
    return f


def scaled_integral(y):
    """x e^x E1(x) of y = 1/x."""
    return ONE if y == 0 else mp.exp(1 / y) * mp.e1(1 / y) / y


def show(name, f, degree):
    c = chebyshev_polynomial(f, degree, -ONE, ONE)
    literal(name, c)
    points = [2 * (mp.mpf(i) + mp.mpf(1) / 3) / 300 - 1 for i in range(300)]
    worst = max(abs(mp.polyval([mp.mpf(v) for v in reversed(c)], t) / f(t) - 1) for t in points)
    print("// worst relative error", mp.nstr(worst, 3))


if __name__ == "__main__":
    literal("I0_SERIES", [1 / mp.factorial(m) ** 2 for m in range(19)])
    literal("I1_SERIES", [1 / (mp.factorial(m) * mp.factorial(m + 1)) for m in range(19)])
    for order in (0, 1):
        show(f"I{order}_MIDDLE", stretch(scaled_bessel(order), 4, 8), 17)
        show(f"I{order}_FAR", stretch(scaled_bessel(order), 8, mp.inf), 25)
    show("FROM_1_TO_3", stretch(scaled_integral, 1, 3), 22)
    show("FROM_3_TO_10", stretch(scaled_integral, 3, 10), 19)
    show("FROM_10", stretch(scaled_integral, 10, mp.inf), 18)
    literal("RECIPROCAL_FACTORIAL", [1 / mp.factorial(k) for k in range(31)])
