const SEGMENTERS = {
  en: new Intl.Segmenter('en', { granularity: 'word' }),
  km: new Intl.Segmenter('km', { granularity: 'word' }),
} as const;

/** Signs that never begin a line, and signs that never end one. */
const CLINGS = /^[\s.,;:!?)\]»”’%។៕៖ៗ·/]/;
const OPENS = /[([«“‘]$/;

/**
 * Cuts a text into lines no wider than `width`; Khmer, which writes no spaces, between its words. A word wider than a
 * line has one of its own.
 */
export function toLines(
  text: string,
  width: number,
  { language, measure }: { language: 'en' | 'km'; measure: (text: string) => number },
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text, language)) {
    if (line !== '' && measure((line + word).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? word.trimStart() : word;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

/** What may not be cut, with the spaces after it. */
function wordsOf(text: string, language: 'en' | 'km'): string[] {
  const words: string[] = [];
  for (const { segment } of SEGMENTERS[language].segment(text)) {
    const last = words.at(-1);
    if (last !== undefined && (CLINGS.test(segment) || OPENS.test(last) || /\S-$/.test(last))) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}
