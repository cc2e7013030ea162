import {
  FIRST_ANSWERS_ELEMENT,
  FIRST_GEOMETRY_ELEMENT,
  type FirstAnswers,
  type PackedTopology,
  unpackTopology,
} from '@atlas/server/contracts';
import type { Topology } from 'topojson-specification';
import { CACHES } from '../keeping.ts';

/** What the page of a first visit carried, unpacked. */
export type FirstPicture = FirstAnswers & { topology: Topology };

/** Reads the answers the page carries, as soon as they have arrived; nothing where it carries none. */
export async function readFirstAnswers(): Promise<FirstAnswers | undefined> {
  const json = await takeText(FIRST_ANSWERS_ELEMENT);
  return json === '' ? undefined : (JSON.parse(json) as FirstAnswers);
}

/** Reads the geometry the page carries, or this browser keeps; nothing where what it counts on is gone. */
export async function readFirstTopology(url: string): Promise<Topology | undefined> {
  const json = await takeText(FIRST_GEOMETRY_ELEMENT);
  if (json !== '') return unpackTopology(JSON.parse(json) as PackedTopology);
  const kept = await caches.match(url, { cacheName: CACHES.geometry });
  return kept === undefined ? undefined : ((await kept.json()) as Topology);
}

/** The text of an element of the page, which is taken away: it is long, and read once. */
async function takeText(id: string): Promise<string> {
  const element = await arrived(id);
  const text = element?.textContent ?? '';
  element?.remove();
  return text;
}

/** Waits until the page has come to the end of an element; null when it ends without it. */
function arrived(id: string): Promise<HTMLElement | null> {
  return new Promise((settle) => {
    const look = () => {
      const element = document.getElementById(id);
      // What follows an element is there only when the element is whole.
      if (document.readyState === 'loading' && !element?.nextSibling) return;
      observer.disconnect();
      document.removeEventListener('readystatechange', look);
      settle(element);
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
    document.addEventListener('readystatechange', look);
    look();
  });
}
