import { createHash } from 'node:crypto';
import type { ReleaseFile, ReleaseManifest } from '../contracts/release.ts';

/** A release in memory: its name, and its files by theirs. */
export type ReleaseFolder = { id: string; manifest: ReleaseManifest; contents: ReadonlyMap<string, Uint8Array> };

export const MANIFEST = 'manifest.json';

/** Gathers the files of a release; each is named by its kind and the hash of its content. */
export class ReleaseFiles {
  readonly #files: ReleaseFile[] = [];
  readonly #contents = new Map<string, Uint8Array>();

  /** Adds a file of JSON; its name. */
  add(kind: string, content: object): string {
    return this.addBytes(kind, Buffer.from(JSON.stringify(content)));
  }

  addBytes(kind: string, content: Uint8Array): string {
    const sha256 = sha256Of(content);
    const name = `${kind}-${sha256.slice(0, 16)}.json`;
    this.#files.push({ name, kind, sha256, bytes: content.byteLength });
    this.#contents.set(name, content);
    return name;
  }

  close(about: Omit<ReleaseManifest, 'files'>): ReleaseFolder {
    const manifest = { ...about, files: this.#files.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
    const bytes = Buffer.from(JSON.stringify(manifest));
    return { id: sha256Of(bytes).slice(0, 16), manifest, contents: new Map([...this.#contents, [MANIFEST, bytes]]) };
  }
}

function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
