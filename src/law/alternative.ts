/** Which side of a hypothesis a test or an interval looks at. */

/**
 * `'two-sided'`: both sides. `'less'` and `'greater'`: one side, which the function that takes it names.
 * @category Options
 * @since 0.1.0
 */
export type Alternative = 'two-sided' | 'less' | 'greater';
