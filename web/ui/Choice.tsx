import { type ReactElement, useId } from 'react';

type Option<Value extends string> = { value: Value; label: string };
type Props<Value extends string> = {
  label: string;
  /** The label is only for those who do not see the options. */
  isLabelHidden?: boolean;
  options: readonly Option<Value>[];
  chosen: Value;
  onChoose: (value: Value) => void;
};

/** One of a few, side by side; arrow keys move between them. */
export function Choice<Value extends string>({ label, isLabelHidden = false, options, chosen, onChoose }: Props<Value>): ReactElement {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</legend>
      <div className="choice-row">
        {options.map(({ value, label: words }) => (
          <label key={value} className="choice-option">
            <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
