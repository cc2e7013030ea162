import { ACTIVE_PROVINCES, type ActiveProvince, YEARS } from '../../data/demo/programme.ts';
import type { Commune } from './people.ts';
import { randomOf } from './random.ts';

/** Invented need of a commune: identified children per 1,000 that a full assessment would be expected to find. */
function needPer1000(commune: Commune, province: ActiveProvince): number {
  const nearThailand = 1 + 2.8 * Math.exp(-commune.toThailandKm / 30);
  const nearVietNam = 1 + 0.6 * Math.exp(-commune.toVietNamKm / 15);
  const ofDistrict = Math.exp(0.28 * randomOf(`need ${commune.pcode.slice(0, 4)}`).normal());
  const ofCommune = Math.exp(0.6 * randomOf(`need ${commune.pcode}`).normal());
  return province.rate * nearThailand * nearVietNam * ofDistrict * ofCommune;
}

/** A commune a workshop assessed in a year. */
export type Visit = { commune: Commune; year: number; need: number; province: ActiveProvince };

/** Share of a year's communes that are visited again the year after. */
const RETURN_SHARE = 0.8;

/** Which communes are assessed when: the programme grows, starts where need is, and returns to most. */
export function planVisits(communes: readonly Commune[]): Visit[] {
  return ACTIVE_PROVINCES.flatMap((province) => {
    const own = communes
      .filter((commune) => commune.province === province.code)
      .map((commune) => ({ commune, need: needPer1000(commune, province) }));
    const turn = new Map(own.map(({ commune, need }) => [commune.pcode, priority(commune, need)]));
    const queue = own.toSorted((a, b) => (turn.get(b.commune.pcode) ?? 0) - (turn.get(a.commune.pcode) ?? 0));
    let before = new Set<string>();
    return YEARS.flatMap((year, index) => {
      const wanted = province.communes[index] ?? 0;
      const random = randomOf(`visits ${province.code} ${year}`);
      const chosen = new Set([...before].filter(() => random.chance(RETURN_SHARE)).slice(0, wanted));
      for (const { commune } of queue) if (chosen.size < wanted && !before.has(commune.pcode)) chosen.add(commune.pcode);
      for (const { commune } of queue) if (chosen.size < wanted) chosen.add(commune.pcode);
      before = chosen;
      return queue.filter(({ commune }) => chosen.has(commune.pcode)).map(({ commune, need }) => ({ commune, need, year, province }));
    });
  });
}

function priority(commune: Commune, need: number): number {
  const ofDistrict = randomOf(`turn ${commune.pcode.slice(0, 4)}`).normal();
  return Math.log(need) + ofDistrict + 0.6 * randomOf(`turn ${commune.pcode}`).normal();
}
