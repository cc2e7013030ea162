import { LAYER_IDS, type LayerId } from '../view.ts';

/** The layers with one of them switched, in their fixed order. */
export function toggleLayer(layers: readonly LayerId[], id: LayerId): LayerId[] {
  return LAYER_IDS.filter((candidate) => layers.includes(candidate) !== (candidate === id));
}
