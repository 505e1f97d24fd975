"""Coefficient tables of src/numeric/special/digamma.ts, in the manner of coefficients.py.

    python3 test/reference/coefficients_psi.py          prints TypeScript array literals

* psi's zero in two doubles, and psi over the distance from it on [1, 2], in x - 3/2.
* The asymptotic series of ln x - psi(x) and of psi', from Bernoulli's numbers.
"""
import mpmath as mp

from coefficients import chebyshev_polynomial, literal, worst

mp.mp.dps = 50

if __name__ == "__main__":
    root = mp.findroot(mp.digamma, mp.mpf("1.4616321449683623"))
    literal("ROOT", [root, root - mp.mpf(float(root))])
    near = lambda t: mp.digamma(mp.mpf(3) / 2 + t) / (mp.mpf(3) / 2 + t - root)
    c = chebyshev_polynomial(near, 22)
    literal("NEAR_ROOT", c)
    print("// worst relative error", mp.nstr(worst(near, c), 3))
    literal("LOG_LESS_DIGAMMA", [mp.bernoulli(2 * k) / (2 * k) for k in range(1, 9)])
    literal("TRIGAMMA", [mp.bernoulli(2 * k) for k in range(1, 9)])
