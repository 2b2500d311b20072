// For pages that open or hand on receipts; never for the lesson's first page. What a bundle carries is apart, in
// ./bundle/files: it is loaded when someone asks for one.
export { linkOf, looksLikeLink, readLink } from './link';
export { isBundle, openReceipt, MAX_FILE_BYTES } from './open';
export { bundleName, bundleOf } from './bundle';
export { judge } from './verdict';
export { strangersIn, strangersReport } from './strangers';
