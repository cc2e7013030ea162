import { useEffect } from 'react';

/** Letters that also count on keyboards which write another script with the same key. */
const CODES: Readonly<Record<string, string>> = { KeyP: 'p', KeyL: 'l', KeyD: 'd', KeyF: 'f' };

/** Runs an action a key, anywhere on the page but where somebody writes or a window is open. */
export function useShortcuts(actions: Readonly<Record<string, (() => void) | undefined>>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isWriting(event.target) || document.querySelector('dialog[open]') !== null) return;
      const action = actions[event.key] ?? actions[CODES[event.code] ?? ''];
      if (action === undefined) return;
      event.preventDefault();
      action();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions]);
}

function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['range', 'radio', 'checkbox', 'button'].includes(target.type);
  if (!(target instanceof HTMLElement)) return false;
  return target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement || target.isContentEditable;
}
