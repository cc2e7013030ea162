/** A path to be filled or stroked, as far as the light renderer builds one: a browser's `Path2D` is one. */
export type Path = {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  addPath(path: Path): void;
};

/** What the tile of a pattern is drawn on. */
export type TileDrawing = {
  /** A colour `#rrggbb`, or what the medium makes of a pattern. */
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  fill(path?: Path): void;
  stroke(path?: Path): void;
};

/** The few things of a 2D canvas that the light renderer uses: a browser's context is one, a sheet of paper is another. */
export type Drawing = TileDrawing & {
  lineJoin: string;
  lineCap: string;
  globalAlpha: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  setLineDash(segments: number[]): void;
  save(): void;
  restore(): void;
  /** Until `restore`, nothing is drawn outside of the path. */
  clip(path: Path): void;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  fillRect(left: number, top: number, width: number, height: number): void;
  measureText(text: string): { width: number };
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
};
