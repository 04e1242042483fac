// The worker. It listens before it loads the package, because a message that arrives earlier would be lost.

onmessage = async ({ data }) => {
  const { check } = await import("./check.js");
  await check(data);
};
