import { tidyLayout, type TidyRequest } from './tidy-layout.ts';

/** Sets a flow out beside the page, so that a large one does not hold up the canvas. */
self.addEventListener('message', ({ data }: MessageEvent<TidyRequest>) => self.postMessage(tidyLayout(data)));
