"""Coefficient table of root-gamma.ts, in the manner of coefficients.py: (ln Gamma(1 + z) + gamma z) / z^2 on [-1/2, 1/2].

    python3 test/reference/coefficients_root_gamma.py          prints a TypeScript array literal

Interpolation at Chebyshev nodes, written in powers of z and rounded to doubles.
"""
import mpmath as mp

mp.mp.dps = 60
N = 28

nodes = [mp.cos(mp.pi * (2 * i + 1) / (2 * N)) / 2 for i in range(N)]
values = [(mp.loggamma(1 + z) + mp.euler * z) / z**2 for z in nodes]
coefficients = mp.lu_solve(mp.matrix([[z**j for j in range(N)] for z in nodes]), mp.matrix(values))
print("[" + ", ".join(repr(float(c)) for c in coefficients) + "]")
