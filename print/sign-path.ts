import type { Path } from '../web/cartography/drawing.ts';

type At = { x: number; y: number; scale: number };

/** Straight pieces in place of a half circle. */
const PIECES = 24;

/**
 * Adds a sign's path, as `cartography/signs.ts` writes it, to a path of any medium: moves, lines and half circles (`a` with
 * equal radii whose ends lie a diameter apart). `x` and `y` are where the corner of its square comes to lie.
 */
export function addSign(path: Path, written: string, { x, y, scale }: At): void {
  let [left, top] = [0, 0];
  const lineTo = () => path.lineTo(x + left * scale, y + top * scale);
  for (const [, command = '', numbers = ''] of written.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const values = [...numbers.matchAll(/-?\d*\.?\d+/g)].map(Number);
    switch (command) {
      case 'M':
        [left = 0, top = 0] = values;
        path.moveTo(x + left * scale, y + top * scale);
        for (let at = 2; at < values.length; at += 2) {
          [left = 0, top = 0] = values.slice(at);
          lineTo();
        }
        break;
      case 'L':
        for (let at = 0; at < values.length; at += 2) {
          [left = 0, top = 0] = values.slice(at);
          lineTo();
        }
        break;
      case 'H':
        [left = 0] = values;
        lineTo();
        break;
      case 'V':
        [top = 0] = values;
        lineTo();
        break;
      case 'a': {
        const [startX, startY] = [left, top];
        const [dx = 0, dy = 0] = values.slice(5);
        const turn = values[4] === 1 ? 1 : -1;
        for (let piece = 1; piece <= PIECES; piece += 1) {
          const angle = (turn * Math.PI * piece) / PIECES;
          const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
          // From the middle of the two ends, the start turned by the angle.
          left = startX + dx / 2 - (dx / 2) * cosine + (dy / 2) * sine;
          top = startY + dy / 2 - (dx / 2) * sine - (dy / 2) * cosine;
          lineTo();
        }
        break;
      }
      case 'Z':
        path.closePath();
        break;
      default:
        throw new Error(`a sign is drawn with "${command}", which is not known`);
    }
  }
}
