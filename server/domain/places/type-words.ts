const BEFORE = /^(?:(?:khet|khaet|krong|srok|khan|khum|sangkat|phum)\s+|ខេត្ត|រាជធានី|ក្រុង|ស្រុក|ខណ្ឌ|ឃុំ|សង្កាត់|ភូមិ)/iu;
const AFTER = /\s+(?:province|municipality|city|town|district|commune|village)$/iu;

/**
 * A name without the word that says what the place is.
 * @example withoutTypeWord('Krong Poipet') // 'Poipet'
 */
export function withoutTypeWord(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .trim()
    .replace(BEFORE, '')
    .replace(AFTER, '')
    .trim();
}
