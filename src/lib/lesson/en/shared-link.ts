/** What other sites show of a link to this one, beside a page's own title and description. */
export const sharedLink = {
  picture:
    'Two decision maps of the same model, trained twice. Where they disagree the ground is hatched: 28 of 100 penguins are answered differently.'
};
