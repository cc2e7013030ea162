import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { LAYER_IDS } from '../view.ts';
import { useLayerWords } from './LayerList.tsx';
import { toggleLayer } from './toggle-layer.ts';

/** The layers as chips, for a narrow screen. */
export function LayerChips(): ReactElement {
  const { view, change } = usePicture();
  const text = useText();
  const words = useLayerWords();
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{text('layers.onTheMap')}</legend>
      {LAYER_IDS.map((id) => (
        <button
          key={id}
          type="button"
          className="chip"
          aria-pressed={view.layers.includes(id)}
          onClick={() => change({ layers: toggleLayer(view.layers, id) })}
        >
          {words[id].label}
        </button>
      ))}
    </fieldset>
  );
}
