/** Python in the page, wherever it runs. */
export const python = {
  size: 'The first run loads Python for this page: about 0.25 MB.',
  loading: 'Python is loading and starting.',
  progress: 'Epoch {epoch} of {epochs}',
  memory:
    'The program needed more than the 1 GB of memory that it may have here. This Python clears up only when a program has ended, so long trainings need a lot: the same file has no such limit in Python on your computer.',
  forbidden:
    'The program reached for what lies outside of it. Here it can compute and print, and nothing else: no page, no storage, no network.',
  crashed: 'Python itself stopped, without saying where.',
  /** The Python that runs here. */
  name: 'MicroPython 1.27'
};
