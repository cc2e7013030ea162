import { ORGANISATIONS } from '../../data/vocabulary/vocabulary.ts';

/** Organisations of the list with these codes, as they are stored. */
export function listedOrganisations(codes: ReadonlySet<string | undefined>) {
  return ORGANISATIONS.filter(({ code }) => codes.has(code)).map(({ code, en, km }) => ({
    id: code,
    nameEn: en,
    nameKm: km,
    isDemonstration: false,
  }));
}
