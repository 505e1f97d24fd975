/** Every law through JSON: its tag and its parameters, checked by its own constructor. */
import * as t from 'io-ts/lib/index.js';
import type { Law } from '../law/index.ts';
import { type Exponential, exponentialLaw } from '../laws/exponential.ts';
import { type Normal, normalLaw } from '../laws/normal.ts';
import { type Poisson, poissonLaw } from '../laws/poisson.ts';
import { type Uniform, uniformLaw } from '../laws/uniform.ts';
import { through } from './law.ts';
import { finiteNumber } from './number.ts';

/**
 * The codec of a law from its record.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { lawCodec } from 'lawful/codec';
 * import { normalLaw } from 'lawful/laws/normal';
 * const codec = lawCodec('Normal', normalLaw);
 * expect(codec.decode({ _tag: 'Normal', mean: 0, sd: 1 })).toEqual({
 *   _tag: 'Right',
 *   right: { _tag: 'Normal', mean: 0, sd: 1 },
 * });
 * expect(codec.decode({ _tag: 'Normal', mean: 0, sd: -1 })._tag).toBe('Left');
 * ```
 */
export const lawCodec = <L extends { readonly _tag: string }>(
  tag: L['_tag'],
  law: Law<L>,
): t.Type<L, unknown, unknown> => {
  const fields = t.type({
    _tag: t.literal(tag),
    ...Object.fromEntries(Object.keys(law.parameters).map((name) => [name, finiteNumber])),
  }) as unknown as t.Type<L, unknown, unknown>;
  return through(tag, fields, law.make);
};

/**
 * The normal law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { normal } from 'lawful/codec';
 * expect(normal.decode({ _tag: 'Normal', mean: 0, sd: 0 })._tag).toBe('Left');
 * ```
 */
export const normal: t.Type<Normal, unknown, unknown> = /* @__PURE__ */ lawCodec('Normal', normalLaw);

/**
 * The uniform law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { uniform } from 'lawful/codec';
 * expect(uniform.decode({ _tag: 'Uniform', lower: 1, upper: 0 })._tag).toBe('Left');
 * ```
 */
export const uniform: t.Type<Uniform, unknown, unknown> = /* @__PURE__ */ lawCodec('Uniform', uniformLaw);

/**
 * The exponential law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { exponential } from 'lawful/codec';
 * expect(exponential.decode({ _tag: 'Exponential', rate: 2 })._tag).toBe('Right');
 * ```
 */
export const exponential: t.Type<Exponential, unknown, unknown> = /* @__PURE__ */ lawCodec(
  'Exponential',
  exponentialLaw,
);

/**
 * The Poisson law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { poisson } from 'lawful/codec';
 * expect(poisson.decode({ _tag: 'Poisson', mean: 'NaN' })._tag).toBe('Left');
 * ```
 */
export const poisson: t.Type<Poisson, unknown, unknown> = /* @__PURE__ */ lawCodec('Poisson', poissonLaw);
