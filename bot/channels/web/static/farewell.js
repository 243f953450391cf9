// After logging out nothing of the talk stays on this phone.
try {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('opstap:chat:')) localStorage.removeItem(key);
  }
} catch {
  // A browser that keeps nothing has nothing to clear.
}
