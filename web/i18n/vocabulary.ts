import groups from '../../data/vocabulary/groups.json' with { type: 'json' };
import priorities from '../../data/vocabulary/priorities.json' with { type: 'json' };
import riskFactors from '../../data/vocabulary/risk-factors.json' with { type: 'json' };
import { PROGRAMME_TERMS } from '../../data/vocabulary/work.ts';
import type { Language } from '../view.ts';

const VOCABULARIES = { group: groups.terms, priority: priorities.terms, factor: riskFactors.terms, programme: PROGRAMME_TERMS } as const;

/** Name of a code of the field; the code itself where the vocabulary does not know it, so that nothing is dropped. */
export function nameOfCode(language: Language, vocabulary: keyof typeof VOCABULARIES, code: string): string {
  return VOCABULARIES[vocabulary].find((term) => term.code === code)?.[language] ?? code;
}
