import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Camera, Size } from '../cartography/mercator.ts';
import { type Point, panned, zoomed } from '../light/moving.ts';

type Hands = {
  canvas: RefObject<HTMLCanvasElement | null>;
  size: Size;
  camera: Camera;
  /** The camera while it is moved; `isDone` when the hand rests. */
  onCamera: (camera: Camera, isDone: boolean) => void;
  /** A click, a tap or Enter at a point of the map. */
  onChoose: (point: Point) => void;
  /** Where the pointer is; undefined when it leaves, or moves the map. */
  onPoint: (point: Point | undefined) => void;
};

/** A hand that moved the pointer less than this has tapped. */
const TAP_PIXELS = 5;
const ARROW_PIXELS = 100;
const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-ARROW_PIXELS, 0],
  ArrowRight: [ARROW_PIXELS, 0],
  ArrowUp: [0, -ARROW_PIXELS],
  ArrowDown: [0, ARROW_PIXELS],
};

/** Lets pointer, fingers, wheel and keyboard move a drawn map and choose on it, as on the full one. */
export function useLightHands({ canvas, size, camera, onCamera, onChoose, onPoint }: Hands) {
  const fingers = useRef(new Map<number, Point>());
  const [start, setStart] = useState<{ at: Point; isTap: boolean }>();
  const moved = (by: Point) => panned(camera, size, by);
  useWheel(canvas, (point, steps) => onCamera(zoomed(camera, size, { point, steps }), true));
  return {
    onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      fingers.current.set(event.pointerId, pointOf(event));
      setStart({ at: pointOf(event), isTap: fingers.current.size === 1 });
    },
    onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => {
      const point = pointOf(event);
      const before = fingers.current.get(event.pointerId);
      if (start === undefined || before === undefined) return onPoint(event.pointerType === 'touch' ? undefined : point);
      const others = [...fingers.current].filter(([id]) => id !== event.pointerId).map(([, other]) => other);
      if (others[0] === undefined && start.isTap && apart(start.at, point) < TAP_PIXELS) return;
      setStart({ ...start, isTap: false });
      onPoint(undefined);
      fingers.current.set(event.pointerId, point);
      const [other] = others;
      const by = { x: before.x - point.x, y: before.y - point.y };
      if (other === undefined) onCamera(moved(by), false);
      else
        onCamera(zoomed(camera, size, { point: other, steps: Math.log2(apart(other, point) / Math.max(1, apart(other, before))) }), false);
    },
    onPointerUp: (event: PointerEvent<HTMLCanvasElement>) => {
      fingers.current.delete(event.pointerId);
      if (fingers.current.size > 0 || start === undefined) return;
      setStart(undefined);
      if (start.isTap) onChoose(pointOf(event));
      else onCamera(camera, true);
    },
    onPointerCancel: () => {
      fingers.current.clear();
      setStart(undefined);
    },
    onPointerLeave: () => onPoint(undefined),
    onKeyDown: (event: { key: string; preventDefault: () => void }) => {
      const middle = { x: size.width / 2, y: size.height / 2 };
      const arrow = ARROWS[event.key];
      const steps = { '+': 1, '=': 1, '-': -1 }[event.key];
      if (arrow !== undefined) onCamera(moved({ x: arrow[0], y: arrow[1] }), true);
      else if (steps !== undefined) onCamera(zoomed(camera, size, { point: middle, steps }), true);
      else if (event.key === 'Enter') onChoose(middle);
      else return;
      event.preventDefault();
    },
  };
}

/** Wheel steps with their point; React's own listener could not keep the page from scrolling. */
function useWheel(canvas: RefObject<HTMLCanvasElement | null>, onWheel: (point: Point, steps: number) => void): void {
  const latest = useRef(onWheel);
  latest.current = onWheel;
  useEffect(() => {
    const element = canvas.current;
    const listen = (event: WheelEvent) => {
      event.preventDefault();
      latest.current({ x: event.offsetX, y: event.offsetY }, Math.max(-1, Math.min(1, -event.deltaY / 200)));
    };
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, [canvas]);
}

function pointOf({ nativeEvent }: PointerEvent): Point {
  return { x: nativeEvent.offsetX, y: nativeEvent.offsetY };
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
