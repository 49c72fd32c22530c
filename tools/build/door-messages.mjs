// Which texts are there before anybody has signed in. The rest comes with the frame: the door must open fast.
const DOOR =
  /^(?:app\.(?!nav\b)|welcome\.|forgot\.|password\.|page\.|ui\.(?:close|cancel|undo|loading|skip|nav|menu|language|theme|password|error|shortcuts|signIn|company)(?:\.|$))/;

/** @param {string} id of a message */
export const atTheDoor = (id) => DOOR.test(id);
