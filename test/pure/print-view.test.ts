import { describe, expect, it } from 'vitest';
import { layersOf, sectionOf } from '../../web/panels/print-view.ts';
import { DEFAULT_VIEW } from '../../web/view.ts';

const ON = '2025-12-31';
const BOUNDS = [102.123456, 13, 103.5, 14.25] as const;
const asked = (view: Partial<typeof DEFAULT_VIEW>) => layersOf({ view: { ...DEFAULT_VIEW, ...view }, on: ON, crossings: undefined });

describe('a print of the page', () => {
  it('is of the section looked at, once the map has been moved or has followed a place or province', () => {
    const sectionIn = (view: Partial<typeof DEFAULT_VIEW>) => sectionOf({ view: { ...DEFAULT_VIEW, ...view }, bounds: BOUNDS });
    const section = { bounds: '102.1235,13.0000,103.5000,14.2500' };
    expect(sectionIn({})).toEqual({});
    expect(sectionIn({ camera: { lng: 103, lat: 13.5, zoom: 9 } })).toEqual(section);
    expect(sectionIn({ province: '02' })).toEqual(section);
    expect(sectionIn({ place: '020101' })).toEqual(section);
  });

  it('asks of each layer what the layer asks for itself, and nothing of one that is off', () => {
    expect(asked({ layers: ['indicator'] })).toEqual({ layers: 'indicator' });
    expect(asked({ layers: [] })).toEqual({ layers: 'none' });
    expect(asked({ layers: ['coverage'], reachKm: 10, organisation: 'acts' })).toEqual({
      layers: 'coverage',
      on: ON,
      reachMeters: '10000',
      organisation: 'acts',
    });
    expect(asked({ layers: ['workshops'], workshopTypes: ['tot', 'police'] })).toEqual({ layers: 'workshops', type: 'tot,police' });
    expect(asked({ layers: ['routes'], province: '02', direction: 'out' })).toEqual({
      layers: 'routes',
      on: ON,
      origin: '02',
      direction: 'out',
    });
  });

  it('leaves workshops off where no type is chosen, and a crossing that is not there', () => {
    expect(asked({ layers: ['indicator', 'workshops'], workshopTypes: [] })).toEqual({ layers: 'indicator' });
    expect(asked({ layers: ['routes'], crossing: 'nowhere' })['crossing']).toBeUndefined();
  });
});
