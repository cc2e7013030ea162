import { describe, expect, it } from 'vitest';
import type { Crossing, Flow } from '../../server/contracts/index.ts';
import { countOffMap, largestLegs, OF_COUNTRY, people, toLegs } from '../../web/cartography/routes.ts';

const POIPET = { id: 'poipet', country: 'TH', lng: 102.56, lat: 13.65, status: 'open' } as Crossing;
const BANGKOK = { country: 'TH', province: 'Bangkok', lng: 100.5, lat: 13.75 } as const;
const ENDS = {
  crossings: [POIPET],
  originPoint: (pcode: string): [number, number] | undefined => (pcode === '99' ? undefined : [103, 12]),
};
const flow = (about: Partial<Flow>): Flow => ({
  origin: '01',
  crossing: 'poipet',
  destinationCountry: 'TH',
  destinationProvince: 'Bangkok',
  direction: 'out',
  basis: 'recorded',
  children: 1,
  adults: 9,
  ...about,
});
const offMap = (...flows: Flow[]) => countOffMap({ flows, destinations: [BANGKOK] }, ENDS);

describe('people who are not on the map', () => {
  it('are none where crossing, origin and destination have a place', () => {
    expect(offMap(flow({}), flow({ direction: 'return', basis: 'estimated' }))).toEqual({ all: 20, wholly: 0, partly: 0 });
    expect(offMap()).toEqual({ all: 0, wholly: 0, partly: 0 });
  });

  it('are all of a flow whose crossing nobody knows, or of which neither end has a place', () => {
    const flows = [
      flow({}),
      flow({ crossing: 'forest-track', children: 3, adults: 4 }),
      flow({ origin: '99', destinationProvince: 'Yala' }),
    ];
    expect(offMap(...flows)).toEqual({ all: 27, wholly: 17, partly: 0 });
  });

  it('are partly drawn where only the origin or only the destination has a place, and count as that alone', () => {
    const flows = [flow({}), flow({ destinationProvince: 'Yala', children: 2, adults: 3 }), flow({ origin: '99', children: 0, adults: 8 })];
    expect(offMap(...flows)).toEqual({ all: 23, wholly: 0, partly: 13 });
  });

  it('are a destination of the same name in another country', () => {
    expect(offMap(flow({ destinationCountry: 'LA' }))).toEqual({ all: 10, wholly: 0, partly: 10 });
  });

  it('are exactly those whose halves have no leg', () => {
    const flows = [flow({}), flow({ crossing: 'forest-track' }), flow({ destinationProvince: 'Yala' }), flow({ origin: '99' })];
    const halves = toLegs({ flows, destinations: [BANGKOK] }, ENDS).reduce((sum, leg) => sum + people(leg), 0);
    const { all, wholly, partly } = offMap(...flows);
    expect(halves).toBe(2 * all - 2 * wholly - partly);
    expect(largestLegs(toLegs({ flows, destinations: [BANGKOK] }, ENDS), OF_COUNTRY).legs.length).toBeGreaterThan(0);
  });
});
