export const prerender = true;

/** Each page is the index of a folder: that is what every static host serves, whatever it makes of other names. */
export const trailingSlash = 'always';
