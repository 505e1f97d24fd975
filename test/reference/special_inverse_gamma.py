"""Table for src/numeric/special/inverse-gamma.ts: every kind of guess there, and both tails, at shapes from 1e-300 to 1e10."""
from points import around, even, rows, wide, write
from precise_gamma import of_log_p, of_log_q, of_p, of_q

if __name__ == "__main__":
    shapes = [1e-300, 1e-5, 1e-3, 0.1, 0.3, 0.77, 1, 1.5, 3.3, 10, 20.5, 123.4, 1e4, 3e6]
    ps = [5e-324, 1e-291, 1e-289, 1e-100, 1e-20, 1e-5, 0.01, 0.2, 0.5, 0.7, 0.9, 0.999, 1 - 2.0**-53]
    points = [(a, p) for a in shapes for p in ps]
    points += [(a, even(0, 1, 1)[0]) for a in wide(1e-3, 1e4, 60)] + [(a, wide(1e-300, 0.5, 1)[0]) for a in wide(0.01, 1e3, 40)]
    points += [(a, p) for a in around(0.3, 0.5, 1, 20) for p in (1e-7, 0.4, 0.8)]
    points += [(1e10, 0.3), (1e10, 1e-12), (1e10, 0.99)]
    logs = [-1e-300, -1e-9, -0.1, -0.6931471805599453, -3, -300, -666.9, -667.1, -1000, -9999, -10001, -1e5]
    log_points = [(a, l) for a in shapes[:-1] for l in logs] + [(0.3, -1e300), (5, -1e100), (1e4, -1e10), (1e-300, -1e100)]
    log_points += [(a, -wide(1e-3, 1e5, 1)[0]) for a in wide(0.01, 1e3, 40)]
    names, log_names = ["a", "p"], ["a", "logP"]
    write("inverse-incomplete-gamma", {
        "gammaPInverse": (names, rows(of_p, points)),
        "gammaQInverse": (["a", "q"], rows(of_q, points)),
        "logGammaPInverse": (log_names, rows(of_log_p, log_points)),
        "logGammaQInverse": (["a", "logQ"], rows(of_log_q, log_points)),
    })
