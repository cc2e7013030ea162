import type { Context } from 'hono';
import type { MapAnswers, OverlayAnswers, OverlaysAsked } from '../../print/job.ts';
import type { Edition, GeometryDetail } from '../contracts/edition.ts';
import type { AdminLevel } from '../contracts/pcode.ts';
import { lastDayOf } from './today.ts';

/** Asks the API as the reader would. */
type Ask = (path: string, c: Context) => Promise<Response>;
type Read = (path: string, parameters?: Readonly<Record<string, string>>) => Promise<Uint8Array>;

/** Asks the API as whoever asks for the print would. Throws where it refuses. */
export function readingOf(ask: Ask, c: Context): Read {
  return async (path, parameters = {}) => {
    const response = await ask(`${path}?${new URLSearchParams(parameters)}`, c);
    if (!response.ok) throw new Error(`a print asked ${path} and was answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
}

type Files = { places: string; geometry: string };

/** Addresses of the files an edition's map is drawn from; undefined where it has none. */
export function filesOf({ places, geometry }: Edition, level: AdminLevel, detail: GeometryDetail): Files | undefined {
  const file = geometry?.[level]?.[detail];
  return places === null || file === undefined ? undefined : { places: places.url, geometry: file.url };
}

type Looked = { edition: string; indicator: string; level: AdminLevel; period: string };

/** What the areas of a map are drawn from. */
export async function mapAnswers(read: Read, { edition, indicator, level, period }: Looked, files: Files): Promise<MapAnswers> {
  return {
    editions: await read('/api/editions'),
    indicators: await read('/api/indicators', { edition }),
    values: await read('/api/values', { edition, indicator, level, period, numerators: 'needed' }),
    places: await read(files.places),
    geometry: await read(files.geometry),
  };
}

type OfProvince = { edition: string; province: string; period: string; reachMeters: number };

/** What a brief has beside its map. */
export async function provinceAnswers(read: Read, { edition, province, period, reachMeters }: OfProvince) {
  return {
    profile: await read(`/api/places/${province}`, { edition, period }),
    gaps: await read('/api/gaps', { edition, period, province, on: lastDayOf(period), reachMeters: String(reachMeters) }),
  };
}

/** What lies over the areas, as far as it is asked for. Answers are asked one after the other: a print is in no hurry. */
export async function overlayAnswers(
  read: Read,
  asked: OverlaysAsked & { edition: string; period: string },
  communes: Files,
): Promise<OverlayAnswers> {
  const { edition, period, layers, on, organisation, reachMeters, direction, crossing, origin } = asked;
  const wants = (layer: OverlaysAsked['layers'][number]) => layers.includes(layer);
  const known = (parameters: Readonly<Record<string, string | undefined>>) =>
    Object.fromEntries(Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  const networks = known({ edition, on, organisation });
  return {
    communes: wants('coverage') ? await read(communes.geometry) : undefined,
    coverage: wants('coverage') ? await read('/api/coverage', { ...networks, period, reachMeters: String(reachMeters) }) : undefined,
    organisations: wants('coverage') && organisation !== undefined ? await read('/api/networks', networks) : undefined,
    workshops: wants('workshops') ? await read('/api/workshops', { edition, from: `${period}-01-01`, to: `${period}-12-31` }) : undefined,
    crossings: wants('routes') ? await read('/api/crossings', { on }) : undefined,
    flows: wants('routes')
      ? await read('/api/flows', known({ edition, period, originLevel: 'province', direction, crossing, origin }))
      : undefined,
  };
}
