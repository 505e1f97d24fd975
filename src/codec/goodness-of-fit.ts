/** What `lawful/goodness-of-fit` holds, through JSON. */
import { type Either, left, map } from 'fp-ts/lib/Either.js';
import * as t from 'io-ts/lib/index.js';
import type { KsTest } from '../goodness-of-fit/index.ts';
import { checkParameters, type Failure, outOfDomain, probability } from '../law/index.ts';
import { through } from './law.ts';
import { finiteNumber, taggedNumber } from './number.ts';

const shares = { statistic: probability, pValue: probability };

/**
 * The outcome of a Kolmogorov-Smirnov test.
 * @category Goodness of fit
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ksTest as codec } from 'lawful/codec';
 * import { ksTest } from 'lawful/goodness-of-fit';
 * import { uniform, uniformLaw } from 'lawful/laws/uniform';
 * const law = uniform(0, 1);
 * const test = law._tag === 'Right' ? ksTest(uniformLaw, law.right)([0.1, 0.7, 0.8]) : law;
 * expect(test._tag === 'Right' && codec.decode(JSON.parse(JSON.stringify(codec.encode(test.right))))).toEqual(test);
 * ```
 */
export const ksTest: t.Type<KsTest, unknown, unknown> = /* @__PURE__ */ (() =>
  through(
    'KsTest',
    t.type({
      _tag: t.literal('KsTest'),
      statistic: finiteNumber,
      location: finiteNumber,
      direction: t.union([t.literal('above'), t.literal('below')]),
      pValue: finiteNumber,
      logPValue: taggedNumber,
      size: finiteNumber,
      alternative: t.union([t.literal('two-sided'), t.literal('less'), t.literal('greater')]),
      validity: t.union([t.literal('exact'), t.literal('conservative')]),
    }),
    (k): Either<Failure, KsTest> => {
      const { statistic, location, direction, pValue, logPValue, size, alternative, validity } = k;
      if (!(logPValue <= 0)) return left(outOfDomain('ksTest.logPValue', logPValue, 'at most 0'));
      if (!(Number.isSafeInteger(size) && size >= 1))
        return left(outOfDomain('ksTest.size', size, 'an integer at least 1'));
      const { _tag } = k;
      const test: KsTest = { _tag, statistic, location, direction, pValue, logPValue, size, alternative, validity };
      return map(() => test)(checkParameters('ksTest', shares, { statistic, pValue }));
    },
  ))();
