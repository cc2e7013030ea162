import { describe, expect, it } from 'vitest';
import { toLines } from '../../print/lines.ts';
import { createPdf } from '../../print/pdf.ts';
import { toRuns, widthOf } from '../../print/shaping.ts';
import { TEXTS } from '../../web/i18n/index.ts';
import { LATER_TEXTS } from '../../web/i18n/later.ts';
import { paper as paperTexts } from '../../web/i18n/paper.ts';
import { linesOfPdf, withPoppler } from '../support/poppler.ts';

const texts = Object.values({ ...TEXTS, ...LATER_TEXTS, paper: paperTexts }).flatMap(({ en, km }) => [
  ...Object.values(en),
  ...Object.values(km),
]);
const khmer = texts.filter((text) => /[\u1780-\u17ff]/.test(text) && text.length > 60);

describe('letters on paper', () => {
  it.each([400, 600] as const)('are in the fonts, whatever the page says (weight %d)', (weight) => {
    const missing = texts.filter((text) => toRuns(text, weight).some(({ glyphs }) => glyphs.some(({ id }) => id === 0)));
    expect(texts.length).toBeGreaterThan(800);
    expect(missing).toEqual([]);
  });

  it('stand where Khmer has them: a vowel that is written after its consonant is drawn before it', () => {
    const [run] = toRuns('ប៉ែត', 400);
    const glyphOf = (letter: string) => run?.face.font.nominalGlyph(letter.codePointAt(0) ?? 0);
    expect(run?.text).toBe('ប៉ែត');
    expect(run?.glyphs[0]?.id).toBe(glyphOf('ែ'));
    // The sign above moves nothing on; the last consonant is as it is written.
    expect(run?.glyphs.at(-1)?.id).toBe(glyphOf('ត'));
    expect(run?.glyphs.filter(({ advance }) => advance === 0)).toHaveLength(1);
  });

  it('stand below each other where a consonant follows a coeng: it is one glyph without a width of its own', () => {
    const [run] = toRuns('ន្ទ', 400);
    expect(run?.glyphs).toHaveLength(2);
    expect(run?.width).toBeCloseTo(widthOf('ន', 400), 5);
  });

  it('of two scripts follow each other in a line, word by word', () => {
    const runs = toRuns('VSNP ឆ្នាំ ២០២៥', 600);
    expect(runs.map(({ text }) => text)).toEqual(['VSNP ', 'ឆ្នាំ', ' ', '២០២៥']);
    expect(runs.map(({ face }) => face.isKhmer)).toEqual([false, true, false, true]);
  });

  it('fill lines that are never too wide, and lose nothing, in Khmer between its words', () => {
    expect(khmer.length).toBeGreaterThan(30);
    const measure = (text: string) => widthOf(text, 400) * 10;
    for (const text of khmer) {
      const lines = toLines(text, 150, { language: 'km', measure });
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.filter((line) => measure(line) > 150)).toEqual([]);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      // No line begins with a sign that belongs to the letter before it.
      expect(lines.filter((line) => /^[\u17b6-\u17d3។៖;)]/.test(line))).toEqual([]);
    }
  });
});

withPoppler('a text on paper', () => {
  it('is copied as it was written, every Khmer text of the page, letter by letter', async () => {
    const size = { width: 4000, height: 1100 };
    const all = [...new Set(texts.filter((text) => /[\u1780-\u17ff]/.test(text)))];
    const paper = createPdf({ size, title: 'all', language: 'km' });
    const perPage = 40;
    for (let start = 0; start < all.length; start += perPage) {
      if (start > 0) paper.nextPage();
      paper.within({ left: 0, top: 0, ...size }, (drawing) => {
        drawing.font = '400 12px Noto Sans';
        drawing.fillStyle = '#000000';
        for (const [line, text] of all.slice(start, start + perPage).entries()) drawing.fillText(text, 20, 30 + line * 26);
      });
    }
    expect(all.length).toBeGreaterThan(500);
    expect(linesOfPdf(await paper.toBytes())).toEqual(all);
  });
});
