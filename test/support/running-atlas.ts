import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { type Program, runScript, temporaryFolder } from './program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the started atlas and of the browser that looks at it, or why there is neither. */
    atlas: { url: string; browser: string } | { absent: string };
  }
}

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Drawing by software: the same picture on every machine, and no graphics card is needed. */
const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
];

/** Building the demonstration and the web client on two busy cores. */
const LONGEST_START_MILLISECONDS = 280_000;

/**
 * Starts the atlas as its users do, in a folder of its own, and a browser, once for all browser tests. Without a
 * browser on this machine nothing is started and the tests are skipped by name; in CI its absence is an error.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(CHROMIUM)) {
    const absent = 'no Chromium is installed on this machine; CHROMIUM names another place of it';
    if (process.env['CI'] !== undefined) throw new Error(absent);
    project.provide('atlas', { absent });
    return async () => {};
  }
  const folder = await temporaryFolder();
  const program = runScript('start.ts', [], { ATLAS_DATA: folder, PORT: '0' });
  const stop = async () => {
    program.signal('SIGTERM');
    await program.ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const url = await readyAddress(program);
    const browser = await chromium.launchServer({ executablePath: CHROMIUM, args: FLAGS });
    project.provide('atlas', { url, browser: browser.wsEndpoint() });
    return async () => {
      await browser.close();
      await stop();
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readyAddress(program: Program): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error(`the atlas was not ready in time:\n${program.output()}`));
    timer = setTimeout(fail, LONGEST_START_MILLISECONDS);
  });
  await Promise.race([program.printed(/Ready: \S+/), late]).finally(() => clearTimeout(timer));
  const [, url] = /Ready: (\S+)/.exec(program.output()) ?? [];
  if (url === undefined) throw new Error(`the atlas did not print its address:\n${program.output()}`);
  return url.replace(/\/$/, '');
}
