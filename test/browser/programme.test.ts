import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { Campaign, TrainingFollowUp } from '../../server/contracts/workshop.ts';
import { addressOf, inTheBrowser, wordsOf } from '../support/browser.ts';

inTheBrowser('a programme manager who asks what followed', (atlas) => {
  it('sees which communes with a training of trainers have an active network within 12 months, and which have not', async () => {
    const followUp = await atlas.answer(TrainingFollowUp, '/api/trainings?edition=demonstration&from=2024&to=2025');
    const { communes, trained, followed, pending } = followUp;
    const without = communes.filter(({ activeNetwork, trainedOn }) => activeNetwork === null && yearAfter(trainedOn) < today());
    expect(without.length).toBe(trained - followed - pending);
    expect(without.length).toBeGreaterThan(0);
    await atlas.look({ view: { layers: [] } }, async (page) => {
      await page.getByRole('tab', { name: 'Trainings' }).click();
      const panel = page.getByRole('tabpanel');
      await panel.getByLabel('Year').selectOption('2025');
      await panel.getByRole('heading', { name: 'Without an active network after 12 months' }).waitFor();
      const words = await wordsOf(panel);
      expect(words).toContain(`${followed} of ${trained} communes with a ToT had an active network within 12 months`);
      expect(words).toContain(`${Math.round((100 * followed) / trained)} %`);
      expect(words).toContain(`For ${pending} more the 12 months are not over yet`);
      const list = panel.getByRole('list').first().locator('.place-button-name');
      expect((await list.allInnerTexts()).toSorted()).toEqual(without.map(({ pcode }) => `Demo commune ${pcode}`).toSorted());

      await list.first().click();
      await expect.poll(() => addressOf(page)).toMatch(/place=\d{6}/);
    });
  });

  it('compares the 12 December events of a year with those of the year before on one scale, nobody counted twice', async () => {
    const { year, previous } = await atlas.answer(Campaign, '/api/campaigns?edition=demonstration&year=2025');
    expect(year.events).toBeGreaterThan(year.communes);
    await atlas.look({ view: { period: '2025', layers: [] } }, async (page) => {
      await page.getByRole('tab', { name: '12 December' }).click();
      const panel = page.getByRole('tabpanel');
      await panel.getByRole('heading', { name: 'By province' }).waitFor();
      const words = await wordsOf(panel);
      expect(words).toContain('A commune reached twice in a year counts once.');
      const [totals, provinces] = [panel.locator('dl').nth(0), panel.locator('dl').nth(1)];
      expect(await numbersOf(totals)).toEqual([
        ['Events', year.events, previous.events],
        ['Communes reached', year.communes, previous.communes],
        ['Participants', year.participants, previous.participants],
        ['Provinces reached', year.provinces.length, previous.provinces.length],
      ]);
      for (const [shown, number] of await barsOf(totals.locator('.pair').first())) {
        expect(shown).toBeCloseTo(number / Math.max(year.events, previous.events), 1);
      }
      const most = Math.max(...[...year.provinces, ...previous.provinces].map(({ events }) => events));
      const bars = await barsOf(provinces);
      expect(bars.length).toBeGreaterThan(10);
      for (const [shown, number] of bars) expect(shown).toBeCloseTo(number / most, 1);
      const sum = (await numbersOf(provinces)).reduce((all, [, events]) => all + events, 0);
      expect(sum).toBe(year.events);
    });
  });
});

/** A name, its number in the year and in the year before. */
async function numbersOf(list: Locator): Promise<[string, number, number][]> {
  const pairs = await list
    .locator('.pair')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector('dt')?.textContent ?? '',
        ...[...row.querySelectorAll('.bar-number')].map((cell) => cell.textContent),
      ]),
    );
  return pairs.map(([name = '', year = '', previous = '']) => [name, toNumber(year), toNumber(previous)]);
}

/** Drawn part of the full length beside the number it stands for. */
async function barsOf(list: Locator): Promise<[share: number, number: number][]> {
  const lines = await list.locator('.pair-line').evaluateAll((rows) =>
    rows.map((row): [number, string] => {
      const [bar, fill] = [row.querySelector('.bar'), row.querySelector('.bar-fill')];
      const share = (fill?.getBoundingClientRect().width ?? 0) / (bar?.getBoundingClientRect().width ?? 1);
      return [share, row.querySelector('.bar-number')?.textContent ?? ''];
    }),
  );
  return lines.map(([share, written]) => [share, toNumber(written)]);
}

function toNumber(written: string): number {
  return Number(written.replaceAll(',', ''));
}

function yearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}

/** The calendar day in Cambodia. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Phnom_Penh' }).format(new Date());
}
