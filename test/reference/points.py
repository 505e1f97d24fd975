"""Arguments at which functions are tabulated, and the writer of the tables.

Every argument is an exact double. A value is written as two doubles, hi + lo, so that an error can be measured in
fractions of a unit in the last place.
"""
import json
import math
import os
import platform
import random

import mpmath as mp

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tables")
dice = random.Random(20250101)


def around(*centres):
    """Each point, its neighbours, and points a little off."""
    out = []
    for c in centres:
        for x in (c, math.nextafter(c, -math.inf), math.nextafter(c, math.inf), c * (1 - 1e-9), c * (1 + 1e-6), c * 1.001):
            out.append(x)
    return out


def even(lower, upper, n):
    """n points, one drawn in each of n equal cells."""
    return [lower + (upper - lower) * (i + dice.random()) / n for i in range(n)]


def wide(lower, upper, n):
    """As `even` on a logarithmic scale, for positive ends."""
    return [math.exp(v) for v in even(math.log(lower), math.log(upper), n)]


def both(xs):
    return [s * x for x in xs for s in (1, -1)]


def doubles(v):
    """hi + lo, each rounded to nearest."""
    nearest = lambda t: mp.libmp.to_float(t._mpf_, rnd="n")
    hi = nearest(v)
    return [hi, nearest(v - hi)] if math.isfinite(hi) else [hi, 0.0]


def rows(f, points):
    """Rows of arguments, hi, lo over distinct points; those whose value overflows or is not there are left out."""
    out, seen = [], set()
    for point in points:
        args = tuple(float(t) for t in (point if isinstance(point, tuple) else (point,)))
        if args in seen:
            continue
        seen.add(args)
        value = f(*[mp.mpf(t) for t in args])
        if value is None:
            continue
        pair = doubles(mp.mpf(value))
        if math.isfinite(pair[0]):
            out.append([*args, *pair])
    return sorted(out)


def write(name, functions):
    """functions: {name: (argument names, rows)}."""
    text = lambda v: repr(int(v)) if v == int(v) and abs(v) < 1e15 and str(v)[0] != "-" else repr(v)
    parts = []
    for key, (arguments, table) in functions.items():
        lines = ",\n".join("[" + ",".join(text(v) for v in row) + "]" for row in table)
        parts.append(f'"{key}": {{ "arguments": {json.dumps(arguments)}, "rows": [\n{lines}\n] }}')
    head = {"tool": "mpmath", "version": mp.__version__, "python": platform.python_version(), "digits": 50,
            "columns": "arguments, then the value as hi + lo"}
    with open(os.path.join(FOLDER, f"{name}.json"), "w") as file:
        file.write(json.dumps(head)[:-1] + ',\n"functions": {\n' + ",\n".join(parts) + "\n} }\n")
    dice.seed(20250101)  # so that no table's points hang on another's
    print(f"{name}: {', '.join(f'{k} {len(t)}' for k, (_, t) in functions.items())}", flush=True)
