import { useState } from 'react';
import { usePicture } from '../picture.ts';
import { NARROW } from '../screen.ts';
import { useMedia } from '../ui/media.ts';

export type Folds = { isLeftFolded: boolean; isRightFolded: boolean; toggleLeft: () => void; toggleRight: () => void };

/**
 * Which side panels are folded away. Not part of the view: a link tells what is looked at, not how wide a screen is.
 * The right one unfolds by itself when another place or panel is chosen.
 */
export function useFolds(): Folds {
  const { view } = usePicture();
  const isNarrow = useMedia(NARROW);
  const [isLeftFolded, setLeftFolded] = useState(false);
  const [right, setRight] = useState<{ of: string; isFolded: boolean }>();
  const of = `${view.panel}|${view.place}`;
  const isRightFolded = right?.of === of ? right.isFolded : isNarrow && view.panel === undefined;
  return {
    isLeftFolded,
    isRightFolded,
    toggleLeft: () => setLeftFolded(!isLeftFolded),
    toggleRight: () => setRight({ of, isFolded: !isRightFolded }),
  };
}
