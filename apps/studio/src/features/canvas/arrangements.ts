import {
  type Icon,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
} from '@tabler/icons-react';
import type { Arrangement } from '../../store/index.ts';

interface NamedArrangement {
  readonly how: Arrangement;
  readonly title: string;
  /** The place of the key that does it together with Alt. */
  readonly code: string;
  readonly icon: Icon;
  readonly least: number;
}

/** Ways to line up what is selected, as the toolbar shows them. */
export const arrangements: readonly NamedArrangement[] = [
  { how: 'left', title: 'Align left', code: 'KeyL', icon: IconLayoutAlignLeft, least: 2 },
  { how: 'centre', title: 'Align centres', code: 'KeyC', icon: IconLayoutAlignCenter, least: 2 },
  { how: 'right', title: 'Align right', code: 'KeyR', icon: IconLayoutAlignRight, least: 2 },
  { how: 'top', title: 'Align top', code: 'KeyT', icon: IconLayoutAlignTop, least: 2 },
  { how: 'middle', title: 'Align middles', code: 'KeyM', icon: IconLayoutAlignMiddle, least: 2 },
  { how: 'bottom', title: 'Align bottom', code: 'KeyB', icon: IconLayoutAlignBottom, least: 2 },
  { how: 'across', title: 'Spread across', code: 'KeyH', icon: IconLayoutDistributeVertical, least: 3 },
  { how: 'down', title: 'Spread down', code: 'KeyV', icon: IconLayoutDistributeHorizontal, least: 3 },
];
