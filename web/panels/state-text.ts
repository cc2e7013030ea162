import type { Indicator, ValueState } from '@atlas/server/contracts';
import { rowLabel } from '../light/legend-text.ts';
import type { Language } from '../view.ts';

/** The words of a state without a number, the same as in the legend. */
export function stateText(state: Exclude<ValueState, 'value'>, indicator: Indicator, language: Language): string {
  return rowLabel({ row: state, colour: '', pattern: undefined, from: undefined, to: undefined }, indicator, language);
}
