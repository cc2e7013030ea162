import { type ReactElement, useState } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { ShareDialog } from './ShareDialog.tsx';
import { linkTo } from './stage.ts';

/** Copies the link of exactly this view, and says so; where the clipboard is closed, shows it to be copied by hand. */
export function ShareButton(): ReactElement {
  const { view, edition, period } = usePicture();
  const text = useText();
  const [shared, setShared] = useState<{ link: string; how: 'copied' | 'by-hand' }>();
  const link = linkTo({ ...view, edition: edition?.id, period });
  const isSaid = shared?.how === 'copied' && shared.link === link;

  async function share(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      setShared({ link, how: 'copied' });
    } catch {
      setShared({ link, how: 'by-hand' });
    }
  }

  return (
    <>
      <button type="button" className="pill" onClick={share}>
        {text('shell.share')}
      </button>
      <p className="share-says" role="status" data-said={isSaid}>
        {isSaid ? text('shell.shareDone') : ''}
      </p>
      {shared?.how === 'by-hand' && <ShareDialog link={shared.link} onClose={() => setShared(undefined)} />}
    </>
  );
}
