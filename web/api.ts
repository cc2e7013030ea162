import basemapUrl from 'atlas-basemap?url';
import type {
  AdminLevel,
  Campaign,
  Coverage,
  CrossingList,
  DenominatorColumns,
  Edition,
  EditionList,
  ErrorAnswer,
  FlowList,
  GapList,
  GeometryDetail,
  IndicatorList,
  Neighbours,
  NetworkList,
  PlaceColumns,
  PlaceMatches,
  PlaceProfile,
  Points,
  TrainingFollowUp,
  ValueColumns,
  WorkshopList,
} from '@atlas/server/contracts';
import { ADMIN_LEVELS, chooseIndicator, unpackPlaces } from '@atlas/server/contracts';
import { keepPreviousData, QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Topology } from 'topojson-specification';
import type { FirstPicture } from './light/first-picture.ts';

/** The server could not be reached, or refused: the message is the error code the interface has words for. */
export class LoadFailed extends Error {
  readonly code: ErrorAnswer['error']['code'] | 'no-answer';
  readonly requestId: string;

  constructor(code: LoadFailed['code'], requestId = '') {
    super(code);
    this.code = code;
    this.requestId = requestId;
  }
}

/** What the server said lives here and nowhere else. Exact values are never written to disk. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, retry: 1, retryDelay: 800, refetchOnWindowFocus: false, refetchOnReconnect: true, networkMode: 'always' },
  },
});

type Parameters = Readonly<Record<string, string | number | undefined>>;

/** Loads JSON of our own server. Throws `LoadFailed`; an answer that is not JSON is a failure, never an empty answer. */
async function load<Answer>(path: string, parameters: Parameters = {}): Promise<Answer> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, String(value));
  const text = query.toString();
  const response = await fetch(text === '' ? path : `${path}?${text}`).catch(() => undefined);
  if (response === undefined) throw new LoadFailed('no-answer');
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body as Answer;
  const error = (body as ErrorAnswer | undefined)?.error;
  throw new LoadFailed(error?.code ?? 'no-answer', error?.requestId);
}

function useAnswer<Answer>(path: string, parameters: Parameters, isWanted = true): UseQueryResult<Answer, LoadFailed> {
  return useQuery<Answer, LoadFailed>({ queryKey: [path, parameters], queryFn: () => load<Answer>(path, parameters), enabled: isWanted });
}

/** Keeps what the page of a first visit carried, so that it is not asked for again. */
export function keepAnswers({ editions, indicators, values, geometryUrl, topology, places }: FirstPicture): void {
  const { edition, indicator, level, period } = values;
  const { kind } = chooseIndicator(indicators.indicators, indicator) ?? { kind: 'rate' };
  queryClient.setQueryData(['first-places', edition, level], unpackPlaces(places, level, kind));
  queryClient.setQueryData(['/api/editions', {}], editions);
  queryClient.setQueryData(['/api/indicators', { edition }], indicators);
  queryClient.setQueryData(['/api/values', { edition, indicator, level, period }], values);
  queryClient.setQueryData([geometryUrl], topology);
}

export function useEditions(): UseQueryResult<EditionList, LoadFailed> {
  return useAnswer('/api/editions', {});
}

/** A file named by its hash: loaded once, kept as long as the page; `instead` stands where there is no file. */
function useFile<Content>(url: string | undefined, instead?: Content): UseQueryResult<Content, LoadFailed> {
  return useQuery<Content, LoadFailed>({
    queryKey: [url ?? (instead === undefined ? undefined : 'no file')],
    queryFn: () => (url === undefined && instead !== undefined ? instead : load<Content>(url ?? '')),
    enabled: url !== undefined || instead !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
}

export function usePlaceColumns(edition: Edition | undefined): UseQueryResult<PlaceColumns, LoadFailed> {
  return useFile(edition?.places?.url);
}

/** Codes and points of a level that the page of a first visit carried, until the whole file of places is here. */
export function useFirstPlaces(edition: string | undefined, level: AdminLevel): Points | undefined {
  return queryClient.getQueryData<Points>(['first-places', edition, level]);
}

/** The areas of a level; none, which is not the same as not yet known, where no boundaries are loaded for the edition. */
export function useTopology(edition: Edition | undefined, level: AdminLevel, detail: GeometryDetail): UseQueryResult<Topology, LoadFailed> {
  const url = edition?.geometry?.[level]?.[detail]?.url;
  return useFile(url, edition !== undefined && url === undefined ? NO_AREAS : undefined);
}

const NO_AREAS: Topology = {
  type: 'Topology',
  arcs: [],
  objects: Object.fromEntries(ADMIN_LEVELS.map((level) => [level, { type: 'GeometryCollection', geometries: [] }])),
};

type Label = { en: string; km: string; lng: number; lat: number };
/** Land, borders, lakes and rivers around Cambodia, and names, as built from the packages and `data/basemap`. */
export type Basemap = {
  topology: Topology;
  labels: { countries: Label[]; waters: Label[]; towns: (Label & { local?: string; rank: number })[] };
};

export function useBasemap(): UseQueryResult<Basemap, LoadFailed> {
  return useFile(basemapUrl);
}

export function useIndicators(edition: string | undefined): UseQueryResult<IndicatorList, LoadFailed> {
  return useAnswer('/api/indicators', { edition }, edition !== undefined);
}

export type ValuesWanted = { edition: string; indicator: string; level: AdminLevel; period: string };

/** Values of a year without the numerators of rates, half the bytes; while the next ones travel, those before them stay, and say of which year they are. */
export function useValues(wanted: ValuesWanted | undefined): UseQueryResult<ValueColumns, LoadFailed> {
  return useQuery<ValueColumns, LoadFailed>({
    queryKey: ['/api/values', wanted],
    queryFn: () => load<ValueColumns>('/api/values', { ...wanted, numerators: 'needed' }),
    enabled: wanted !== undefined,
    placeholderData: keepPreviousData,
    structuralSharing: false,
  });
}

/** What the rates of a year are taken over; told apart from the values, because it rarely changes. */
export function useDenominators(wanted: ValuesWanted | undefined): UseQueryResult<DenominatorColumns, LoadFailed> {
  return useAnswer('/api/denominators', wanted ?? {}, wanted !== undefined);
}

/** The same values with the numerators of all places, which the map does without and the table shows. */
export function useCountedValues(wanted: ValuesWanted | undefined): UseQueryResult<ValueColumns, LoadFailed> {
  return useAnswer('/api/values', wanted ?? {}, wanted !== undefined);
}

export type NetworksWanted = { edition: string; on: string; organisation?: string | undefined };

export function useNetworks(wanted: NetworksWanted | undefined): UseQueryResult<NetworkList, LoadFailed> {
  return useAnswer('/api/networks', wanted ?? {}, wanted !== undefined);
}

export type CoverageWanted = NetworksWanted & { period: string; reachMeters: number };

export function useCoverage(wanted: CoverageWanted | undefined): UseQueryResult<Coverage, LoadFailed> {
  return useAnswer('/api/coverage', wanted ?? {}, wanted !== undefined);
}

export type WorkshopsWanted = { edition: string; from: string; to: string; type?: string | undefined; bbox?: string | undefined };

export function useWorkshops(wanted: WorkshopsWanted | undefined): UseQueryResult<WorkshopList, LoadFailed> {
  return useAnswer('/api/workshops', wanted ?? {}, wanted !== undefined);
}

export function useTrainings(
  wanted: { edition: string; from: string; to: string } | undefined,
): UseQueryResult<TrainingFollowUp, LoadFailed> {
  return useAnswer('/api/trainings', wanted ?? {}, wanted !== undefined);
}

export function useCampaign(wanted: { edition: string; year: string } | undefined): UseQueryResult<Campaign, LoadFailed> {
  return useAnswer('/api/campaigns', wanted ?? {}, wanted !== undefined);
}

/** Crossings with their status on a day, `YYYY-MM-DD`. */
export function useCrossings(on: string | undefined): UseQueryResult<CrossingList, LoadFailed> {
  return useAnswer('/api/crossings', { on }, on !== undefined);
}

export type FlowsWanted = {
  edition: string;
  period: string;
  originLevel: AdminLevel;
  direction?: 'out' | 'return' | undefined;
  crossing?: string | undefined;
  origin?: string | undefined;
};

export function useFlows(wanted: FlowsWanted | undefined): UseQueryResult<FlowList, LoadFailed> {
  return useAnswer('/api/flows', wanted ?? {}, wanted !== undefined);
}

export type GapsWanted = { edition: string; period: string; on: string; reachMeters: number; province?: string | undefined };

export function useGaps(wanted: GapsWanted | undefined): UseQueryResult<GapList, LoadFailed> {
  return useAnswer('/api/gaps', wanted ?? {}, wanted !== undefined);
}

export function useSearch(edition: string | undefined, text: string): UseQueryResult<PlaceMatches, LoadFailed> {
  return useAnswer('/api/places', { edition, q: text, limit: 12 }, edition !== undefined && text.trim() !== '');
}

export function useProfile(
  edition: string | undefined,
  pcode: string | undefined,
  period: string | undefined,
): UseQueryResult<PlaceProfile, LoadFailed> {
  const isWanted = edition !== undefined && pcode !== undefined && period !== undefined;
  return useAnswer(`/api/places/${pcode ?? ''}`, { edition, period }, isWanted);
}

/** Places with a shared line of border. */
export function useNeighbours(edition: string | undefined, pcode: string | undefined): UseQueryResult<Neighbours, LoadFailed> {
  return useAnswer(`/api/places/${pcode ?? ''}/neighbours`, { edition }, edition !== undefined && pcode !== undefined);
}
