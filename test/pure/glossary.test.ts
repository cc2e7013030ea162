import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TEXTS } from '../../web/i18n/index.ts';

const Glossary = z.strictObject({
  note: z.string().min(1),
  terms: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      en: z.string().trim().min(1),
      km: z.string().regex(/[\u1780-\u17ff]/),
      /** Who uses the Khmer term so, or `unreviewed`. */
      source: z.string().trim().min(1),
    }),
  ),
});

const { terms } = Glossary.parse(JSON.parse(readFileSync(new URL('../../data/glossary.json', import.meta.url), 'utf8')));
const find = (id: string) => terms.find((term) => term.id === id);

describe('the glossary', () => {
  it('holds at least 40 terms, each with both languages and a source', () => {
    expect(terms.length).toBeGreaterThanOrEqual(40);
  });

  it('names a term once', () => {
    for (const side of ['id', 'en', 'km'] as const) expect(new Set(terms.map((term) => term[side])).size, side).toBe(terms.length);
  });

  it('does not pass off as checked what nobody has checked', () => {
    const sources = new Set(terms.map(({ source }) => source));
    expect(sources).toContain('unreviewed');
    expect([...sources].filter((source) => /^(unknown|n\/a|-|tbd|yes)$/i.test(source))).toEqual([]);
  });

  it('says what the interface says', () => {
    expect(TEXTS.legend.km.notAssessed).toBe(find('not-assessed')?.km);
    expect(TEXTS.legend.km.withheld).toBe(find('withheld')?.km);
    expect(TEXTS.legend.km.zero).toBe(find('assessed-none-found')?.km);
    expect(TEXTS.legend.km.legend).toBe(find('legend')?.km);
    expect(TEXTS.layers.km.coverage).toBe(find('child-protection-network')?.km);
    expect(TEXTS.layers.km.routes).toBe(find('route')?.km);
    expect(TEXTS.shell.km['panel-gaps']).toBe(find('gap')?.km);
    expect(TEXTS.first.km.demonstrationData).toBe(find('demonstration-data')?.km);
  });
});
