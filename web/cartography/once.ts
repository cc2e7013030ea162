/**
 * Makes something of an object once and keeps it as long as the object lives: every renderer and layer gets the same
 * thing, and knows it again. The further arguments must follow from the object.
 */
export function once<Of extends object, More extends readonly unknown[], Made>(
  make: (of: Of, ...more: More) => Made,
): (of: Of, ...more: More) => Made {
  const made = new WeakMap<Of, Made>();
  return (of, ...more) => {
    const known = made.get(of) ?? make(of, ...more);
    made.set(of, known);
    return known;
  };
}
