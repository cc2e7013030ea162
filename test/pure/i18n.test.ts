import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TEXTS as AT_ONCE, translate } from '../../web/i18n/index.ts';
import { LATER_TEXTS } from '../../web/i18n/later.ts';
import { paper } from '../../web/i18n/paper.ts';

/** All texts: those on the screen at once, those of panels that arrive when they are opened, and those on prints only. */
const TEXTS = { ...AT_ONCE, ...LATER_TEXTS, paper };
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Where people read; nothing is written there but through the language files. */
const ROOMS_WITH_WORDS = ['web/panels', 'web/ui', 'web/map', 'web/layers'];
const KHMER = /[\u1780-\u17ff]/;
/** Names of a language in itself, and abbreviations the field uses in both languages. */
const SAID_ALIKE = new Set(['shell.otherLanguage']);

const sources = sourcesUnder('web').filter((path) => !path.startsWith('web/i18n/'));
const written = [...sources, ...sourcesUnder('server/contracts')].map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n');
/** What is written on paper reads its own texts without the table of all, as the first map does. */
const onPaper = sourcesUnder('print')
  .map((path) => readFileSync(join(ROOT, path), 'utf8'))
  .join('\n');
const templates = [...written.matchAll(/`(\w+\.[\w.-]*)\$\{[^}]*\}([\w.-]*)`/g)].map(([, start = '', end = '']) => [start, end] as const);
const texts = Object.entries(TEXTS).flatMap(([part, { en, km }]) => {
  const khmer: Readonly<Record<string, string>> = km;
  return Object.entries(en).map(([name, english]) => ({ key: `${part}.${name}`, english, khmer: khmer[name] ?? '' }));
});

describe('the texts', () => {
  it('are there in both languages, key by key', () => {
    for (const [part, { en, km }] of Object.entries(TEXTS)) expect(Object.keys(km), part).toEqual(Object.keys(en));
    expect(texts.filter(({ english, khmer }) => english.trim() === '' || khmer.trim() === '')).toEqual([]);
  });

  it('leave the same gaps for numbers and names in both languages', () => {
    const gaps = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted();
    const wrong = texts.filter(({ english, khmer }) => gaps(english).join() !== gaps(khmer).join());
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  it('are Khmer where they say so', () => {
    const wrong = texts.filter(({ key, khmer }) => hasLetters(khmer) && !KHMER.test(khmer) && !SAID_ALIKE.has(key));
    expect(wrong.map(({ key }) => key)).toEqual([]);
    const english = texts.filter(({ key, english }) => KHMER.test(english) && !SAID_ALIKE.has(key));
    expect(english.map(({ key }) => key)).toEqual([]);
  });

  it('write Khmer digits in Khmer sentences, but for codes', () => {
    const wrong = texts.filter(({ khmer }) => /\d/.test(khmer.replace(/\{\w+\}/g, '')));
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  it('are all used', () => {
    const unused = texts.filter(({ key }) => !isUsed(key));
    expect(unused.map(({ key }) => key)).toEqual([]);
  });

  it('of panels that arrive later are used by no part of the page that is there at once', () => {
    const atOnce = importedAtOnce('web/main.tsx');
    expect(atOnce.has('web/panels/SummaryLine.tsx')).toBe(true);
    const wrong = [...atOnce].filter((path) =>
      Object.keys(LATER_TEXTS).some((part) => readFileSync(join(ROOT, path), 'utf8').includes(`'${part}.`)),
    );
    expect(wrong).toEqual([]);
  });

  it('fill their gaps, and leave a gap that nobody fills in sight', () => {
    const values = { children: '3', assessed: '2', communes: '5', share: '40 %', missing: '3' };
    expect(translate('en', 'shell.summaryChildren', values)).toBe('3 children identified in 2 of 5 communes (40 %); 3 not assessed');
    expect(translate('en', 'errors.requestId')).toBe('Request {id}');
  });
});

describe('the components', () => {
  it('hold no words of their own', () => {
    const files = [...sources.filter((path) => ROOMS_WITH_WORDS.some((room) => path.startsWith(`${room}/`))), 'web/App.tsx'];
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((path) => path.endsWith('.tsx')).flatMap(literalsIn)).toEqual([]);
  });

  it('would be caught with words of their own', () => {
    expect(literals('const a = <p>Hello {name}</p>;')).toEqual(['Hello']);
    expect(literals('const a = <img alt="A map" />;')).toEqual(['A map']);
    expect(literals("const a = <p>{'Hello'}</p>;")).toEqual(['Hello']);
    expect(literals('const a = <p className="big">{"·"} {text("a.b")}</p>;')).toEqual([]);
  });
});

/**
 * A key stands whole, or as a template whose fixed start and end it has (`shell.level-${level}`). A template that is
 * all gap (`map.${level}`) counts for the names that stand as a word of their own somewhere.
 */
function isUsed(key: string): boolean {
  if (written.includes(`'${key}'`)) return true;
  // The first map reads its own texts without the table of all: `texts[language].title`.
  if (key.startsWith('first.') && written.includes(`texts[language].${key.slice('first.'.length)}`)) return true;
  if (key.startsWith('paper.') && onPaper.includes(`'${key.slice('paper.'.length)}'`)) return true;
  const part = key.slice(0, key.indexOf('.') + 1);
  const isWord = written.includes(`'${key.slice(part.length)}'`) || written.includes(` ${key.slice(part.length)}:`);
  return templates.some(([start, end]) => key.startsWith(start) && key.endsWith(end) && (start !== part || end !== '' || isWord));
}

function hasLetters(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\{\w+\}/g, ''));
}

function literalsIn(path: string): string[] {
  return literals(readFileSync(join(ROOT, path), 'utf8')).map((words) => `${path}: ${words}`);
}

/** What the test looks at in a tree of the parser: the type of a node, and the strings in it. */
const Node = z.looseObject({ type: z.string() });
type Node = z.infer<typeof Node>;

const READ_ALOUD = /^(alt|title|placeholder|label|aria-label|aria-valuetext|aria-description)$/;

/** Letters written straight into JSX: as text, as a string in braces, or in an attribute that is read aloud or shown. */
function literals(source: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown, parent: Node | undefined): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, parent);
    const node = Node.safeParse(value).data;
    if (node === undefined) return;
    if (isShown(node, parent) && typeof node['value'] === 'string' && hasLetters(node['value'])) found.push(node['value'].trim());
    for (const child of Object.values(node)) visit(child, node.type === 'JSXExpressionContainer' ? (parent ?? node) : node);
  };
  visit(parseSync('a.tsx', source).program, undefined);
  return found;
}

function isShown(node: Node, parent: Node | undefined): boolean {
  if (node.type === 'JSXText') return true;
  if (node.type !== 'Literal' || parent === undefined) return false;
  if (parent.type === 'JSXElement' || parent.type === 'JSXFragment') return true;
  return parent.type === 'JSXAttribute' && READ_ALOUD.test(String(Node.safeParse(parent['name']).data?.['name']));
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('web/dist/'));
}

/** Files of the client that come with this one: all it imports, but not what it loads on demand. */
function importedAtOnce(start: string): Set<string> {
  const found = new Set<string>();
  const follow = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    const text = readFileSync(join(ROOT, path), 'utf8');
    for (const [, target = ''] of text.matchAll(/^(?:import|export)\s(?!type)[^;]*?'(\.[^']+\.tsx?)';/gm))
      follow(relative(ROOT, join(ROOT, path, '..', target)));
  };
  follow(start);
  return found;
}
