/**
 * What a search compares: lower case, NFC, without spaces, zero-width marks, punctuation and the accents of Latin
 * letters; Khmer signs stay.
 * @example toSearchText("O'Smach") // 'osmach'
 */
export function toSearchText(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** Search text of a place: its names, kept apart so that no match runs from one into the other. */
export function placeSearchText(nameEn: string, nameKm: string): string {
  return `${toSearchText(nameEn)}|${toSearchText(nameKm)}`;
}
