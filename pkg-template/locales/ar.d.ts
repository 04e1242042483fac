// A language: to import it is all that there is to do.
export {};
