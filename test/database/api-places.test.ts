import { describe, expect, it } from 'vitest';
import { NearestNetwork, Neighbours, NetworkReach, PlaceAt } from '../../server/contracts/nearness.ts';
import { PlaceMatches } from '../../server/contracts/place.ts';
import { onSmallApi } from '../support/small-api.ts';
import { SMALL } from '../support/small-edition.ts';

onSmallApi(({ answer, refusal }) => {
  describe('the search for places', () => {
    const search = async (q: string, limit = '') =>
      (await answer(PlaceMatches, `/api/places?edition=${SMALL}&q=${encodeURIComponent(q)}${limit}`)).matches;
    const found = async (q: string, limit = '') => (await search(q, limit)).map(({ pcode }) => pcode);

    it('finds English names however they are written: district before commune before village, beginnings first', async () => {
      const poipet = ['0102', '010202', '01020201', '020203'];
      expect(await found('Poipet')).toEqual(poipet);
      expect(await found('  POI pet ')).toEqual(poipet);
      expect(await found('poip')).toEqual(poipet);
      expect(await found("O'Smach")).toEqual(['010201']);
      expect(await found('osmach')).toEqual(['010201']);
      // Ta Pung and Ta Meun begin so, Battambang holds it.
      expect(await found('ta')).toEqual(['020201', '020202', '02']);
    });

    it('finds names romanised otherwise, after those that begin as typed', async () => {
      expect(await found('Paoy Paet')).toEqual(['0102', '010202']);
      expect(await found('Poi Pet')).toEqual(['0102', '010202', '01020201', '020203']);
      expect(await found('Ou Smach')).toEqual(['010201']);
      expect(await found('Bat Dambang')).toEqual(['02']);
      expect(await found('Mongkul Borey')).toEqual(['0101']);
    });

    it('finds places by the other names they are called, and by the sound of a beginning, and with what they are', async () => {
      expect(await found('BMC')).toEqual(['01']);
      expect(await found('Poirpet')).toEqual(['0102', '010202']);
      expect(await found('Paoy Pae')).toEqual(['0102']);
      expect(await found('Batdamb')).toEqual(['02']);
      for (const q of ['Krong Paoy Paet', 'Paoy Paet city']) expect([q, await found(q)]).toEqual([q, ['0102', '010202']]);
      expect(await found('ខេត្ត\u200bបាត់ដំបង')).toEqual(['02']);
      expect(await found('krong')).toEqual([]);
    });

    it('finds Khmer names with and without zero-width spaces', async () => {
      const poipet = ['0102', '010202', '01020201'];
      expect(await found('ប៉ោយប៉ែត')).toEqual(poipet);
      expect(await found('ប៉ោយ\u200bប៉ែត')).toEqual(poipet);
      expect(await found('\u200bប៉ោយ ប៉ែត\u200b')).toEqual(poipet);
      expect(await found('ប៉ែត')).toEqual(poipet);
      expect(await found('បាត់ដំបង')).toEqual(['02']);
    });

    it('finds codes in every written form, with the places in them', async () => {
      for (const code of ['010202', '10202', 'KH010202', 'kh10202', '០១០២០២', '១០២០២', ' 010202\u200b']) {
        expect([code, await found(code)]).toEqual([code, ['010202', '01020201', '01020202']]);
      }
      expect(await found('2')).toEqual(['02', '0201', '0202', '020101', '020102', '020103', '020201', '020202', '020203']);
      expect(await found('01020202')).toEqual(['01020202']);
    });

    it('names the parents of what it found, and keeps to the limit', async () => {
      expect(await search('Kbal Spean')).toEqual([
        {
          pcode: '01020202',
          level: 'village',
          nameEn: 'Kbal Spean',
          nameKm: 'ក្បាលស្ពាន',
          parentsEn: ['Banteay Meanchey', 'Poipet', 'Poipet'],
          parentsKm: ['បន្ទាយមានជ័យ', 'ប៉ោយប៉ែត', 'ប៉ោយប៉ែត'],
        },
      ]);
      expect(await found('Poipet', '&limit=2')).toEqual(['0102', '010202']);
    });

    it('finds nothing for what nobody is called, and takes no sign for a wildcard', async () => {
      for (const q of ['Zzz', '%', '_', '|', "'", '---', '999999']) expect([q, await found(q)]).toEqual([q, []]);
    });
  });

  describe('nearness', () => {
    const at = `/api/places/at?edition=${SMALL}`;
    const inEdition = `edition=${SMALL}`;

    it('knows the commune that holds a point; on a shared border the lower code', async () => {
      expect((await answer(PlaceAt, `${at}&lng=103.15&lat=13.15`)).place).toMatchObject({ pcode: '010202', level: 'commune' });
      expect((await answer(PlaceAt, `${at}&lng=103.1&lat=13.05`)).place.pcode).toBe('010101');
    });

    it('knows no commune in the hole and abroad', async () => {
      expect(await refusal(`${at}&lng=103.55&lat=13.15`)).toBe('404 -');
      expect(await refusal(`${at}&lng=100.5&lat=13.75`)).toBe('404 -');
    });

    it('calls neighbours who share a line of border, not those who meet at a corner', async () => {
      const neighboursOf = (pcode: string) => answer(Neighbours, `/api/places/${pcode}/neighbours?${inEdition}`);
      const codes = async (pcode: string) => (await neighboursOf(pcode)).neighbours.map((place) => place.pcode);
      expect(await codes('010102')).toEqual(['010101', '010103', '010202']);
      expect(await codes('020103')).toEqual(['020102']);
      expect(await codes('0101')).toEqual(['0102', '0201']);
      expect(await codes('01')).toEqual(['02']);
      expect(await neighboursOf('020203')).toMatchObject({ isDrawn: false, neighbours: [] });
      expect(await refusal(`/api/places/010999/neighbours?${inEdition}`)).toBe('404 pcode');
    });

    it('measures to the nearest active network on the ellipsoid', async () => {
      const nearestTo = async (pcode: string, rest: string) =>
        (await answer(NearestNetwork, `/api/places/${pcode}/nearest-network?${inEdition}&on=${rest}`)).nearest;
      expect(await nearestTo('010202', '2025-12-31')).toEqual({ network: 'N-1', pcode: '010101', meters: 15_492 });
      expect(await nearestTo('010202', '2025-12-31&organisation=santi')).toEqual({ network: 'N-6', pcode: '020103', meters: 44_765 });
      expect(await nearestTo('020103', '2025-12-31')).toEqual({ network: 'N-6', pcode: '020103', meters: 0 });
      expect(await nearestTo('010202', '2019-12-31')).toBeNull();
      expect(await refusal(`/api/places/010999/nearest-network?${inEdition}&on=2025-12-31`)).toBe('404 pcode');
    });

    it('counts a commune exactly as far as the reach as reached', async () => {
      const reached = async (reachMeters: number) => {
        const { communes } = await answer(NetworkReach, `/api/networks/N-1/reach?${inEdition}&reachMeters=${reachMeters}`);
        return communes.map(({ pcode, meters }) => `${pcode} ${meters}`);
      };
      const within15km = ['010101 0', '010102 10846', '010201 11063'];
      expect(await reached(15_000)).toEqual(within15km);
      expect(await reached(15_491)).toEqual(within15km);
      expect(await reached(15_492)).toEqual([...within15km, '010202 15492']);
      expect(await refusal(`/api/networks/N-99/reach?${inEdition}`)).toBe('404 network');
    });
  });
});
