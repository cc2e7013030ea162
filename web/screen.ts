/** Screens that have the map full, a card at the top and a sheet at the bottom. */
export const PHONE = '(max-width: 719px), (max-height: 479px) and (max-width: 959px)';
/** Windows on which the right side lies over the map, and is folded until it is asked for. */
export const NARROW = '(max-width: 1099px)';
