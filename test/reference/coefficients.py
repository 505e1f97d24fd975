"""Coefficient tables of src/numeric/special, from first principles (mpmath; exact rationals where the series are rational).

    python3 test/reference/coefficients.py          prints TypeScript array literals

* ln Gamma(2 + z) / z and 1 / Gamma(1 + z) on [-1/2, 1/2]: interpolation at Chebyshev nodes, rounded to doubles.
* Temme's c_k(eta) (DLMF 8.12.9-11) as power series in eta; every coefficient is an exact rational.
* ln k! - Stirling's main terms, for small integers k.
"""
from fractions import Fraction as Q

import mpmath as mp

mp.mp.dps = 60


def chebyshev_polynomial(f, n, lower=mp.mpf(-1) / 2, upper=mp.mpf(1) / 2):
    """Coefficients (constant first) of the polynomial of degree n that interpolates f at the Chebyshev nodes."""
    nodes = [(lower + upper) / 2 + (upper - lower) / 2 * mp.cos(mp.pi * (2 * k + 1) / (2 * (n + 1))) for k in range(n + 1)]
    a = mp.matrix(n + 1, n + 1)
    b = mp.matrix(n + 1, 1)
    for i, x in enumerate(nodes):
        for j in range(n + 1):
            a[i, j] = x**j
        b[i] = f(x)
    return [float(c) for c in mp.lu_solve(a, b)]


def worst(f, c):
    xs = [mp.mpf(i) / 400 - mp.mpf(1) / 2 + mp.mpf(1) / 1300 for i in range(400)]
    return max(abs(mp.polyval([mp.mpf(v) for v in reversed(c)], x) / f(x) - 1) for x in xs)


def log_gamma_quotient(z):
    return mp.loggamma(2 + z) / z if abs(z) > mp.mpf(10) ** -40 else mp.psi(0, 2)


# --- power series with rational coefficients, truncated at degree N ---
N = 60


def multiply(a, b):
    out = [Q(0)] * N
    for i, x in enumerate(a):
        if x:
            for j, y in enumerate(b[: N - i]):
                out[i + j] += x * y
    return out


def reciprocal(a):
    out = [Q(0)] * N
    out[0] = 1 / a[0]
    for i in range(1, N):
        out[i] = -sum(a[j] * out[i - j] for j in range(1, i + 1)) / a[0]
    return out


def mu_over_eta():
    """mu(eta) / eta where eta^2 / 2 = mu - ln(1 + mu): from mu' = eta (1 + mu) / mu."""
    # With mu = eta m(eta): m (m + eta m') = 1 + eta m, solved coefficient by coefficient.
    m = [Q(0)] * N
    m[0] = Q(1)
    for n in range(1, N):
        # coefficient of eta^n in m*m + eta m m'
        known = sum(m[i] * m[n - i] for i in range(1, n)) + sum(m[i] * (n - i) * m[n - i] for i in range(1, n))
        m[n] = (m[n - 1] - known) / (2 + n)
    return m


def stirling(count):
    """g_k of Gamma(a) ~ sqrt(2 pi / a) (a / e)^a sum g_k / a^k, by exponentiating Stirling's series."""
    log_series = [Q(0)] * (count + 1)
    for n in range(1, count // 2 + 2):
        if 2 * n - 1 <= count:
            b = mp.bernfrac(2 * n)
            log_series[2 * n - 1] = Q(int(b[0]), int(b[1])) / (2 * n * (2 * n - 1))
    g = [Q(1)] + [Q(0)] * count
    for n in range(1, count + 1):
        g[n] = sum(k * log_series[k] * g[n - k] for k in range(1, n + 1)) / n
    return g


def temme(terms):
    """c_k(eta), k < terms, as lists of rationals: c_0 = 1/mu - 1/eta, c_k = c_{k-1}' / eta + (-1)^k g_k / mu."""
    inverse = reciprocal(mu_over_eta())  # eta / mu
    g = stirling(terms)
    c = [inverse[i + 1] for i in range(N - 1)]  # 1/mu - 1/eta
    rows = [c]
    for k in range(1, terms):
        sign = (-1) ** k * g[k]
        derivative = [(i + 1) * c[i + 1] for i in range(len(c) - 1)]
        # c'/eta + sign/mu: the 1/eta parts cancel exactly
        assert derivative[0] + sign * inverse[0] == 0
        c = [derivative[i + 1] + sign * inverse[i + 1] for i in range(len(derivative) - 1)]
        rows.append(c)
    return rows


def stirling_error(k):
    k = mp.mpf(k)
    return mp.loggamma(k + 1) - ((k + mp.mpf(1) / 2) * mp.log(k) - k + mp.log(2 * mp.pi) / 2)


def literal(name, values):
    print(f"const {name} = [{', '.join(repr(float(v)) for v in values)}];")


if __name__ == "__main__":
    c = chebyshev_polynomial(log_gamma_quotient, 17)
    literal("LOG_GAMMA_NEAR_TWO", c)
    print("// worst relative error", mp.nstr(worst(log_gamma_quotient, c), 3))
    c = chebyshev_polynomial(lambda z: mp.rgamma(1 + z), 15)
    literal("RECIPROCAL_GAMMA_NEAR_ONE", c)
    print("// worst relative error", mp.nstr(worst(lambda z: mp.rgamma(1 + z), c), 3))
    for k, row in enumerate(temme(10)):
        literal(f"C{k}", row[:24])
    literal("STIRLING_ERROR", [0] + [stirling_error(k) for k in range(1, 16)])
