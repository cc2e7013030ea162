import { FIRST_ANSWERS_ELEMENT, type FirstAnswers, fromChained } from '@atlas/server/contracts';
import type { Topology } from 'topojson-specification';
import { CACHES } from '../keeping.ts';

/** What the page of a first visit carries, unpacked. */
export type FirstPicture = Omit<FirstAnswers, 'geometry'> & { geometry: { url: string; topology: Topology } };

/** Reads what the page carries, once; nothing where it carries nothing, or where the geometry it counts on is gone. */
export async function readFirstPicture(): Promise<FirstPicture | undefined> {
  const element = document.getElementById(FIRST_ANSWERS_ELEMENT);
  const json = element?.textContent ?? '';
  element?.remove();
  if (json === '') return undefined;
  const { geometry, ...answers } = JSON.parse(json) as FirstAnswers;
  const topology = geometry.topology === null ? await keptTopology(geometry.url) : fromChained(geometry.topology);
  return topology === undefined ? undefined : { ...answers, geometry: { url: geometry.url, topology } };
}

async function keptTopology(url: string): Promise<Topology | undefined> {
  const kept = await caches.match(url, { cacheName: CACHES.geometry });
  return kept === undefined ? undefined : ((await kept.json()) as Topology);
}
