import { type ReactElement, useMemo, useState } from 'react';
import { useTopology } from '../api.ts';
import { cameraOfBounds, type Size, toWorld, WORLD_PIXELS } from '../cartography/mercator.ts';
import { toShapes } from '../light/shapes.ts';
import { usePicture } from '../picture.ts';
import { boundsOf } from './camera.ts';
import { SMALL_EDGE, SMALL_NEAREST, SmallMap } from './SmallMap.tsx';

type Pin = { pcode: string; name: string; sign: string; lng: number; lat: number };
type Props = { pins: readonly Pin[]; chosen: string | undefined; onChoose: (pcode: string) => void; label: string };

/** Places that may be meant, numbered on a small map of the country; one is chosen by its sign. */
export function CandidateMap({ pins, chosen, onChoose, label }: Props): ReactElement | null {
  const { edition, places, scale } = usePicture();
  const level = places?.levels.province;
  const { data: topology } = useTopology(edition, 'province', 'overview');
  const shapes = useMemo(
    () => (topology === undefined || level === undefined ? undefined : toShapes(topology, 'province', level.pcodes)),
    [topology, level],
  );
  const [size, setSize] = useState<Size>();
  const bounds = useMemo(() => boundsOf(edition), [edition]);
  if (shapes === undefined || level === undefined || scale === undefined || pins.length === 0) return null;
  const toPixels = ({ lng, lat }: Pin, { width, height }: Size) => {
    const camera = cameraOfBounds(bounds, { width, height }, SMALL_EDGE, SMALL_NEAREST);
    const world = WORLD_PIXELS * 2 ** camera.zoom;
    const [middleX, middleY] = toWorld(camera.lng, camera.lat);
    const [x, y] = toWorld(lng, lat);
    return { left: width / 2 + (x - middleX) * world, top: height / 2 + (y - middleY) * world };
  };
  return (
    <div className="candidate-map">
      <SmallMap
        shapes={shapes}
        level={level}
        scale={scale}
        values={undefined}
        isFailed={false}
        bounds={bounds}
        label={label}
        onSize={setSize}
      />
      {size !== undefined &&
        pins.map((pin) => (
          <button
            key={pin.pcode}
            type="button"
            className="candidate-pin"
            style={toPixels(pin, size)}
            aria-pressed={chosen === pin.pcode}
            aria-label={`${pin.sign} ${pin.name}`}
            title={pin.name}
            onClick={() => onChoose(pin.pcode)}
          >
            {pin.sign}
          </button>
        ))}
    </div>
  );
}
