// Kit's ambient types; nothing of ours is added to them.
declare global {
  namespace App {}
}

export {};
