import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW, formatView, LAYER_IDS, parseView, type View } from '../../web/view.ts';

/** A view in which no field has its default. */
const FAR_FROM_DEFAULT: View = {
  edition: 'gazetteer-2025',
  indicator: 'poor-households',
  level: 'district',
  period: '2022',
  on: '2022-06-15',
  layers: ['indicator', 'routes'],
  place: '010201',
  crossing: 'poipet',
  province: '01',
  organisation: 'river-and-road',
  reachKm: 22,
  workshopTypes: ['vsnp', 'campaign-12-december'],
  direction: 'return',
  panel: 'gaps',
  language: 'km',
  theme: 'dark',
  projector: true,
  camera: { lng: 102.5612, lat: 13.6588, zoom: 9.25 },
};

describe('a view in the address', () => {
  it('comes back as it was written, every field of it', () => {
    expect(parseView(formatView(FAR_FROM_DEFAULT))).toEqual(FAR_FROM_DEFAULT);
    const same = (Object.keys(DEFAULT_VIEW) as (keyof View)[]).filter((key) => FAR_FROM_DEFAULT[key] === DEFAULT_VIEW[key]);
    expect(same).toEqual([]);
  });

  it('leaves out what is as it always is', () => {
    expect(formatView(DEFAULT_VIEW)).toBe('');
    expect(formatView({ ...DEFAULT_VIEW, level: 'province' })).toBe('?level=province');
    expect(parseView('')).toEqual(DEFAULT_VIEW);
  });

  it('is readable: commas stay commas', () => {
    expect(formatView({ ...DEFAULT_VIEW, layers: ['indicator', 'workshops'] })).toBe('?layers=indicator,workshops');
    expect(formatView({ ...DEFAULT_VIEW, camera: { lng: 104.9, lat: 11.55, zoom: 7 } })).toBe('?camera=104.9000,11.5500,7.00');
  });

  it('says "none" for a list of nothing, which is not the list of everything', () => {
    const nothing = formatView({ ...DEFAULT_VIEW, layers: [], workshopTypes: [] });
    expect(nothing).toBe('?layers=none&workshopTypes=none');
    expect(parseView(nothing).layers).toEqual([]);
    expect(parseView('?layers=').layers).toEqual(LAYER_IDS);
  });

  it('keeps a place code as text, with its leading zero', () => {
    expect(parseView('?place=010201').place).toBe('010201');
    expect(parseView('?province=02').province).toBe('02');
  });

  const BROKEN: readonly (readonly [field: keyof View, text: string])[] = [
    ['edition', 'No such Edition!'],
    ['indicator', '../../etc'],
    ['level', 'galaxy'],
    ['period', '20255'],
    ['on', '2025-02-30'],
    ['layers', 'fireworks'],
    ['place', '12345'],
    ['crossing', '<b>'],
    ['province', '1'],
    ['organisation', 'A B'],
    ['reachKm', '4'],
    ['reachKm', '31'],
    ['reachKm', '1e1'],
    ['workshopTypes', 'party'],
    ['direction', 'up'],
    ['panel', 'settings'],
    ['language', 'xx'],
    ['theme', 'sepia'],
    ['projector', 'yes'],
    ['camera', '104.9,11.5'],
    ['camera', '104.9,95,7'],
  ];

  it.each(BROKEN)('with a broken %s "%s" falls back in that field alone', (field, text) => {
    const parameters = new URLSearchParams(formatView(FAR_FROM_DEFAULT));
    parameters.set(field, text);
    expect(parseView(`?${parameters}`)).toEqual({ ...FAR_FROM_DEFAULT, [field]: DEFAULT_VIEW[field] });
  });

  it('drops unknown members of a list and keeps the known ones in drawing order', () => {
    expect(parseView('?layers=routes,fireworks,indicator').layers).toEqual(['indicator', 'routes']);
  });

  it('ignores fields it does not know', () => {
    expect(parseView('?utm_source=mail&level=district')).toEqual({ ...DEFAULT_VIEW, level: 'district' });
  });
});
