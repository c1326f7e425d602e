// Planted: a thread that tries to leave the PC.
await fetch('http://192.0.2.1/').catch(() => {})
