import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../scripts/atlas/commands.ts';
import { readTable } from '../../server/intake/read-table.ts';
import { runScript, temporaryFolder } from '../support/program.ts';

async function atlas(...words: string[]): Promise<{ code: number | null; text: string }> {
  const program = runScript('atlas.ts', words, { ATLAS_DATA: await temporaryFolder() });
  const code = await program.ended;
  return { code, text: program.output() };
}

describe('the atlas command', () => {
  it('lists every command, and says more of each one', async () => {
    const { code, text } = await atlas('--help');
    expect(code).toBe(0);
    for (const { words, summary } of COMMANDS)
      expect(text).toMatch(new RegExp(`${words} +${summary.slice(0, 20).replace(/[()]/g, '\\$&')}`));
    const help = await atlas('import', 'covariate', '--help');
    expect(help).toMatchObject({ code: 0, text: expect.stringContaining('Usage: atlas import covariate FILE… --indicator ID') });
  });

  it.each([
    [['import', 'rain', 'x.csv'], 'There is no command "import rain".'],
    [['import', 'population'], '"import population" needs a file.'],
    [['import', 'covariate', 'x.csv', '--value', 'n'], '"import covariate" needs --indicator.'],
    [['import', 'vsnp-assessments', 'x.csv', '--indicator', 'n'], "Unknown option '--indicator'."],
    [['demo'], '"demo" needs --remove.'],
    [['print', 'brief', '--language', 'km'], '"print brief" needs --province.'],
    [['template', 'vsnp-assessments', 'a.xlsx', 'b.xlsx'], 'takes at most 1 files'],
  ])('ends with 2 on the wrong call %j', async (words, sentence) => {
    const { code, text } = await atlas(...words);
    expect(code).toBe(2);
    expect(text).toContain(sentence);
    expect(text).not.toMatch(/\n\s+at /);
  });

  it('ends with 1 when a file is not there', async () => {
    expect(await atlas('import', 'population', '/nowhere/people.csv')).toEqual({
      code: 1,
      text: 'There is no file "/nowhere/people.csv".\n',
    });
  });

  it('writes the template where it is told, and never over a file that is there', async () => {
    const path = join(await temporaryFolder(), 'to-fill-in.xlsx');
    expect(await atlas('template', 'vsnp-assessments', path)).toEqual({ code: 0, text: `Written: ${path}\n` });
    const table = await readTable({ name: 'to-fill-in.xlsx', bytes: new Uint8Array(await readFile(path)) });
    expect(table).toMatchObject({ columns: expect.objectContaining({}), rows: { length: 3 } });
    await writeFile(path, 'filled in');
    expect(await atlas('template', 'vsnp-assessments', path)).toEqual({
      code: 1,
      text: `There is a file "${path}" already; name another.\n`,
    });
    expect(await readFile(path, 'utf8')).toBe('filled in');
  });
});
