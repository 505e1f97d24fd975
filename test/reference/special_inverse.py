"""Tables of the inverse error functions, by Newton's method at 60 digits, and of standardised logarithms."""
import math

import mpmath as mp

import precise as exact
from points import around, both, even, rows, wide, write

SQRT_HALF = math.sqrt(0.5)


def erf_inverse(p):
    """Symmetric; near 0 from its own slope, else the normal quantile at 60 digits or, far out, of a logarithm."""
    if p < 0:
        return -erf_inverse(-p)
    if p > 0.5:
        return erfc_inverse(1 - p)
    y = p * mp.sqrt(mp.pi) / 2
    for _ in range(60):
        step = (mp.erf(y) - p) * mp.sqrt(mp.pi) / 2 * mp.exp(y * y)
        y -= step
        if abs(step) <= abs(y) * mp.mpf(10) ** -46:
            return y
    raise ArithmeticError(p)


def erfc_inverse(q):
    if q >= 0.5:
        return mp.mpf(0) if q == 1 else erf_inverse(1 - q) if q < 1.5 else -erfc_inverse(2 - q)
    return -exact.normal_quantile_of_log(mp.log(q / 2)) / mp.sqrt(2)


def distances():
    """Locations and scales at which a double logarithm is good enough, and not; the ends of both; next to the location."""
    for o, scales in [(0, (1, 3, 1e-8)), (1, (0.1, 1e-12)), (0.1, (0.3,)), (-0.3, (1e-3,)), (5.5, (0.7,)), (10.7, (0.01, 2)), (-20.3, (8,)),
                      (300, (20,)), (-700, (10,)), (745, (30,)), (1e4, (300,)), (123456.7, (4e3,)), (299999, (1e4,)), (3.1e5, (1e4,)), (0.34657359027997264, (0.2,))]:
        for s in scales:
            xs = [5e-324, 1e-310, 0.1, 1, 3, 1e10, 1.7e308]
            near = [0, 2.3e-16, -2.3e-16, 1e-12, -1e-8, 1e-4, 0.01, -0.1, 0.3, 0.4142, 0.415, -0.2928, -0.293, 2, -0.29, -0.64, 0.41, 1.8, -0.640001, -0.290001, 0.409999, 1.799999]
            xs += [math.exp(o) * (1 + t) for t in near] if -600 < o < 600 else []
            yield from [(o, s, x) for x in xs if abs(math.log(x) - o) < 40 * s]


if __name__ == "__main__":
    small = both(wide(5e-324, 1e-3, 30) + even(0, 1, 120) + around(0.85, 0.5)) + [1 - 2.0**-53, 1 - 1e-12]
    upper = wide(1e-300, 1e-3, 60) + even(0, 2, 120) + around(0.15, 1, 1.85)
    upper += [5e-324, 1e-310, 1e-300, math.nextafter(1e-300, 0), 2 - 2.0**-52, 1e-320]
    write("inverse-error-function", {
        "erfInverse": (["p"], rows(erf_inverse, [p for p in small if abs(p) < 1])), "erfcInverse": (["q"], rows(erfc_inverse, upper)),
    })
    standardised = lambda o, s, x: exact.with_digits(90, lambda: (mp.log(x) - o) / s)
    write("standardised-log", {"atStandardisedLog": (["location", "scale", "x"], rows(standardised, list(distances())))})
