import type { Crossing, PlaceMatch } from '@atlas/server/contracts';

/** What a search finds: a place of the edition, or a border crossing. */
export type Found = ({ kind: 'crossing' } & Crossing) | ({ kind: 'place' } & PlaceMatch);

/** Name that tells found things apart. */
export function keyOf(found: Found): string {
  return found.kind === 'crossing' ? `crossing-${found.id}` : found.pcode;
}

/** Crossings whose name on either side, in English or Khmer, begins with what was written or holds it as a later word. */
export function crossingsNamed(crossings: readonly Crossing[], written: string): Found[] {
  const wanted = plain(written);
  if (wanted === '') return [];
  const isNamed = (name: string) => plain(name).startsWith(wanted) || name.split(/[\s(]+/).some((word) => plain(word).startsWith(wanted));
  return crossings
    .filter(({ nameEn, nameKm, oppositeName }) => [nameEn, nameKm, oppositeName].some(isNamed))
    .map((crossing) => ({ kind: 'crossing', ...crossing }));
}

/** Without case, spaces, apostrophes and zero-width marks. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u200b'’()-]/g, '');
}
