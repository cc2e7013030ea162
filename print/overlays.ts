import type { Coverage, Crossing, CrossingList, FlowList, NetworkList, Organisation, WorkshopList } from '@atlas/server/contracts';
import type { Topology } from 'topojson-specification';
import { type LegsShown, legsOf } from '../web/cartography/routes.ts';
import { toWorkshopSigns, type WorkshopsAt } from '../web/cartography/workshops.ts';
import type { OverlayAnswers, OverlaysAsked } from './job.ts';
import { type Picture, read } from './picture.ts';

type Networks = { coverage: Coverage; topology: Topology; organisation: Organisation | undefined };
type Workshops = { list: WorkshopList; signs: readonly WorkshopsAt[] };
type Routes = { crossings: readonly Crossing[]; legs: LegsShown; sources: readonly string[] };

/** What lies over the areas of a print; undefined where it is not asked for. */
export type Overlays = {
  asked: OverlaysAsked;
  networks: Networks | undefined;
  workshops: Workshops | undefined;
  routes: Routes | undefined;
};

/** Puts together what lies over the areas. Throws when the answers do not belong together. */
export function toOverlays(answers: OverlayAnswers, asked: OverlaysAsked, { edition, places }: Picture): Overlays {
  return { asked, networks: networksOf(), workshops: workshopsOf(), routes: routesOf() };

  function networksOf(): Networks | undefined {
    if (answers.coverage === undefined || answers.communes === undefined) return undefined;
    const coverage = read<Coverage>(answers.coverage);
    if (coverage.placeOrder !== edition.places?.hash) throw new Error('the networks are of another order of places');
    const known = answers.organisations === undefined ? [] : read<NetworkList>(answers.organisations).organisations;
    const organisation = known.find(({ id }) => id === asked.organisation);
    return { coverage, topology: read<Topology>(answers.communes), organisation };
  }

  function workshopsOf(): Workshops | undefined {
    if (answers.workshops === undefined) return undefined;
    const list = read<WorkshopList>(answers.workshops);
    return { list, signs: toWorkshopSigns(list, asked.workshopTypes) };
  }

  function routesOf(): Routes | undefined {
    if (answers.crossings === undefined || answers.flows === undefined) return undefined;
    const { crossings } = read<CrossingList>(answers.crossings);
    const flows = read<FlowList>(answers.flows);
    const isWhole = asked.crossing === undefined && asked.origin === undefined;
    const legs = legsOf(flows, { crossings, provinces: places.levels.province, isWhole });
    return { crossings, legs, sources: flows.sources };
  }
}
