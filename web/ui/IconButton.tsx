import type { ReactElement } from 'react';
import { Icon, type IconName } from './Icon.tsx';

type Props = { icon: IconName; label: string; onPress: () => void; isPressed?: boolean; isExpanded?: boolean };

/** A button that shows a sign and says its words to those who do not see it. */
export function IconButton({ icon, label, onPress, isPressed, isExpanded }: Props): ReactElement {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      aria-expanded={isExpanded}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
