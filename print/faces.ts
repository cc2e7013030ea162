import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Font, Face as HarfBuzzFace } from 'harfbuzzjs';
import { toSfnt } from './sfnt.ts';

export type Weight = 400 | 600;

/** One font file, as it is shaped and embedded. */
export type Face = {
  /** For example `noto-sans-khmer-600`. */
  name: string;
  weight: Weight;
  isKhmer: boolean;
  sfnt: Uint8Array;
  font: Font;
  unitsPerEm: number;
  /** Bytes of one of its tables. */
  table: (tag: string) => DataView;
};

const packages = createRequire(import.meta.url);

const FILES = [
  { family: 'noto-sans', script: 'latin', isKhmer: false },
  { family: 'noto-sans', script: 'latin-ext', isKhmer: false },
  { family: 'noto-sans-khmer', script: 'khmer', isKhmer: true },
] as const;

/** The fonts of all prints, the same as those of the page; Latin first. */
export const FACES: readonly Face[] = ([400, 600] as const).flatMap((weight) =>
  FILES.map(({ family, script, isKhmer }): Face => {
    const file = `${family}-${script}-${weight}`;
    const sfnt = toSfnt(readFileSync(packages.resolve(`@fontsource/${family}/files/${file}-normal.woff`)));
    const face = new HarfBuzzFace(new Blob(sfnt));
    const table = (tag: string) => {
      const bytes = face.referenceTable(tag);
      if (bytes === undefined) throw new Error(`the font ${file} has no table ${tag}`);
      return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    };
    return { name: file, weight, isKhmer, sfnt, font: new Font(face), unitsPerEm: face.upem, table };
  }),
);
