import { paths } from './paths.ts';

/** Where the canonical file of a flow can be downloaded. */
export function flowFileUrl(id: string): string {
  return paths.flowFile(id);
}
