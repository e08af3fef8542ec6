/** Whether a section is the one asked for or stands below it. */
export function inSection(section: string, asked: string | undefined): boolean {
  return asked === undefined || asked === "" || section === asked || section.startsWith(`${asked}/`);
}
