import type { Indicator, ValueState } from '@atlas/server/contracts';
import type { Translate } from '../i18n/index.ts';
import { rowLabel } from '../map/labels.ts';
import type { Language } from '../view.ts';

/** The words of a state without a number, the same as in the legend. */
export function stateText(
  state: Exclude<ValueState, 'value'>,
  indicator: Indicator,
  wording: { text: Translate; language: Language },
): string {
  return rowLabel({ row: state, colour: '', pattern: undefined, from: undefined, to: undefined }, indicator, wording);
}
