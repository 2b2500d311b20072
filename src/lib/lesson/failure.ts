/** Apart from `lesson`, because most readers never see them. */
export { failures } from './en/failure';
