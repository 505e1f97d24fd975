/**
 * The uniform law on the integers of an interval.
 *
 * Integers are counted from both ends, so that neither tail is a difference from 1.
 *
 * @source Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 6
 * @module laws/discrete-uniform
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  checkParameters,
  cumHazardOf,
  type DiscreteLaw,
  type Domain,
  type Draw,
  type Failure,
  type Fit,
  fitOf,
  medianOf,
  outOfDomain,
  type Parameters,
  remembered,
  type Rng,
  sampleNOf,
  sampleOf,
  type Support,
} from '../law/index.ts';

/**
 * The uniform law on the integers lower, lower + 1, ..., upper.
 * @category Model
 * @since 0.1.0
 */
export interface DiscreteUniform {
  readonly _tag: 'DiscreteUniform';
  readonly lower: number;
  readonly upper: number;
}

/** The integers that doubles tell from their neighbours. */
const safe = (typical: readonly [number, number]): Domain => ({
  lower: -9007199254740991,
  upper: 9007199254740991,
  closed: 'both',
  integer: true,
  typical,
});

/**
 * The domain of each parameter, the integers below $2^{53}$ in size; besides, `lower` is at most `upper`, and there are
 * at most $2^{53}$ integers between them.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<DiscreteUniform> = {
  lower: /* @__PURE__ */ safe([-100, -1]),
  upper: /* @__PURE__ */ safe([0, 100]),
};

/** 2^53. */
const MOST = 9007199254740992;

const of = (values: Omit<DiscreteUniform, '_tag'>): Either<Failure, DiscreteUniform> => {
  const checked = checkParameters('discreteUniform', parameters, values);
  if (checked._tag === 'Left') return checked;
  const { lower, upper } = checked.right;
  const at = 'discreteUniform.upper';
  if (!(lower <= upper)) return left(outOfDomain(at, upper, 'at least lower'));
  if (upper - lower >= MOST) return left(outOfDomain(at, upper, `less than ${MOST} above lower`));
  return right({ _tag: 'DiscreteUniform', lower: lower + 0, upper: upper + 0 });
};

/**
 * The uniform law on the integers from `lower` $a$ to `upper` $b$, both included: $n = b - a + 1$ of them, at most
 * $2^{53}$.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `discreteUniform.lower`, `discreteUniform.upper`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, discreteUniform, quantile } from 'lawful/laws/discrete-uniform';
 * const die = discreteUniform(1, 6);
 * if (die._tag === 'Right') {
 *   expect(cdf(die.right)(2.5)).toBe(2 / 6);
 *   expect(quantile(die.right)(0.5)).toBe(3);
 * }
 * ```
 */
export const discreteUniform = (lower: number, upper: number): Either<Failure, DiscreteUniform> => of({ lower, upper });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (law: DiscreteUniform): Support => ({ lower: law.lower, upper: law.upper });

/** How many integers: exact. */
const size = (law: DiscreteUniform): number => law.upper - law.lower + 1;

/** $1/n$ at the integers of [a, b]. Correctly rounded. */
export const pmf = (law: DiscreteUniform): ((k: number) => number) => {
  const { lower, upper } = law;
  const mass = 1 / size(law);
  return (k) => (k >= lower && k <= upper && Math.floor(k) === k ? mass : k === k ? 0 : NaN);
};

/** $-\ln n$ at the integers of [a, b]. Relative error at most 2 units of $2^{-53}$. */
export const logPmf = (law: DiscreteUniform): ((k: number) => number) => {
  const { lower, upper } = law;
  const logMass = 0 - Math.log(size(law));
  return (k) => (k >= lower && k <= upper && Math.floor(k) === k ? logMass : k === k ? -Infinity : NaN);
};

/** $(\lfloor x\rfloor-a+1)/n$. Correctly rounded. */
export const cdf = (law: DiscreteUniform): ((x: number) => number) => {
  const { lower, upper } = law;
  const n = size(law);
  return (x) => (x < lower ? 0 : x >= upper ? 1 : (Math.floor(x) - lower + 1) / n);
};

/** $(b-\lfloor x\rfloor)/n$. Correctly rounded. */
export const sf = (law: DiscreteUniform): ((x: number) => number) => {
  const { lower, upper } = law;
  const n = size(law);
  return (x) => (x < lower ? 1 : x >= upper ? 0 : (upper - Math.floor(x)) / n);
};

/** ln(part / n), by the rest where the part is most of it. */
const logShare = (part: number, n: number): number =>
  part > 0.5 * n ? Math.log1p((part - n) / n) + 0 : Math.log(part / n);

/** The logarithm of `cdf`. Relative error at most 4 units of $2^{-53}$, near the upper end, where it is about $-S$, too. */
export const logCdf = (law: DiscreteUniform): ((x: number) => number) => {
  const { lower, upper } = law;
  const n = size(law);
  return remembered((x) => (x < lower ? -Infinity : x >= upper ? 0 : logShare(Math.floor(x) - lower + 1, n)));
};

/** The logarithm of `sf`. Relative error at most 4 units of $2^{-53}$, near the lower end, where it is about $-F$, too. */
export const logSf = (law: DiscreteUniform): ((x: number) => number) => {
  const { lower, upper } = law;
  const n = size(law);
  return remembered((x) => (x < lower ? 0 : x >= upper ? -Infinity : logShare(upper - Math.floor(x), n)));
};

/** $a - 1 + \lceil pn\rceil$, exact against `cdf`. */
export const quantile = (law: DiscreteUniform): ((p: number) => number) => {
  const { lower } = law;
  const n = size(law);
  return (p) => {
    if (!(p >= 0 && p <= 1)) return NaN;
    // The product may be rounded past the integer next to it, and no farther.
    const count = Math.ceil(p * n);
    if (count > 1 && (count - 1) / n >= p) return lower + (count - 2);
    if (count < n && count / n < p) return lower + count;
    return count > 0 ? lower + (count - 1) : lower;
  };
};

/** $b - \lfloor qn\rfloor$, exact against `sf`. */
export const isf = (law: DiscreteUniform): ((q: number) => number) => {
  const { lower, upper } = law;
  const n = size(law);
  return (q) => {
    if (!(q >= 0 && q <= 1)) return NaN;
    const count = Math.floor(q * n);
    if (count / n > q) return upper - (count - 1);
    if (count + 1 < n && (count + 1) / n <= q) return upper - (count + 1);
    return count < n ? upper - count : lower;
  };
};

/** $1/(b-k+1)$ at the integers of [a, b], 1 above. Correctly rounded. */
export const hazard = (law: DiscreteUniform): ((k: number) => number) => {
  const { lower, upper } = law;
  return (k) => (k >= upper ? 1 : k >= lower && Math.floor(k) === k ? 1 / (upper - k + 1) : k === k ? 0 : NaN);
};

/** $-\ln(b-k+1)$ at the integers of [a, b], 0 above. Relative error at most 2 units of $2^{-53}$. */
export const logHazard = (law: DiscreteUniform): ((k: number) => number) => {
  const { lower, upper } = law;
  return (k) =>
    k >= upper ? 0 : k >= lower && Math.floor(k) === k ? 0 - Math.log(upper - k + 1) : k === k ? -Infinity : NaN;
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: DiscreteUniform) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $(a+b)/2$. Correctly rounded. */
export const mean = (law: DiscreteUniform): number => 0.5 * (law.lower + law.upper);

/** $(n^2-1)/12$. Relative error at most 4 units of $2^{-53}$. */
export const variance = (law: DiscreteUniform): number => ((size(law) - 1) * (size(law) + 1)) / 12;

/** $\sqrt{(n^2-1)/12}$. Relative error at most 4 units of $2^{-53}$. */
export const sd = (law: DiscreteUniform): number => Math.sqrt(variance(law));

/** $\lfloor(a+b)/2\rfloor$. */
export const median: (law: DiscreteUniform) => number = /* @__PURE__ */ medianOf(quantile);

/** Every integer of the interval is a mode: its two ends. */
export const mode = (law: DiscreteUniform): ReadonlyArray<number> =>
  law.lower === law.upper ? [law.lower] : [law.lower, law.upper];

/** $\ln n$. Relative error at most 2 units of $2^{-53}$. */
export const entropy = (law: DiscreteUniform): number => Math.log(size(law));

/** 2^52, the number of different uniforms. */
const CELLS = 4503599627370496;

/** The first n * width of the uniforms' cells in n groups of equal size; a uniform beyond them is drawn again. */
const draw: Draw<DiscreteUniform> = (law) => {
  const { lower } = law;
  const n = size(law);
  if (n > CELLS)
    return (uniform) => {
      for (;;) {
        const j = Math.floor(uniform() * CELLS) + (uniform() < 0.5 ? 0 : CELLS);
        if (j < n) return lower + j;
      }
    };
  const width = Math.floor(CELLS / n);
  return (uniform) => {
    for (;;) {
      const j = Math.floor(Math.floor(uniform() * CELLS) / width);
      if (j < n) return lower + j;
    }
  };
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: DiscreteUniform) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: DiscreteUniform) => (n: number) => State<Rng, Float64Array> =
  /* @__PURE__ */ sampleNOf(draw);

/**
 * The law that makes a sample of integers likeliest: from the least value to the greatest. Ends that follow the extreme
 * values have no standard errors.
 *
 * Failure: `Empty`, `NotFinite` or `OutOfDomain` at `sample`; `Degenerate` where the values span more than $2^{53}$
 * integers.
 * @category Estimation
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { fit } from 'lawful/laws/discrete-uniform';
 * const found = fit([3, 1, 6, 4]);
 * if (found._tag === 'Right') {
 *   expect(found.right.law).toEqual({ _tag: 'DiscreteUniform', lower: 1, upper: 6 });
 *   expect(found.right.logLikelihood).toBeCloseTo(-4 * Math.log(6), 14);
 * }
 * ```
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<DiscreteUniform>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ safe([-100, 100]),
  logPmf,
  2,
  (xs) =>
    right({
      law: of({ lower: xs.reduce((a, b) => Math.min(a, b)), upper: xs.reduce((a, b) => Math.max(a, b)) }),
      standardErrors: {},
    }),
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const discreteUniformLaw: DiscreteLaw<DiscreteUniform> = {
  kind: 'discrete',
  name: 'discreteUniform',
  parameters,
  make: of,
  support,
  pmf,
  logPmf,
  cdf,
  sf,
  logCdf,
  logSf,
  quantile,
  isf,
  hazard,
  logHazard,
  cumHazard,
  mean,
  variance,
  sd,
  median,
  mode,
  entropy,
  sample,
  sampleN,
};
