import { type ComponentType, type LazyExoticComponent, lazy, type ReactElement, Suspense, useState } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';

type Load<Props> = () => Promise<ComponentType<Props>>;

/**
 * A part of the page that arrives when it is first needed and whose failure stays its own. `React.lazy` remembers a
 * failed load for ever; here the next attempt asks again.
 */
export function lazyPart<Props extends object>(load: Load<Props>, waiting: ReactElement | null = null): ComponentType<Props> {
  const attempt = (): LazyExoticComponent<ComponentType<Props>> =>
    lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        current = attempt();
        throw error;
      }
    });
  let current = attempt();

  function Arriving({ props }: { props: Props }): ReactElement {
    // Taken once a mount, above the suspense: a failed load must meet the boundary, not start over by itself.
    const [Part] = useState(() => current);
    return (
      <Suspense fallback={waiting}>
        <Part {...props} />
      </Suspense>
    );
  }

  return function LazyPart(props: Props): ReactElement {
    return (
      <ErrorBoundary>
        <Arriving props={props} />
      </ErrorBoundary>
    );
  };
}
