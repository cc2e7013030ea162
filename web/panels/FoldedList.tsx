import type { ReactElement, ReactNode } from 'react';

type Props = { title: string; isOpen: boolean; children: readonly ReactNode[] };

/** A titled list that folds; nothing where there is nothing to list. */
export function FoldedList({ title, isOpen, children }: Props): ReactElement | null {
  if (children.length === 0) return null;
  return (
    <details className="data-list" open={isOpen}>
      <summary>{title}</summary>
      <ul>{children}</ul>
    </details>
  );
}
