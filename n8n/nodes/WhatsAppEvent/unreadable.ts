/** What a parameter holds is no event. */
export class Unreadable {
  constructor(
    readonly parameter: string,
    readonly message: string,
  ) {}
}
