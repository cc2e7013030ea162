import { type ReactElement, useId } from 'react';

type Props = { label: string; description: string; isOn: boolean; onChange: (isOn: boolean) => void };

/** A switch with its name and one line of what it shows. */
export function Switch({ label, description, isOn, onChange }: Props): ReactElement {
  const id = useId();
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={isOn}
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-description`}
      onClick={() => onChange(!isOn)}
    >
      <span className="switch-track" aria-hidden="true">
        <span className="switch-thumb" />
      </span>
      <span className="switch-words">
        <span className="switch-label" id={`${id}-label`}>
          {label}
        </span>
        <span className="switch-description" id={`${id}-description`}>
          {description}
        </span>
      </span>
    </button>
  );
}
