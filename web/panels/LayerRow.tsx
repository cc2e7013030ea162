import { type ReactElement, type ReactNode, useState } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Switch } from '../ui/Switch.tsx';
import type { LayerId } from '../view.ts';
import { toggleLayer } from './toggle-layer.ts';

type Props = { id: LayerId; label: string; description: string; children: ReactNode };

/** One layer of the list. Switching it on unfolds its options; at first they are folded, so that the legend is in sight. */
export function LayerRow({ id, label, description, children }: Props): ReactElement {
  const { view, change } = usePicture();
  const text = useText();
  const [isUnfolded, setUnfolded] = useState(false);
  const isOn = view.layers.includes(id);
  const hasOptions = isOn && children !== undefined;
  return (
    <li className="layer">
      <div className="layer-head">
        <Switch
          label={label}
          description={description}
          isOn={isOn}
          onChange={() => {
            setUnfolded(!isOn);
            change({ layers: toggleLayer(view.layers, id) });
          }}
        />
        {hasOptions && (
          <IconButton
            icon={isUnfolded ? 'up' : 'down'}
            label={text('layers.options', { layer: label })}
            isExpanded={isUnfolded}
            onPress={() => setUnfolded(!isUnfolded)}
          />
        )}
      </div>
      {hasOptions && isUnfolded && <div className="layer-options">{children}</div>}
    </li>
  );
}
