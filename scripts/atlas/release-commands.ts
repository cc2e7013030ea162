import { join, resolve } from 'node:path';
import { attackRelease, type Findings, redrawRelease } from '../../server/release/attack-folder.ts';
import { listReleases, publishRelease, retireRelease } from '../../server/release/folder.ts';
import { verifyRelease } from '../../server/release/verify.ts';
import type { Command, Found } from './command.ts';

const RELEASE_HELP = '--release ID         name of the release, as "atlas release list" says it';
const WAYS: Readonly<Record<Findings['way'], string>> = {
  'this-release': 'This release',
  'small-withheld': 'If only 1 to the threshold were withheld',
  'small-and-zeros-withheld': 'If zeros were withheld, too, and nothing else',
};

/** What goes to those who may not see exact numbers: made, checked, attacked, published and taken back. */
export const RELEASE_COMMANDS: readonly Command[] = [
  {
    words: 'release build',
    usage: 'release build [--period YEAR] [--k NUMBER] [--edition NAME]',
    summary: 'make the protected folder of a closed year, with its proof',
    details: [
      '--period YEAR        a year that is over (default: the last one)',
      '--k NUMBER           numbers below it are withheld, and none can be computed more closely (default: 10, never below 5)',
      '--edition NAME       edition (default: the one a visitor sees first)',
      'The same data make the same bytes. Nobody sees the release before it is published.',
    ],
    files: [0, 0],
    options: ['period', 'k', 'edition'],
    toOrder: ({ options: { k, period, edition } }) => ({
      command: 'build-release',
      ...(period === undefined ? {} : { period }),
      ...(edition === undefined ? {} : { edition }),
      // What is no whole number is refused as a threshold that is too low.
      ...(k === undefined ? {} : { threshold: /^\d{1,6}$/.test(k) ? Number(k) : 0 }),
    }),
  },
  {
    words: 'release verify',
    usage: 'release verify FOLDER',
    summary: 'check the proof of a release by addition, without a solver',
    details: ['Reads the folder and nothing else, so whoever was handed it can check it.'],
    files: [1, 1],
    options: [],
    onReleases: async ({ files }) => {
      const verdict = await verifyRelease(resolve(files[0] ?? ''));
      if ('refused' in verdict) return refused(verdict, `Do not trust this folder: ${verdict.refused}.`);
      return done(verdict, [`The folder is whole and its proof holds: ${verdict.shown} numbers shown, ${verdict.withheld} withheld.`]);
    },
  },
  {
    words: 'release attack',
    usage: 'release attack FOLDER [--draws NUMBER]',
    summary: 'say what an attacker can compute from a release',
    details: ['Beside it stands what the usual ways of hiding small numbers would give away of a table like it. May take minutes.'],
    files: [1, 1],
    options: ['draws'],
    onReleases: async ({ files, options: { draws = '0' } }, _, say) => {
      const folder = resolve(files[0] ?? '');
      const found = await attackRelease(folder, inTenths('Attacking', say));
      const redrawn = /^[1-9]\d{0,5}$/.test(draws)
        ? await redrawRelease(folder, Number(draws), inTenths('Drawing tables', say))
        : undefined;
      const sentences = found.map(
        ({ way, hidden, exact, narrow }) =>
          `${WAYS[way]}: ${exact} of ${hidden} computed exactly, ${narrow} more closely than the threshold.`,
      );
      if (redrawn !== undefined) {
        sentences.push(
          `Whoever knows the rule, too: of ${redrawn.drawn} tables drawn ${redrawn.same} make the same release, and over these ${redrawn.narrow} withheld numbers vary by less than the threshold.`,
        );
      }
      return { isDone: found[0]?.narrow === 0, found: { attacks: found, redrawn }, sentences };
    },
  },
  {
    words: 'release publish',
    usage: 'release publish --release ID',
    summary: 'serve a release instead of the one before',
    details: [
      RELEASE_HELP,
      'A correction of a year that was published waits where the difference of the two would give small numbers away.',
    ],
    files: [0, 0],
    options: ['release'],
    required: ['release'],
    onReleases: async ({ options: { release = '' } }, releases) => {
      const outcome = await publishRelease(releases, release);
      return 'refused' in outcome
        ? refused(outcome, outcome.refused)
        : done(outcome, [`Release ${outcome.published} is served from now on.`]);
    },
  },
  {
    words: 'release list',
    usage: 'release list',
    summary: 'list the releases that are kept',
    details: [],
    files: [0, 0],
    options: [],
    onReleases: async (_, releases) => {
      const found = await listReleases(releases);
      const lines = found.map(
        ({ id, period, edition, threshold, isCurrent }) =>
          `${id}  ${period}  ${edition}, threshold ${threshold}${isCurrent ? '  (served)' : ''}  ${join(releases, id)}`,
      );
      return done({ releases: found }, lines.length === 0 ? ['There is no release yet.'] : lines);
    },
  },
  {
    words: 'release retire',
    usage: 'release retire --release ID',
    summary: 'take a release out of service for good',
    details: [RELEASE_HELP, 'The one that is served cannot be retired. What was once published still counts when a correction is checked.'],
    files: [0, 0],
    options: ['release'],
    required: ['release'],
    onReleases: async ({ options: { release = '' } }, releases) => {
      const outcome = await retireRelease(releases, release);
      return 'refused' in outcome ? refused(outcome, outcome.refused) : done(outcome, [`Release ${outcome.retired} is served no more.`]);
    },
  },
];

/** Says a step anew with every tenth of it. */
function inTenths(step: string, say: (step: string) => void): (share: number) => void {
  let said = -1;
  return (share) => {
    if (Math.floor(share * 10) === said) return;
    said = Math.floor(share * 10);
    say(`${step}, ${said * 10} %`);
  };
}

function done(found: object, sentences: readonly string[]): Found {
  return { isDone: true, found, sentences };
}

function refused(found: object, sentence: string): Found {
  return { isDone: false, found, sentences: [sentence] };
}
