import lao from '@expo-google-fonts/noto-sans-lao/400Regular/NotoSansLao_400Regular.ttf?url';
import latinRegular from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import latinExtended from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import vietnamese from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff2?url';
import khmerRegular from '@fontsource/noto-sans-khmer/files/noto-sans-khmer-khmer-400-normal.woff2?url';
import khmerBold from '@fontsource/noto-sans-khmer/files/noto-sans-khmer-khmer-600-normal.woff2?url';
import thai from '@fontsource/noto-sans-thai/files/noto-sans-thai-thai-400-normal.woff2?url';
import type { FeatureCollection } from 'geojson';
import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import { LAYERS } from '../layers/index.ts';
import { type AtHand, BOLD, type Look, REGULAR } from '../layers/layer.ts';
import { putSigns } from './signs.ts';

type FontFaces = NonNullable<StyleSpecification['font-faces']>;

/** Data the sources open with, by source. */
export type FirstData = Readonly<Record<string, FeatureCollection>>;

/** Data of all layers that is there already. */
export function firstData(atHand: AtHand): FirstData {
  return Object.assign({}, ...LAYERS.map(({ first }) => first?.(atHand) ?? {}));
}

/** The whole style: sources empty but for the data given, layers in drawing order, fonts of all scripts the names are written in. */
export function toStyle(look: Look, data: FirstData = {}): StyleSpecification {
  const parts = LAYERS.map((layer) => layer.style(look));
  const sources: StyleSpecification['sources'] = Object.assign({}, ...parts.map((part) => part.sources));
  for (const [name, content] of Object.entries(data)) {
    const source = sources[name];
    if (source?.type === 'geojson') sources[name] = { ...source, data: content };
  }
  return {
    version: 8,
    'font-faces': toFontFaces(),
    sources,
    layers: parts.flatMap((part) => [...part.layers]),
  };
}

/** Khmer first, Latin last; a file is loaded only when a name needs it. Clusters are shaped by the browser's own engine. */
function toFontFaces(): FontFaces {
  const others = (khmer: string) => [
    { url: khmer, 'unicode-range': ['U+1780-17FF', 'U+19E0-19FF'] },
    { url: lao, 'unicode-range': ['U+0E80-0EFF'] },
    { url: thai, 'unicode-range': ['U+0E00-0E7F'] },
    { url: vietnamese, 'unicode-range': ['U+0102-0103', 'U+0110-0111', 'U+01A0-01B0', 'U+0300-0323', 'U+1EA0-1EF9'] },
    { url: latinExtended, 'unicode-range': ['U+0100-0101', 'U+0104-010F', 'U+0112-019F'] },
  ];
  return {
    [REGULAR[0] ?? '']: [...others(khmerRegular), { url: latinRegular }],
    [BOLD[0] ?? '']: [...others(khmerBold), { url: latinBold }],
  };
}

/** Brings colours, signs, sizes and names of a running map to another look; what it shows and which layers are visible stays. */
export function applyLook(map: MapLibreMap, look: Look): void {
  putSigns(map, look.theme);
  for (const layer of toStyle(look).layers) {
    for (const [name, value] of Object.entries(layer.layout ?? {})) {
      if (name !== 'visibility') map.setLayoutProperty(layer.id, name as never, value as never);
    }
    for (const [name, value] of Object.entries(layer.paint ?? {})) map.setPaintProperty(layer.id, name as never, value as never);
  }
}
