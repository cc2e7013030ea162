import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numFailedTestSuites: number };

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
const failed = report.numFailedTests + (code !== 0 && report.numFailedTests === 0 ? Math.max(1, report.numFailedTestSuites) : 0);
const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : '';
console.log(`${report.numPassedTests} passed, ${failed} failed${skipped}`);
process.exit(code === 0 && failed === 0 ? 0 : 1);
