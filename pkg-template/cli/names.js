// The package's own names that may be said on a command line.

export const TARGET = ["gateway", "instance", "session", "instanceId", "baseUrl", "contract", "credentials", "values"];
export const OPTIONS = ["timeZone", "country", "now", "disambiguation", "offset", "epochUnit", "dateOrder", "whatsappId", "bareNumbers", "language"];
export const SWITCHES = ["allowPast", "strict"];

/** They are not for the command line, which others can read. */
export const SECRETS = ["token", "apiKey", "accessToken", "clientToken"];

/** `timeZone` is `--time-zone` there. */
export const dashed = (name) => name.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`);
