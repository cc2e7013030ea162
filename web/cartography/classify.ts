/**
 * Number of the class a value falls in, from 0. `breaks` are the lower edges of the classes after the first, rising;
 * an edge belongs to the class above it. Zero is no class: it has a state of its own.
 * @example classify(4, [4, 8, 14, 22]) // 1
 * @example classify(3.9, [4, 8, 14, 22]) // 0
 */
export function classify(value: number, breaks: readonly number[]): number {
  return breaks.filter((edge) => value >= edge).length;
}
