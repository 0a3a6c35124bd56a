export { ResourceField } from './resource-field.tsx';
export { resourceChoices, resourceFaces } from './resource-types.ts';
export { resourceWords } from './resource-words.ts';
