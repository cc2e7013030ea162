import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** Runs vitest and closes with one line that any reader of logs understands: `N passed, N failed`. */
const folder = await mkdtemp(join(tmpdir(), 'atlas-test-'));
const output = join(folder, 'report.json');
const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
const given = process.argv.slice(2);
const args = [
  vitest,
  'run',
  '--config',
  'test/vitest.config.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${output}`,
  ...given,
];
const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
const [code] = await once(child, 'exit');

const text = await readFile(output, 'utf8').catch(() => undefined);
await rm(folder, { recursive: true, force: true });
if (text === undefined) {
  console.error('The test runner ended without a report.');
  process.exit(1);
}
const report = JSON.parse(text) as Report;
// A file that could not even be opened holds no test that failed, and yet has.
const unopened = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
const counted = report.numFailedTests + unopened;
const failed = code === 0 ? counted : Math.max(1, counted);
const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : '';
console.log(`${report.numPassedTests} passed, ${failed} failed${skipped}`);
process.exit(code === 0 && failed === 0 ? 0 : 1);
