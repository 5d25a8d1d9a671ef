// Loaded into a server beside the product, by those who measure it or kill it: tells what the process has
// used when asked, and ends it when whoever started it is gone, so that no server outlives its test.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send({ cpuMs: (user + system) / 1000, bytes: process.memoryUsage.rss() });
});
process.on('disconnect', () => process.exit());
process.channel?.unref();
