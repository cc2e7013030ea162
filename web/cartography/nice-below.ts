/** The largest of 1, 2, 5, 10, 20, 50 … that is not above the number. */
export function niceBelow(number: number): number {
  if (number < 1) return 0;
  const power = 10 ** Math.floor(Math.log10(number));
  return ([5, 2, 1].find((step) => step * power <= number) ?? 1) * power;
}
