/** What `lawful/proportion` holds, through JSON. */
import { type Either, left } from 'fp-ts/lib/Either.js';
import * as t from 'io-ts/lib/index.js';
import { checkParameters, type Failure, outOfDomain, probability } from '../law/index.ts';
import type { ProportionInterval } from '../proportion/index.ts';
import { through } from './law.ts';
import { finiteNumber } from './number.ts';

const shares = { estimate: probability, lower: probability, upper: probability };

/**
 * An interval for a proportion.
 * @category Proportion
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { proportionInterval } from 'lawful/codec';
 * import { wilson } from 'lawful/proportion';
 * const interval = wilson({ successes: 8, trials: 10 });
 * const json = interval._tag === 'Right' && JSON.stringify(proportionInterval.encode(interval.right));
 * expect(proportionInterval.decode(JSON.parse(json || ''))).toEqual(interval);
 * expect(proportionInterval.decode({ estimate: 0.5, lower: 0.7, upper: 0.6 })._tag).toBe('Left');
 * ```
 */
export const proportionInterval: t.Type<ProportionInterval, unknown, unknown> = /* @__PURE__ */ (() =>
  through(
    'ProportionInterval',
    t.type({ estimate: finiteNumber, lower: finiteNumber, upper: finiteNumber }),
    ({ estimate, lower, upper }): Either<Failure, ProportionInterval> =>
      lower > upper
        ? left(outOfDomain('interval.lower', lower, 'at most upper'))
        : checkParameters('interval', shares, { estimate, lower, upper }),
  ))();
