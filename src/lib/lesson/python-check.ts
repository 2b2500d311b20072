/** The words of a receipt's check in Python, which are loaded when someone asks for it. */
export { pythonCheck } from './en/verify/python-check';
