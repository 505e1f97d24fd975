"""Prints the coefficient table of src/numeric/special/beta-laplace.ts.

g(h) = h / tau(h), where h^2 / 2 is the deviance over n and tau the standardised offset; from d(h^2 / 2) = tau d tau / (1 - s tau - tau^2)
g - g^3 + s h g^2 + h^2 g = h g', so that g_k is a polynomial in s of the parity of k.
"""
from fractions import Fraction


def product(p, q):
    out = {}
    for i, a in p.items():
        for j, b in q.items():
            out[i + j] = out.get(i + j, 0) + a * b
    return out


def total(*polynomials):
    out = {}
    for p in polynomials:
        for i, a in p.items():
            out[i] = out.get(i, 0) + a
    return out


def coefficient(f, g, k):
    """Of h^k in a product of power series; those that are not there yet count as 0."""
    return total(*(product(f[i], g[k - i]) for i in range(k + 1) if i < len(f) and k - i < len(g)))


def laplace(count):
    g = [{0: Fraction(1)}]
    for k in range(1, count + 1):
        squares = [coefficient(g, g, i) for i in range(k + 1)]  # the last without 2 g_k, its cube without 3 g_k
        cube = coefficient(g, squares, k)
        right = total(product({1: Fraction(1)}, squares[k - 1]), g[k - 2] if k > 1 else {}, {i: -a for i, a in cube.items()})
        g.append({i: a / (k + 2) for i, a in right.items() if a})
    return g


if __name__ == "__main__":
    for k, p in enumerate(laplace(20)):
        print([float(p.get(k - 2 * j, 0)) for j in range(k // 2 + 1)], end=",\n")
