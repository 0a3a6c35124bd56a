export { KeptDraftBanner } from './kept-draft-banner.tsx';
export { SaveBadge } from './save-badge.tsx';
