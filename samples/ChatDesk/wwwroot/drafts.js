// What the seller has begun to write, by chat, kept in this browser until it is sent. What a buyer wrote is never kept here.
const daysKept = 10;
const prefix = 'draft:';

export function readDraft(chatId) {
  try {
    return JSON.parse(localStorage.getItem(prefix + chatId));
  } catch {
    return null;
  }
}

export function keepDraft(chatId, text, offer) {
  if (text.trim() === '') localStorage.removeItem(prefix + chatId);
  else localStorage.setItem(prefix + chatId, JSON.stringify({ text, offer, at: Date.now() }));
}

// No chat can be answered for longer: its draft has no use.
export function forgetOldDrafts() {
  for (const key of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) {
    const draft = readDraft(key.slice(prefix.length));
    if (!(draft?.at > Date.now() - daysKept * 86_400_000)) localStorage.removeItem(key);
  }
}
