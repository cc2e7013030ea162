import type { LevelColumns, PlaceValue } from '@atlas/server/contracts';
import { type ReactElement, useLayoutEffect, useRef } from 'react';
import { useBasemap } from '../api.ts';
import { type Bounds, cameraOfBounds, type Size } from '../cartography/mercator.ts';
import { rowsOfPlaces } from '../cartography/rows.ts';
import type { Scale } from '../cartography/scale.ts';
import { CANVAS, drawMap } from '../light/draw.ts';
import { type Shapes, toSurroundings } from '../light/shapes.ts';
import { useTheme } from '../use-theme.ts';

export type SmallMapProps = {
  shapes: Shapes;
  level: LevelColumns;
  scale: Scale;
  /** In place order; undefined while they travel. */
  values: readonly PlaceValue[] | undefined;
  isFailed: boolean;
  bounds: Bounds;
  /** What it shows, in words. */
  label: string;
  /** Called with the size it is drawn at. */
  onSize?: (size: Size) => void;
};

export const SMALL_EDGE = { top: 4, bottom: 4, left: 4, right: 4 } as const;
export const SMALL_NEAREST = 10;
/** Of a laptop's lines and circles: a small map is about a quarter as wide. */
const THINNER = 0.45;

/** A small picture of the areas and the land around them, drawn by the light renderer with the scale of the map itself: years side by side are compared by it. */
export function SmallMap({ shapes, level, scale, values, isFailed, bounds, label, onSize }: SmallMapProps): ReactElement {
  const theme = useTheme();
  const { data: basemap } = useBasemap();
  const surroundings = basemap === undefined ? undefined : toSurroundings(basemap.topology);
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d', CANVAS);
    if (element === null || context === null || context === undefined) return;
    const draw = () => {
      const size = { width: element.clientWidth, height: element.clientHeight };
      if (size.width === 0) return;
      onSize?.(size);
      const pixelRatio = window.devicePixelRatio;
      Object.assign(element, { width: Math.round(size.width * pixelRatio), height: Math.round(size.height * pixelRatio) });
      const isCount = scale.indicator.kind === 'count';
      drawMap(
        { context, size, camera: cameraOfBounds(bounds, size, SMALL_EDGE, SMALL_NEAREST), pixelRatio },
        {
          theme,
          shapes,
          surroundings,
          rows: rowsOfPlaces({ scale, count: level.pcodes.length, values, isWanted: true, isFailed }),
          points: { level, radii: isCount ? (values ?? []).map((value) => scale.radiusOf(value)) : [], circle: scale.circle },
          chosen: undefined,
          lineScale: THINNER,
        },
      );
    };
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [theme, shapes, surroundings, level, scale, values, isFailed, bounds, onSize]);
  return <canvas ref={canvas} className="small-map" role="img" aria-label={label} />;
}
