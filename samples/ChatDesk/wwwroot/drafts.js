// What the seller has begun to write, by chat, review or question, kept in this browser until it is sent. What a buyer wrote is never kept here.
const daysKept = 10;
const prefix = 'draft:';

export function readDraft(id) {
  try {
    return JSON.parse(localStorage.getItem(prefix + id));
  } catch {
    return null;
  }
}

/** With the key under which it is sent, at most once, also after a reload. */
export function keepDraft(id, text, more) {
  if (text.trim() === '') localStorage.removeItem(prefix + id);
  else localStorage.setItem(prefix + id, JSON.stringify({ text, ...more, at: Date.now() }));
}

// No chat can be answered for longer, and a review should not wait so long: the draft has no use.
export function forgetOldDrafts() {
  for (const key of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) {
    const draft = readDraft(key.slice(prefix.length));
    if (!(draft?.at > Date.now() - daysKept * 86_400_000)) localStorage.removeItem(key);
  }
}
