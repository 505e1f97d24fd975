/**
 * Numbers through JSON, which has no NaN, no infinities and no -0: these travel as strings.
 */
import * as t from 'io-ts/lib/index.js';

const TAGS: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['-0', -0],
]);

const toJson = (x: number): number | string => (Object.is(x, -0) ? '-0' : Number.isFinite(x) ? x : String(x));

const isNumber = (u: unknown): u is number => typeof u === 'number';

/**
 * Any double: finite numbers as numbers, the rest as "NaN", "Infinity", "-Infinity", "-0".
 * @category Numbers
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { taggedNumber } from 'lawful/codec';
 * expect([1.5, -Infinity, -0].map(taggedNumber.encode)).toEqual([1.5, '-Infinity', '-0']);
 * expect(taggedNumber.decode('NaN')).toEqual({ _tag: 'Right', right: NaN });
 * expect(taggedNumber.decode('1')._tag).toBe('Left');
 * ```
 */
export const taggedNumber: t.Type<number, number | string, unknown> = /* @__PURE__ */ new t.Type(
  'TaggedNumber',
  isNumber,
  (u, context) => {
    const tagged = typeof u === 'string' ? TAGS.get(u) : undefined;
    if (tagged !== undefined) return t.success(tagged);
    return isNumber(u) ? t.success(u) : t.failure(u, context, 'not a number, nor "NaN", "Infinity", "-Infinity", "-0"');
  },
  toJson,
);

/**
 * A finite double; -0 as "-0".
 * @category Numbers
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { finiteNumber } from 'lawful/codec';
 * expect(finiteNumber.decode('Infinity')._tag).toBe('Left');
 * expect(finiteNumber.decode(2)).toEqual({ _tag: 'Right', right: 2 });
 * ```
 */
export const finiteNumber: t.Type<number, number | string, unknown> = /* @__PURE__ */ new t.Type(
  'FiniteNumber',
  (u): u is number => Number.isFinite(u),
  (u, context) => {
    const x = u === '-0' ? -0 : u;
    return isNumber(x) && Number.isFinite(x) ? t.success(x) : t.failure(u, context, 'not a finite number');
  },
  toJson,
);

/**
 * A `Float64Array` as a JSON array of tagged numbers.
 * @category Numbers
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { float64Array } from 'lawful/codec';
 * expect(float64Array.encode(Float64Array.of(1, NaN))).toEqual([1, 'NaN']);
 * expect(float64Array.decode([1, 'Infinity'])).toEqual({ _tag: 'Right', right: Float64Array.of(1, Infinity) });
 * expect(float64Array.decode({ length: 1e9 })._tag).toBe('Left');
 * ```
 */
export const float64Array: t.Type<Float64Array, ReadonlyArray<number | string>, unknown> = /* @__PURE__ */ new t.Type(
  'Float64Array',
  (u): u is Float64Array => u instanceof Float64Array,
  (u, context) => {
    if (!Array.isArray(u)) return t.failure(u, context, 'not an array of numbers');
    // The entries first: an array of holes may claim a length that no memory has.
    const wrong = u.findIndex((entry) => taggedNumber.decode(entry)._tag === 'Left');
    if (wrong >= 0) return t.failure(u[wrong], t.appendContext(context, String(wrong), taggedNumber), 'not a number');
    const out = Float64Array.from(u, (entry: number | string) =>
      typeof entry === 'number' ? entry : (TAGS.get(entry) ?? NaN),
    );
    return t.success(out);
  },
  (xs) => Array.from(xs, toJson),
);
