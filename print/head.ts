import { formatDay, formatNumber, formatYear } from '../web/cartography/format.ts';
import { nameIn } from '../web/cartography/place-names.ts';
import { first } from '../web/i18n/first.ts';
import { LANGUAGES } from '../web/view.ts';
import { drawBox, type Ink, lineHeight, widthOfLine, writeLine } from './ink.ts';
import { countCommunes, type Picture } from './picture.ts';
import { printText } from './print-text.ts';

/** Writes what kind of numbers these are, in a frame that ends at `right`: of invented ones in both languages. Returns its width. */
export function writeMark(ink: Ink, picture: Picture, { right, top, enlarged }: { right: number; top: number; enlarged: number }): number {
  const words = markWords(picture);
  const pixels = 11 * enlarged;
  const height = lineHeight({ language: 'km' }, pixels) + 4 * enlarged;
  const width = widthOfLine(ink, words, { pixels, weight: 600 }) + 20 * enlarged;
  drawBox(ink, { left: right - width, top, width, height }, { edge: ink.theme.label, width: 1.4 * enlarged });
  writeLine(ink, words, { x: right - width / 2, y: top + height * 0.68, pixels, weight: 600, align: 'center' });
  return width;
}

function markWords({ edition, language }: Picture): string {
  if (!edition.isDemonstration) return first[language].realNumbers;
  const languages = LANGUAGES.toSorted((a, b) => Number(b === language) - Number(a === language));
  return languages.map((tongue) => first[tongue].demonstrationData).join(' · ');
}

/** How much of what is printed nobody has assessed. */
export function missingText(picture: Picture): string {
  const { language, indicator, columns } = picture;
  const { assessed, communes } = countCommunes(picture);
  const isContext = indicator.palette === 'context';
  const text = printText(language);
  const values = {
    missing: formatNumber(language, communes - assessed),
    communes: formatNumber(language, communes),
    period: formatYear(language, columns.period),
  };
  if (assessed === communes) return text(isContext ? 'allFigured' : 'allAssessed', values);
  return text(isContext ? 'noFigure' : 'notAssessed', values);
}

/** What is printed of, and when: edition, year and day. */
export function printedText({ language, edition, printedOn, columns }: Picture): string {
  const text = printText(language);
  const parts = [
    first[language].title,
    nameIn(language, edition),
    text('year', { period: formatYear(language, columns.period) }),
    text('printed', { day: formatDay(language, printedOn) }),
  ];
  return parts.join(' · ');
}
