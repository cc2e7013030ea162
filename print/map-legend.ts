import { missingText } from './head.ts';
import { type Ink, writeParagraph } from './ink.ts';
import { notesOf, writeLegendRows, writeNote } from './legend.ts';
import { type Block, heightOf, toColumns } from './legend-columns.ts';
import { overlayParts, writePart } from './legend-overlays.ts';
import type { Overlays } from './overlays.ts';
import type { Box } from './paper.ts';
import type { Picture } from './picture.ts';

/** A map with what lies over it. */
export type MapPrint = { picture: Picture; overlays: Overlays };

/** The legend, laid into columns: its blocks, where each stands, and how large its letters are. */
export type Legend = Room & { blocks: readonly Block[]; columns: readonly number[] };

/** Columns, and pixels of their width and height; letters are enlarged by themselves, the map by `onMap`. */
type Room = { count: number; width: number; height: number; enlarged: number; onMap: number };

const GAP = 9;
const BETWEEN = 20;

/** Columns beside the map of an upright page side, and letters that get smaller when it must be. */
const BESIDE = [
  { count: 1, width: 216, letters: 1 },
  { count: 2, width: 200, letters: 1 },
  { count: 2, width: 210, letters: 0.92 },
  { count: 2, width: 220, letters: 0.84 },
  { count: 3, width: 190, letters: 0.8 },
] as const;
const SMALLEST = 0.7;

/** Lays the legend into as few columns as its height allows, beside the map. */
export function legendBeside(ink: Ink, print: MapPrint, { height, enlarged }: { height: number; enlarged: number }): Legend {
  const blocks = blocksOf(print);
  for (const { count, width, letters } of BESIDE) {
    const found = fitted(ink, blocks, { count, width: width * enlarged, height, enlarged: enlarged * letters, onMap: enlarged });
    if (found !== undefined) return found;
  }
  return crowded(blocks, { count: 3, width: 190 * enlarged, height, enlarged: enlarged * SMALLEST, onMap: enlarged });
}

/** Lays the legend below the map, in columns no higher than they need to be. */
export function legendBelow(
  ink: Ink,
  print: MapPrint,
  { width, highest, enlarged }: { width: number; highest: number; enlarged: number },
): Legend {
  const blocks = blocksOf(print);
  const count = blocks.length > 4 ? 3 : 2;
  const own = (width - BETWEEN * enlarged * (count - 1)) / count;
  for (const letters of [1, 0.92, 0.84, 0.76]) {
    for (let height = 120 * enlarged; height <= highest; height += 4 * enlarged) {
      const found = fitted(ink, blocks, { count, width: own, height, enlarged: enlarged * letters, onMap: enlarged });
      if (found !== undefined) return found;
    }
  }
  return crowded(blocks, { count, width: own, height: highest, enlarged: enlarged * SMALLEST, onMap: enlarged });
}

function fitted(ink: Ink, blocks: readonly Block[], room: Room): Legend | undefined {
  const heights = blocks.map((block) => heightOf(ink, block, room));
  const columns = toColumns(heights, { count: room.count, height: room.height, gap: GAP * room.enlarged });
  return columns === undefined ? undefined : { blocks, columns, ...room };
}

/** What fits nowhere is shared out all the same: nothing is left out without a word. */
function crowded(blocks: readonly Block[], room: Room): Legend {
  return { blocks, columns: blocks.map((_, index) => Math.floor((index * room.count) / blocks.length)), ...room };
}

/** Width of all columns of a legend, with the room between them. */
export function widthOfLegend({ count, width, enlarged }: Legend): number {
  return count * width + (count - 1) * BETWEEN * enlarged;
}

/** Writes the legend from its upper left corner. */
export function writeLegend(ink: Ink, { blocks, columns, width, enlarged, onMap }: Legend, { left, top }: Pick<Box, 'left' | 'top'>): void {
  const below: number[] = [];
  for (const [index, block] of blocks.entries()) {
    const column = columns[index] ?? 0;
    const y = below[column] ?? top;
    below[column] = block(ink, { x: left + column * (width + BETWEEN * enlarged), y, width, enlarged, onMap }) + GAP * enlarged;
  }
}

/** Rows of the areas and what is not known of them, the parts of what lies over them, and notes. */
function blocksOf({ picture, overlays }: MapPrint): Block[] {
  const areas: Block[] = [
    (ink, place) => writeLegendRows(ink, picture, place),
    (ink, { x, y, width, enlarged }) => writeParagraph(ink, missingText(picture), { x, y, width, pixels: 11 * enlarged, weight: 600 }),
  ];
  return [
    ...(picture.layers.includes('indicator') ? areas : []),
    ...overlayParts(overlays, picture).map(
      (part): Block =>
        (ink, place) =>
          writePart(ink, part, place),
    ),
    (ink, place) => notesOf(picture).reduce((y, note) => writeNote(ink, note, { ...place, y }), place.y),
  ];
}
