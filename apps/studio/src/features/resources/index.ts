export { BindingRequestDialog } from './binding-request-dialog.tsx';
export { ResourcesPage } from './resources-page.tsx';
