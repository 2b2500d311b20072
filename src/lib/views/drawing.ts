// What the maps are drawn by. The lesson loads it after its page, all at once.
export { decisionArea } from './decision-map';
export { mapScales } from './map-scales';
export { penguinsView } from './penguins';
