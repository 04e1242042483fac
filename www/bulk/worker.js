// The page's second thread. It listens before it loads the package: a message that comes earlier would be lost.

onmessage = async ({ data }) => {
  const { check } = await import("./check.js");
  await check(data);
};
