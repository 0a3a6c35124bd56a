export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly { readonly keys: string; readonly does: string }[];
}

/** Every key of the editor, as the sheet shows them. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: 'Everywhere',
    shortcuts: [
      { keys: 'Ctrl Z', does: 'Undo' },
      { keys: 'Ctrl Shift Z', does: 'Redo' },
      { keys: 'Ctrl S', does: 'Save now' },
      { keys: 'F6', does: 'Go round canvas, settings, steps and problems' },
      { keys: 'Esc', does: 'From a panel back to the canvas' },
      { keys: 'F8', does: 'Next problem; with Shift the one before' },
      { keys: 'F1', does: 'Everything about the selected step' },
      { keys: '?', does: 'This list' },
    ],
  },
  {
    title: 'Walking the flow',
    shortcuts: [
      { keys: '→', does: 'On through the exit' },
      { keys: '←', does: 'Back to the caller' },
      { keys: '↑ ↓', does: 'Among exits, and among siblings' },
      { keys: 'Home End', does: 'First and last step' },
      { keys: 'Enter', does: 'Open the settings' },
      { keys: 'Space', does: 'Select, or select no more' },
    ],
  },
  {
    title: 'Drawing',
    shortcuts: [
      { keys: 'N', does: 'Add a step' },
      { keys: 'A', does: 'Add a step after this exit' },
      { keys: 'C', does: 'Connect this exit to…' },
      { keys: 'M', does: 'Move with the arrows; Enter keeps, Esc takes back' },
      { keys: 'T', does: 'Tidy up what is selected, or the whole flow' },
      { keys: 'Arrows', does: 'Nudge what you clicked; with Shift further' },
      { keys: 'Delete', does: 'Delete steps or a wire' },
      { keys: 'Ctrl A', does: 'Select all' },
      { keys: 'Alt L', does: 'Align left; also C R T M B, and H V to spread' },
      { keys: 'Ctrl C X V', does: 'Copy, cut, paste' },
      { keys: 'Ctrl D', does: 'Duplicate' },
    ],
  },
  {
    title: 'Looking around',
    shortcuts: [
      { keys: 'Space drag', does: 'Move the canvas' },
      { keys: 'Ctrl wheel', does: 'Zoom' },
      { keys: 'Shift drag', does: 'Select with a frame' },
      { keys: 'Shift 1', does: 'Fit the flow' },
      { keys: 'Shift 0', does: 'Zoom to 100 %' },
      { keys: 'Shift 2', does: 'Zoom to what is selected' },
    ],
  },
];
