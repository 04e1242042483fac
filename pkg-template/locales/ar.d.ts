// Importing a language adds it to the package.
export {};
