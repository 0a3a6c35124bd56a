export { FlowsPage } from './flows-page.tsx';
export { NewFlowPage } from './new-flow-page.tsx';
export { SetUpPage } from './set-up-page.tsx';
