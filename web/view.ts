import {
  ADMIN_LEVELS,
  type AdminLevel,
  EDITION_ID_FORM,
  FIRST_INDICATOR,
  FIRST_LEVEL,
  type FlowDirection,
  PCODE_FORM,
  WORKSHOP_TYPES,
  type WorkshopType,
  YEAR_FORM,
} from '@atlas/server/contracts';
import type { Camera } from './cartography/mercator.ts';
import { THEME_NAMES, type ThemeName } from './cartography/palettes.ts';

export const LANGUAGES = ['en', 'km'] as const;
export type Language = (typeof LANGUAGES)[number];

export const LAYER_IDS = ['indicator', 'coverage', 'workshops', 'routes'] as const;
export type LayerId = (typeof LAYER_IDS)[number];

export const PANEL_IDS = ['place', 'gaps', 'table', 'trainings', 'campaign'] as const;
export type PanelId = (typeof PANEL_IDS)[number];

/** What is looked at. It lives in the URL, nowhere else; undefined means the default for the edition. */
export type View = {
  edition: string | undefined;
  indicator: string;
  level: AdminLevel;
  period: string | undefined;
  /** Day the networks and crossings are looked at; undefined: the last of the period. */
  on: string | undefined;
  layers: readonly LayerId[];
  place: string | undefined;
  crossing: string | undefined;
  /** Province whose gaps, table rows and corridors are looked at. */
  province: string | undefined;
  organisation: string | undefined;
  reachKm: number;
  workshopTypes: readonly WorkshopType[];
  direction: FlowDirection | 'both';
  panel: PanelId | undefined;
  language: Language;
  /** Undefined: as the system has it. */
  theme: ThemeName | undefined;
  projector: boolean;
  camera: Camera | undefined;
};

export const DEFAULT_VIEW: View = {
  edition: undefined,
  indicator: FIRST_INDICATOR,
  level: FIRST_LEVEL,
  period: undefined,
  on: undefined,
  layers: LAYER_IDS,
  place: undefined,
  crossing: undefined,
  province: undefined,
  organisation: undefined,
  reachKm: 15,
  workshopTypes: WORKSHOP_TYPES,
  direction: 'both',
  panel: undefined,
  language: 'en',
  theme: undefined,
  projector: false,
  camera: undefined,
};

const ID_FORM = /^[a-z0-9-]{1,60}$/;

/** How each field stands in the URL. A field that cannot be read falls back alone, the others stay. */
type Field<Value> = { read: (text: string) => Value | undefined; write: (value: Value) => string };

const FIELDS: { readonly [Key in keyof View]: Field<Exclude<View[Key], undefined>> } = {
  edition: checked(EDITION_ID_FORM),
  indicator: checked(ID_FORM),
  level: one(ADMIN_LEVELS),
  period: checked(YEAR_FORM),
  on: { read: (text) => (isDay(text) ? text : undefined), write: (day) => day },
  layers: list(LAYER_IDS),
  place: checked(PCODE_FORM),
  crossing: checked(ID_FORM),
  province: checked(/^\d{2}$/),
  organisation: checked(ID_FORM),
  reachKm: {
    read: (text) => (/^\d{1,2}$/.test(text) && Number(text) >= 5 && Number(text) <= 30 ? Number(text) : undefined),
    write: String,
  },
  workshopTypes: list(WORKSHOP_TYPES),
  direction: one(['out', 'return', 'both']),
  panel: one(PANEL_IDS),
  language: one(LANGUAGES),
  theme: one(THEME_NAMES),
  projector: { read: (text) => (text === '1' ? true : undefined), write: (value) => (value ? '1' : '0') },
  camera: { read: readCamera, write: ({ lng, lat, zoom }) => `${lng.toFixed(4)},${lat.toFixed(4)},${zoom.toFixed(2)}` },
};

/** Reads a view from a URL's query; unknown or broken fields take their defaults. */
export function parseView(search: string): View {
  const parameters = new URLSearchParams(search);
  const entries = Object.entries(FIELDS).flatMap(([key, field]) => {
    const text = parameters.get(key);
    const value = text === null ? undefined : (field as Field<unknown>).read(text);
    return value === undefined ? [] : [[key, value]];
  });
  return { ...DEFAULT_VIEW, ...Object.fromEntries(entries) };
}

/** Writes a view as a URL's query; what equals the default is left out. */
export function formatView(view: View): string {
  const parameters = new URLSearchParams();
  for (const [key, field] of Object.entries(FIELDS)) {
    const value = view[key as keyof View];
    if (value === undefined) continue;
    const text = (field as Field<unknown>).write(value);
    const standard = DEFAULT_VIEW[key as keyof View];
    if (standard !== undefined && (field as Field<unknown>).write(standard) === text) continue;
    parameters.set(key, text);
  }
  const query = parameters.toString().replaceAll('%2C', ',');
  return query === '' ? '' : `?${query}`;
}

export type ChangeView = (change: Partial<View>, how?: 'push' | 'replace') => void;

function checked(form: RegExp): Field<string> {
  return { read: (text) => (form.test(text) ? text : undefined), write: (value) => value };
}

function one<Member extends string>(members: readonly Member[]): Field<Member> {
  return { read: (text) => members.find((member) => member === text), write: (value) => value };
}

/** A day `YYYY-MM-DD` that exists in the calendar. */
function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A list in the URL: `none` for an empty one, unknown members are dropped. */
function list<Member extends string>(members: readonly Member[]): Field<readonly Member[]> {
  return {
    read: (text) => {
      if (text === 'none') return [];
      const known = members.filter((member) => text.split(',').includes(member));
      return known.length > 0 ? known : undefined;
    },
    write: (value) => (value.length === 0 ? 'none' : members.filter((member) => value.includes(member)).join(',')),
  };
}

function readCamera(text: string): Camera | undefined {
  const [lng = Number.NaN, lat = Number.NaN, zoom = Number.NaN] = text.split(',').map(Number);
  const fits = Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 20;
  return fits ? { lng, lat, zoom } : undefined;
}
