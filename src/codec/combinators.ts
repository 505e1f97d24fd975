/** The laws that combinators make, through JSON: each codec is made from its component's and the component's record. */
import * as t from 'io-ts/lib/index.js';
import {
  type Affine,
  affine as affineOf,
  type ContinuousLaw,
  type Discretised,
  discretised as discretisedOf,
  type DiscreteLaw,
  type Maximum,
  maximumOf as maximum,
  type Minimum,
  minimumOf as minimum,
  type Mixture,
  mixture as mixtureOf,
  type Truncated,
  truncated as truncatedOf,
} from '../law/index.ts';
import { through } from './law.ts';
import { finiteNumber, taggedNumber } from './number.ts';

/** A codec of fields, seen as one of the law that its maker rebuilds. */
const typed = <A>(fields: unknown): t.Type<A, unknown, unknown> => fields as t.Type<A, unknown, unknown>;

/**
 * Location and scale: the codec from that of the base law and its record.
 * @category Combinators
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { affine, exponential } from 'lawful/codec';
 * import { exponentialLaw } from 'lawful/laws/exponential';
 * const codec = affine(exponential)(exponentialLaw);
 * const mirrored = { _tag: 'Affine', law: { _tag: 'Exponential', rate: 2 }, location: 5, scale: -1 };
 * expect(codec.decode(mirrored)).toEqual({ _tag: 'Right', right: mirrored });
 * expect(codec.decode({ ...mirrored, scale: 0 })._tag).toBe('Left');
 * ```
 */
export const affine =
  <L>(component: t.Type<L, unknown, unknown>) =>
  (law: ContinuousLaw<L>): t.Type<Affine<L>, unknown, unknown> =>
    through(
      'Affine',
      typed<Affine<L>>(
        t.type({ _tag: t.literal('Affine'), law: component, location: finiteNumber, scale: finiteNumber }),
      ),
      affineOf(law).make,
    );

/** A combinator's record, whichever kind of law it is asked for. */
const ofKind = <L, C>(
  combinator: { (base: ContinuousLaw<L>): ContinuousLaw<C>; (base: DiscreteLaw<L>): DiscreteLaw<C> },
  law: ContinuousLaw<L> | DiscreteLaw<L>,
): ContinuousLaw<C> | DiscreteLaw<C> => (law.kind === 'continuous' ? combinator(law) : combinator(law));

/**
 * A law given an interval, whose infinite ends travel as strings.
 * @category Combinators
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { normal, truncated } from 'lawful/codec';
 * import { normalLaw } from 'lawful/laws/normal';
 * const codec = truncated(normal)(normalLaw);
 * const law = { _tag: 'Normal', mean: 0, sd: 1 };
 * expect(codec.decode({ _tag: 'Truncated', law, interval: { lower: 30, upper: 'Infinity' } })._tag).toBe('Right');
 * expect(codec.decode({ _tag: 'Truncated', law, interval: { lower: 30, upper: 29 } })._tag).toBe('Left');
 * ```
 */
export const truncated =
  <L>(component: t.Type<L, unknown, unknown>) =>
  (law: ContinuousLaw<L> | DiscreteLaw<L>): t.Type<Truncated<L>, unknown, unknown> =>
    through(
      'Truncated',
      typed<Truncated<L>>(
        t.type({
          _tag: t.literal('Truncated'),
          law: component,
          interval: t.type({ lower: taggedNumber, upper: taggedNumber }),
        }),
      ),
      ofKind<L, Truncated<L>>(truncatedOf, law).make,
    );

const copies = <L, C>(
  tag: 'Minimum' | 'Maximum',
  component: t.Type<L, unknown, unknown>,
  law: ContinuousLaw<C> | DiscreteLaw<C>,
): t.Type<C, unknown, unknown> =>
  through(tag, typed<C>(t.type({ _tag: t.literal(tag), law: component, n: finiteNumber })), law.make as never);

/**
 * The smallest of some copies.
 * @category Combinators
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { exponential, minimumOf } from 'lawful/codec';
 * import { exponentialLaw } from 'lawful/laws/exponential';
 * const first = { _tag: 'Minimum', law: { _tag: 'Exponential', rate: 2 }, n: 5 };
 * expect(minimumOf(exponential)(exponentialLaw).decode(first)).toEqual({ _tag: 'Right', right: first });
 * ```
 */
export const minimumOf =
  <L>(component: t.Type<L, unknown, unknown>) =>
  (law: ContinuousLaw<L> | DiscreteLaw<L>): t.Type<Minimum<L>, unknown, unknown> =>
    copies('Minimum', component, ofKind<L, Minimum<L>>(minimum, law));

/**
 * The largest of some copies.
 * @category Combinators
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { exponential, maximumOf } from 'lawful/codec';
 * import { exponentialLaw } from 'lawful/laws/exponential';
 * const last = { _tag: 'Maximum', law: { _tag: 'Exponential', rate: 2 }, n: 0 };
 * expect(maximumOf(exponential)(exponentialLaw).decode(last)._tag).toBe('Left');
 * ```
 */
export const maximumOf =
  <L>(component: t.Type<L, unknown, unknown>) =>
  (law: ContinuousLaw<L> | DiscreteLaw<L>): t.Type<Maximum<L>, unknown, unknown> =>
    copies('Maximum', component, ofKind<L, Maximum<L>>(maximum, law));

/**
 * A mixture.
 * @category Combinators
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { exponential, mixture } from 'lawful/codec';
 * import { exponentialLaw } from 'lawful/laws/exponential';
 * const laws = [1, 2].map((rate) => ({ _tag: 'Exponential', rate }));
 * const codec = mixture(exponential)(exponentialLaw);
 * expect(codec.decode({ _tag: 'Mixture', laws, weights: [0.5, 0.5] })._tag).toBe('Right');
 * expect(codec.decode({ _tag: 'Mixture', laws, weights: [1] })._tag).toBe('Left');
 * ```
 */
export const mixture =
  <L>(component: t.Type<L, unknown, unknown>) =>
  (law: ContinuousLaw<L> | DiscreteLaw<L>): t.Type<Mixture<L>, unknown, unknown> =>
    through(
      'Mixture',
      typed<Mixture<L>>(
        t.type({
          _tag: t.literal('Mixture'),
          laws: t.readonlyArray(component),
          weights: t.readonlyArray(finiteNumber),
        }),
      ),
      ofKind<L, Mixture<L>>(mixtureOf, law).make,
    );

/**
 * A continuous law in cells of a width.
 * @category Combinators
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { discretised, exponential } from 'lawful/codec';
 * import { exponentialLaw } from 'lawful/laws/exponential';
 * const days = { _tag: 'Discretised', law: { _tag: 'Exponential', rate: 2 }, width: 1 };
 * expect(discretised(exponential)(exponentialLaw).decode(days)).toEqual({ _tag: 'Right', right: days });
 * ```
 */
export const discretised =
  <L>(component: t.Type<L, unknown, unknown>) =>
  (law: ContinuousLaw<L>): t.Type<Discretised<L>, unknown, unknown> =>
    through(
      'Discretised',
      typed<Discretised<L>>(t.type({ _tag: t.literal('Discretised'), law: component, width: finiteNumber })),
      discretisedOf(law).make,
    );
