/**
 * A name as sources write it, made comparable: NFC, without zero-width marks, blanks collapsed. Khmer text often
 * holds zero-width spaces as line-break hints; they are no part of a name.
 * @example cleanText(' Preaek\u200b  Chrey ') // 'Preaek Chrey'
 */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const PROVINCE_WORDS_KM = /^(ខេត្ត|រាជធានី)\s*/;
const PROVINCE_WORDS_EN = /^(province of)\s+|\s+(province|capital|municipality)$/gi;

/**
 * A province's name without the word for province, which some sources write into it.
 * @example withoutProvinceWord('ខេត្តបាត់ដំបង') // 'បាត់ដំបង'
 */
export function withoutProvinceWord(name: string): string {
  return name.replace(PROVINCE_WORDS_KM, '').replace(PROVINCE_WORDS_EN, '');
}
